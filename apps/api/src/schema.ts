import type { Schema } from './platform/database/data-source';
import { AuditEvent } from './platform/audit/audit-event.entity';
import { AuditCheckRow } from './platform/audit/audit-check.entity';
import { AuditLink } from './platform/audit/audit-link.entity';
import { AuditPending } from './platform/audit/audit-pending.entity';
import { AuditSeal } from './platform/audit/audit-seal.entity';
import { AuditSubjectRow } from './platform/audit/audit-subject.entity';
import { Agency } from './features/organisation/agency.entity';
import { AgencyGroup } from './features/organisation/agency-group.entity';
import { AgencyLineage } from './features/organisation/agency-lineage.entity';
import { CredentialLink } from './features/identity/credential-link.entity';
import { DemoPersonRow } from './features/identity/demo-person.entity';
import { Session } from './features/identity/session.entity';
import { SignInAttempt } from './features/identity/sign-in-attempt.entity';
import { UserAccount } from './features/identity/user-account.entity';
import { UserGrant } from './features/identity/user-grant.entity';
import { AppraisalAssignment } from './features/assignment/appraisal-assignment.entity';
import { AppraisalAssignmentRevision } from './features/assignment/appraisal-assignment-revision.entity';
import { Delegation } from './features/assignment/delegation.entity';
import { AppraisalLayer } from './features/appraisal/appraisal-layer.entity';
import { AppraisalLayerRevision } from './features/appraisal/appraisal-layer-revision.entity';
import { Answer } from './features/assessment/answer.entity';
import { AnswerRevision } from './features/assessment/answer-revision.entity';
import { Assessment } from './features/assessment/assessment.entity';
import { BlindAppraisal } from './features/council/blind-appraisal.entity';
import { BlindOpinion } from './features/council/blind-opinion.entity';
import { CouncilActingChair } from './features/council/council-acting-chair.entity';
import { CouncilSetting } from './features/council/council-setting.entity';
import { CouncilEntitled } from './features/council/council-entitled.entity';
import { CouncilItem } from './features/council/council-item.entity';
import { CouncilProposal } from './features/council/council-proposal.entity';
import { CouncilVote } from './features/council/council-vote.entity';
import { CouncilVoteRevision } from './features/council/council-vote-revision.entity';
import { CriteriaSet } from './features/criteria/criteria-set.entity';
import { CriteriaSetRevision } from './features/criteria/criteria-set-revision.entity';
import { Cycle } from './features/cycle/cycle.entity';
import { CycleAssignment } from './features/cycle/cycle-assignment.entity';
import { CycleSet } from './features/cycle/cycle-set.entity';
import { CycleSubstitute } from './features/cycle/cycle-substitute.entity';
import { CycleWindow } from './features/cycle/cycle-window.entity';
import { Participant } from './features/cycle/participant.entity';
import { ParticipantExemption } from './features/cycle/participant-exemption.entity';
import { ParticipantExtension } from './features/cycle/participant-extension.entity';
import { EvidenceAnchorRow } from './features/evidence/evidence-anchor.entity';
import { EvidenceBlob } from './features/evidence/evidence-blob.entity';
import { EvidenceDocument } from './features/evidence/evidence-document.entity';
import { EvidenceFile } from './features/evidence/evidence-file.entity';
import { EvidenceUpload } from './features/evidence/evidence-upload.entity';
import { EvidenceLink } from './features/evidence/evidence-link.entity';
import { Explanation } from './features/explanation/explanation.entity';
import { ExplanationRevision } from './features/explanation/explanation-revision.entity';
import { ExplanationRound } from './features/explanation/explanation-round.entity';
import { Remark } from './features/explanation/remark.entity';
import { EvidenceFact } from './features/hint/evidence-fact.entity';
import { HintDismissal } from './features/hint/hint-dismissal.entity';
import { Presence } from './features/presence/presence.entity';
import { SetPresence } from './features/presence/set-presence.entity';
import { SetCorrection } from './features/correction/set-correction.entity';
import { Petition } from './features/petition/petition.entity';
import { PetitionRevision } from './features/petition/petition-revision.entity';
import { PlannedExemption } from './features/cycle/planned-exemption.entity';
import { ReceiptRow } from './features/receipt/receipt.entity';
import { SigningKey } from './platform/signature/signing-key.entity';
import { MailMessage } from './features/notification/mail-message.entity';
import { Notification } from './features/notification/notification.entity';
import { NotificationPreferenceRow } from './features/notification/notification-preference.entity';
import { ResultRow } from './features/result/result-row.entity';
import { ResultSnapshot } from './features/result/result-snapshot.entity';
import { RespondentGroup } from './features/survey/respondent-group.entity';
import { SurveyArrival } from './features/survey/survey-arrival.entity';
import { SurveyCampaign } from './features/survey/survey-campaign.entity';
import { SurveyDevice } from './features/survey/survey-device.entity';
import { SurveyExternalResult } from './features/survey/survey-external-result.entity';
import { SurveyForm } from './features/survey/survey-form.entity';
import { SurveyGroup } from './features/survey/survey-group.entity';
import { SurveyInvitation } from './features/survey/survey-invitation.entity';
import { SurveyMappingRow } from './features/survey/survey-mapping.entity';
import { SurveyOffice } from './features/survey/survey-office.entity';
import { SurveyPaperEntry } from './features/survey/survey-paper-entry.entity';
import { SurveyProposal } from './features/survey/survey-proposal.entity';
import { SurveyQuestionnaire } from './features/survey/survey-questionnaire.entity';
import { SurveySealedForm } from './features/survey/survey-sealed-form.entity';
import { SurveyTally } from './features/survey/survey-tally.entity';
import { SurveyText } from './features/survey/survey-text.entity';
import { Organisation1764000000000 } from './platform/database/migrations/1764000000000-organisation';
import { AssessmentCore1764000001000 } from './platform/database/migrations/1764000001000-assessment-core';
import { Explanation1764100001000 } from './platform/database/migrations/1764100001000-explanation';
import { Council1764100002000 } from './platform/database/migrations/1764100002000-council';
import { Notification1764100003000 } from './platform/database/migrations/1764100003000-notification';
import { Assignment1764100004000 } from './platform/database/migrations/1764100004000-assignment';
import { Hint1764100005000 } from './platform/database/migrations/1764100005000-hint';
import { ReceiptAndLineage1764100006000 } from './platform/database/migrations/1764100006000-receipt-and-lineage';
import { EvidenceWork1764100007000 } from './platform/database/migrations/1764100007000-evidence-work';
import { Presence1764100008000 } from './platform/database/migrations/1764100008000-presence';
import { Petition1764100009000 } from './platform/database/migrations/1764100009000-petition';
import { ReappraisalCounters1764100010100 } from './platform/database/migrations/1764100010100-reappraisal-counters';
import { BlindAppraisal1764100020000 } from './platform/database/migrations/1764100020000-blind-appraisal';
import { ExtensionsByPhase1764100021000 } from './platform/database/migrations/1764100021000-extensions-by-phase';
import { AuditChain1764100024000 } from './platform/database/migrations/1764100024000-audit-chain';
import { CriteriaDrafts1764100022000 } from './platform/database/migrations/1764100022000-criteria-drafts';
import { SetCorrection1764100022100 } from './platform/database/migrations/1764100022100-set-correction';
import { Survey1764100023000 } from './platform/database/migrations/1764100023000-survey';

