import type { Answer } from '@par-index/scoring';
import type { DecisionKind, Layer } from '../appraisal/appraisal.workflow';
import type { DelegationKind } from '../assignment/delegation.workflow';
import type { AssessmentAction, AssessmentState } from '../assessment/assessment.workflow';
import type { EvidenceAnchorView } from '../evidence/evidence.api';
import type { RemarkSide, RemarkVisibility, Stance } from '../explanation/explanation.workflow';
import type { Phase } from '../cycle/cycle.workflow';
import type { ExtensiblePhase } from '../cycle/extension.workflow';
import type { HintKind } from '../hint/hint.workflow';
import type { LineageKind } from '../organisation/lineage.api';
import type { ReceiptRound } from '../receipt/receipt.api';
import type { SurveyMapping } from '../survey/survey-result.api';

/** Every event of the audit log with the shape of its payload: what it was, what it is, why. Nothing personal beyond user names. */
export interface AuditPayloads {
  'agency.created': { readonly code: string; readonly name: string };
  'agency.edited': { readonly before: Fields; readonly after: Fields };
  'agency-lineage.recorded': { readonly predecessors: readonly string[]; readonly kind: LineageKind; readonly effectiveOn: string; readonly legalBasis: string };
  'agency-lineage.edited': { readonly before: Fields; readonly after: Fields };
  'agency-lineage.removed': { readonly predecessor: string; readonly before: Fields; readonly reason: string };
  'agency-group.created': { readonly code: string; readonly name: string };
  'user.created': { readonly userName: string; readonly grants: readonly string[] };
  'user.edited': { readonly before: Fields; readonly after: Fields };
  'user.imported': { readonly userNames: readonly string[] };
  'user.link-issued': { readonly userName: string };
  'user.password-set': { readonly userName: string };
  'session.opened': { readonly userName: string };
  'session.ended': { readonly sessions: number };
  'sign-in.failed': { readonly userName: string; readonly failures: number };
  /** `from`: the version that it was copied from. */
  'criteria-set.draft-created': { readonly code: string; readonly title: string; readonly from: string | null };
  'criteria-set.draft-saved': DraftSaved;
  'criteria-set.draft-restored': DraftSaved;
  'criteria-set.draft-discarded': { readonly code: string; readonly title: string; readonly digest: string };
  'criteria-set.published': { readonly code: string; readonly versionNumber: number; readonly digest: string };
  /** In a running cycle, with the replay that was shown. */
  'criteria-set.corrected': {
    readonly code: string;
    readonly from: number;
    readonly to: number;
    readonly reason: string;
    readonly replayDigest: string;
    readonly rescored: number;
    readonly setAside: number;
  };
  /** By a correction of its set: the criteria whose answers are worth other points, and those whose answer no longer fits. */
  'assessment.rescored': { readonly rescored: readonly string[]; readonly setAside: readonly string[]; readonly reason: string };
  'criteria-set.loaded': { readonly code: string; readonly versionNumber: number; readonly digest: string };
  'criteria-set.frozen': { readonly code: string; readonly versionNumber: number };
  'criteria-set.superseded': { readonly code: string; readonly versionNumber: number; readonly by: number };
  'cycle.created': { readonly year: number; readonly title: string };
  'cycle.edited': { readonly before: Fields; readonly after: Fields; readonly reason: string | null };
  'cycle.carried-over': { readonly fromCycleId: string; readonly substitutes: number; readonly assignments: number; readonly exemptions: number };
  'cycle.planned-exemption-removed': { readonly agencyId: string; readonly code: string; readonly reason: string };
  'cycle.phase-opened': { readonly from: Phase; readonly to: Phase; readonly reason: string };
  /** The clock would open a phase and can't: said once for each phase. */
  'cycle.clock-waits': { readonly to: Phase; readonly waitsFor: readonly string[] };
  'participant.extended': {
    readonly agencyId: string;
    /** Absent in lines from before extensions were granted by phase. */
    readonly phase?: ExtensiblePhase;
    readonly deadlineAt: string;
    readonly closeAt: string;
    readonly reason: string;
  };
  'participant.exempted': { readonly agencyId: string; readonly before: Fields; readonly after: Fields };
  'assessment.moved': { readonly action: AssessmentAction; readonly from: AssessmentState; readonly to: AssessmentState; readonly reason: string | null; readonly late: boolean; readonly actingFor?: string };
  'answer.saved': { readonly code: string; readonly before: Answer | null; readonly after: Answer | null; readonly points: string | null; readonly noteChanged: boolean; readonly late: boolean };
  'evidence.attached': { readonly code: string; readonly documentId: string; readonly sha256: string | null };
  'evidence.detached': { readonly code: string; readonly documentId: string };
  'evidence.placed': { readonly code: string; readonly documentId: string; readonly section: string; readonly page: number | null };
  'evidence.anchored': { readonly code: string; readonly documentId: string; readonly before: readonly EvidenceAnchorView[]; readonly after: readonly EvidenceAnchorView[] };
  'evidence.described': { readonly before: Fields; readonly after: Fields };
  'evidence.replaced': { readonly before: string | null; readonly after: string };
  'appraisal.decided': {
    readonly code: string;
    readonly layer: Layer;
    readonly kind: DecisionKind;
    readonly before: string | null;
    readonly after: string | null;
    readonly reason: string;
    readonly actingFor?: string;
  };
  'hint.dismissed': { readonly code: string; readonly kind: HintKind; readonly key: string; readonly reason: string };
  'hint.restored': { readonly code: string; readonly kind: HintKind; readonly key: string };
  'explanation.saved': { readonly code: string; readonly before: Stance | null; readonly after: Stance; readonly textChanged: boolean; readonly late: boolean };
  'remark.written': { readonly code: string; readonly side: RemarkSide; readonly visibility: RemarkVisibility; readonly asks: boolean };
  'assignment.changed': {
    readonly groupCode: string;
    readonly codes: readonly string[];
    /** Null: at all agencies of the group. */
    readonly agencyIds: readonly string[] | null;
    /** Null: as the set says. */
    readonly to: string | null;
    readonly moved: number;
    readonly handedOver: number;
    readonly kept: number;
    readonly reason: string;
  };
  'assignment.substituted': { readonly before: Fields; readonly after: Fields; readonly moved: number; readonly handedOver: number; readonly kept: number; readonly reason: string };
  'assignment.shared': { readonly agencyId: string; readonly personIds: readonly (string | null)[]; readonly evenly: boolean; readonly moved: number; readonly kept: number; readonly reason: string };
  'delegation.given': { readonly kind: DelegationKind; readonly agencyId: string; readonly from: string; readonly to: string; readonly startsOn: string; readonly endsOn: string; readonly reason: string };
  'delegation.revoked': { readonly kind: DelegationKind; readonly from: string; readonly to: string; readonly reason: string };
  /** How the actor wants to be told, by kind. */
  'notification.chosen': { readonly deliveries: Fields };
  'base-figure.entered': { readonly code: string; readonly before: Answer | null; readonly after: Answer; readonly reason: string };
  'receipt.issued': { readonly number: string; readonly round: ReceiptRound; readonly late: boolean; readonly digest: string; readonly replaces: string | null };
  'council.item-opened': { readonly itemId: string; readonly code: string; readonly origin: string; readonly reason: string };
  'council.vote-opened': { readonly itemId: string; readonly code: string; readonly entitled: number };
  'council.proposed': { readonly itemId: string; readonly code: string; readonly points: string | null; readonly reason: string };
  'council.voted': { readonly itemId: string; readonly code: string };
  'council.item-closed': { readonly itemId: string; readonly code: string; readonly outcome: string; readonly points: string | null; readonly reason: string };
  'council.blind-set': { readonly before: Fields; readonly after: Fields };
  /** `drawn`: nobody chose the two, it was their turn. */
  'council.blind-assigned': { readonly itemId: string; readonly code: string; readonly members: readonly string[]; readonly drawn: boolean };
  'council.blind-given': { readonly itemId: string; readonly code: string };
  'council.blind-compared': { readonly itemId: string; readonly code: string; readonly gap: string; readonly within: boolean };
  'council.blind-withdrawn': { readonly itemId: string; readonly code: string; readonly reason: string };
  'council.chair-named': { readonly before: string | null; readonly after: string; readonly reason: string };
  'petition.written': { readonly petitionId: string; readonly code: string; readonly reasonCode: string };
  'petition.filed': { readonly petitionId: string; readonly code: string; readonly late: boolean };
  'petition.answered': { readonly petitionId: string; readonly code: string; readonly decision: string; readonly itemId: string | null };
  /** Somebody asked for a check of the whole log; what it found is in the check. */
  'audit.check-asked': { readonly checkId: string };
  'audit.check-cancelled': { readonly checkId: string };
  /** Lines of this very log were taken out as a file. */
  'audit.exported': { readonly format: 'xlsx' | 'csv'; readonly lines: number; readonly wanted: Fields };
  'respondent-group.written': { readonly code: string; readonly name: string };
  'questionnaire.written': { readonly code: string; readonly versionNumber: number; readonly digest: string };
  'questionnaire.issued': { readonly code: string; readonly versionNumber: number; readonly digest: string };
  'survey.campaign-written': { readonly before: Fields; readonly after: Fields };
  'survey.offices-written': { readonly offices: number };
  'survey.opened': { readonly opensAt: string; readonly closesAt: string };
  'survey.closed': { readonly received: number; readonly reason: string };
  /** Whom, never when or how they answered: no form and no spent invitation has a line. */
  'survey.invited': { readonly groupCode: string; readonly invitations: number; readonly mailed: number };
  'survey.device-registered': { readonly deviceId: string; readonly name: string };
  'survey.device-revoked': { readonly deviceId: string; readonly name: string };
  'survey.paper-entered': { readonly number: string; readonly pass: number };
  'survey.external-imported': { readonly rows: number };
  'survey.form-excluded': { readonly formId: string; readonly reason: string };
  'survey.form-restored': { readonly formId: string; readonly reason: string };
  'survey.mapped': { readonly before: readonly SurveyMapping[]; readonly after: readonly SurveyMapping[] };
  'survey.proposed': { readonly opened: number; readonly superseded: number };
  'survey.proposals-decided': { readonly accepted: boolean; readonly ids: readonly string[]; readonly reason: string };
  'result.published': { readonly edition: number; readonly digest: string; readonly reason: string };
}

/** A save of a draft: `changes` counts the lines of the difference. */
interface DraftSaved {
  readonly code: string;
  readonly version: number;
  readonly digest: string;
  readonly changes: number;
}

/** Names and values of the fields that changed. */
export type Fields = Readonly<Record<string, unknown>>;

export type AuditEventName = keyof AuditPayloads;