const ASSESSMENT_CORE = [
  ...[CriteriaSet, Cycle, CycleWindow, CycleSet, CycleSubstitute, Participant, ParticipantExemption, ParticipantExtension],
  ...[EvidenceBlob, EvidenceDocument, EvidenceFile, EvidenceLink, EvidenceAnchorRow, EvidenceUpload],
  ...[Assessment, Answer, AnswerRevision],
  ...[AppraisalAssignment, AppraisalLayer, AppraisalLayerRevision],
  ...[CycleAssignment, AppraisalAssignmentRevision, Delegation],
  ...[ExplanationRound, Explanation, ExplanationRevision, Remark],
  ...[CouncilItem, CouncilEntitled, CouncilProposal, CouncilVote, CouncilVoteRevision],
  ...[CouncilSetting, BlindAppraisal, BlindOpinion, CouncilActingChair],
  ...[Petition, PetitionRevision],
  ...[AgencyLineage, PlannedExemption, SigningKey, ReceiptRow],
  ...[ResultSnapshot, ResultRow],
  Presence, SetPresence, CriteriaSetRevision, SetCorrection, EvidenceFact, HintDismissal,
  ...[Notification, NotificationPreferenceRow, MailMessage],
  ...[RespondentGroup, SurveyQuestionnaire, SurveyCampaign, SurveyGroup, SurveyOffice, SurveyDevice],
  ...[SurveyInvitation, SurveyArrival, SurveySealedForm, SurveyForm, SurveyText, SurveyTally, SurveyPaperEntry],
  ...[SurveyMappingRow, SurveyExternalResult, SurveyProposal],
] as const;

/** Every table there is. A feature adds its entities here; nothing is found by looking into folders. */
export const ENTITIES = [AuditEvent, AuditPending, AuditLink, AuditSubjectRow, AuditSeal, AuditCheckRow, AgencyGroup, Agency, UserAccount, UserGrant, Session, CredentialLink, SignInAttempt, DemoPersonRow, ...ASSESSMENT_CORE] as const;

/** Every step of the schema, oldest first. A step that has left this house never changes. */
export const MIGRATIONS = [Organisation1764000000000, AssessmentCore1764000001000, Explanation1764100001000, Council1764100002000, Notification1764100003000, Assignment1764100004000, Hint1764100005000, ReceiptAndLineage1764100006000, EvidenceWork1764100007000, Presence1764100008000, Petition1764100009000, ReappraisalCounters1764100010100, BlindAppraisal1764100020000, ExtensionsByPhase1764100021000, CriteriaDrafts1764100022000, SetCorrection1764100022100, Survey1764100023000, AuditChain1764100024000] as const;

export const SCHEMA: Schema = { entities: [...ENTITIES], migrations: [...MIGRATIONS] };
