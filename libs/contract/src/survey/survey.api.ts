import type { AgencyRef } from '../organisation/organisation.api';
import type { SheetError } from '../identity/identity.api';
import type { Ballot, BallotKey } from './ballot';
import type { FormAnswers, FormFinding, FormText, Questionnaire } from './questionnaire.api';
import type { CampaignAction, CampaignState, QuestionnaireState, SurveyChannel } from './survey.workflow';

/** GET /respondent-groups, in their order. Who is asked: citizens, leaders, people's council, … Data, not an enum. */
export interface RespondentGroupView {
  readonly code: string;
  readonly name: string;
  readonly position: number;
  readonly active: boolean;
}

/** POST /respondent-groups. PUT /respondent-groups/:code takes the same without `code`. */
export interface CreateRespondentGroupRequest {
  readonly code: string;
  readonly name: string;
}

export interface EditRespondentGroupRequest {
  readonly name: string;
  readonly position: number;
  readonly active: boolean;
}

/** GET /survey-questionnaires, newest version of each code first. */
export interface QuestionnaireSummary {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly versionNumber: number;
  readonly state: QuestionnaireState;
  readonly questions: number;
  readonly editedAt: string;
  readonly version: number;
}

/** GET /survey-questionnaires/:id, with ETag. `findings`: what stands in the way of issuing it; a draft may have some. */
export interface QuestionnaireView extends QuestionnaireSummary {
  readonly document: Questionnaire;
  readonly findings: readonly FormFinding[];
}

/**
 * POST /survey-questionnaires: a new draft; the next version where its code is there already. PUT /survey-questionnaires/:id, If-Match: a draft over
 * itself. POST /survey-questionnaires/:id/issue, If-Match: for good. The document may still be wrong while it is a draft, but has a code and a title.
 */
export interface WriteQuestionnaireRequest {
  readonly document: Questionnaire;
}

/** POST /survey-questionnaires/check: everything that is wrong, of whatever is sent. */
export interface QuestionnaireCheck {
  readonly findings: readonly FormFinding[];
}

/** GET /survey-campaigns?page&state, newest first. */
export interface CampaignSummary {
  readonly id: string;
  readonly title: string;
  readonly state: CampaignState;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly questionnaireTitle: string;
  readonly cycleId: string | null;
  readonly cycleTitle: string | null;
  readonly offices: number;
  /** Forms that have arrived. */
  readonly received: number;
  readonly version: number;
}

/** GET /survey-campaigns/:id, with ETag. */
export interface CampaignView extends CampaignSummary {
  readonly questionnaireId: string;
  /** As issued. */
  readonly questionnaire: Questionnaire;
  readonly graceHours: number;
  readonly leastShown: number;
  /** e, in percent. */
  readonly errorPercent: number;
  /** Opened by the one link of the campaign; null where each office has its own alone. */
  readonly linkCode: string;
  readonly groups: readonly CampaignGroup[];
  readonly officeList: readonly OfficeView[];
  readonly closedAt: string | null;
  readonly closedReason: string | null;
  readonly openActions: readonly CampaignAction[];
}

export interface CampaignGroup {
  readonly code: string;
  readonly name: string;
  /** By invitation alone; otherwise by link, QR code, kiosk and paper. At most one group of a campaign is not. */
  readonly byInvitation: boolean;
}

/** An office that is asked about. The agencies of the offices are the rows of a matrix. */
export interface OfficeView {
  readonly id: string;
  readonly agency: AgencyRef;
  /** Empty where the agency as a whole is asked about. */
  readonly name: string;
  /** N: how many were served, for the sample; null where not known. */
  readonly population: number | null;
  /** n = N / (1 + N·e²), rounded up; null without N. */
  readonly target: number | null;
  /** Of its public form, `/khao-sat/:linkCode`. */
  readonly linkCode: string;
}

/** POST /survey-campaigns. PUT /survey-campaigns/:id, If-Match, while it is a draft. */
export interface WriteCampaignRequest {
  readonly title: string;
  readonly questionnaireId: string;
  readonly cycleId: string | null;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly graceHours: number;
  readonly leastShown: number;
  readonly errorPercent: number;
  readonly groups: readonly { readonly code: string; readonly byInvitation: boolean }[];
}

/** PUT /survey-campaigns/:id/offices, If-Match: the whole list, while it is a draft. An office keeps its link as long as agency and name stay. */
export interface WriteOfficesRequest {
  readonly offices: readonly OfficeEntry[];
}

export interface OfficeEntry {
  readonly agencyId: string;
  readonly name: string;
  readonly population: number | null;
}

/** POST /survey-campaigns/:id/offices/import?dryRun, If-Match: the same from Excel (Mã cơ quan, Bộ phận, Số người được phục vụ). */
export interface OfficeImportView {
  readonly dryRun: boolean;
  readonly rows: readonly { readonly row: number; readonly agencyCode: string; readonly name: string; readonly population: number | null; readonly target: number | null; readonly effect: 'create' | 'change' | 'unchanged' }[];
  readonly errors: readonly SheetError[];
}

/** POST /survey-campaigns/:id/opening, If-Match. It takes forms from `opensAt` on. */
/** POST /survey-campaigns/:id/closing, If-Match. The clock closes by itself at `closesAt` and the grace. */
export interface CloseCampaignRequest {
  readonly reason: string;
}

/** GET /survey-campaigns/:id/progress: what has arrived. */
export interface CampaignProgress {
  readonly received: number;
  /** Arrived and not yet in the results: they are mixed with others first (docs/security.md). */
  readonly waiting: number;
  readonly offices: readonly OfficeProgress[];
  readonly groups: readonly { readonly code: string; readonly name: string; readonly invited: number; readonly spent: number; readonly received: number }[];
  readonly channels: readonly { readonly channel: SurveyChannel; readonly received: number }[];
}

export interface OfficeProgress {
  readonly officeId: string;
  readonly received: number;
  readonly target: number | null;
}

/** POST /survey-campaigns/:id/invitations/import?dryRun&mail&groupCode, Excel (Họ và tên, Thư điện tử, Mã cơ quan). */
export interface InvitationImportView {
  readonly dryRun: boolean;
  readonly rows: readonly { readonly row: number; readonly name: string; readonly email: string | null; readonly officeName: string | null }[];
  readonly errors: readonly SheetError[];
  /** Only after a real import, once: to be printed or handed over. Nobody can read them later. */
  readonly codes: readonly InvitationCode[];
}

export interface InvitationCode {
  readonly name: string;
  readonly code: string;
  readonly url: string;
}

/** GET /survey-campaigns/:id/invitations?page&search. When one was spent is nowhere. */
export interface InvitationView {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly groupCode: string;
  readonly officeId: string | null;
  readonly state: 'waiting' | 'spent' | 'withdrawn';
}

/** POST /survey-campaigns/:id/invitations/:invitationId/code: another code in the place of the first, for one that was lost; mailed again where asked. */
export interface ReissueInvitationRequest {
  readonly mail: boolean;
}

/** GET /survey-campaigns/:id/devices. POST answers with the token, once. POST …/:deviceId/revocation. */
export interface DeviceView {
  readonly id: string;
  readonly name: string;
  readonly officeId: string;
  readonly revoked: boolean;
}

export interface CreateDeviceRequest {
  readonly name: string;
  readonly officeId: string;
}

export interface CreatedDevice extends DeviceView {
  readonly token: string;
}

/* ── for respondents, without signing in. The browser sends no cookie: `credentials: 'omit'`. ── */

/** GET /public/surveys/:linkCode; POST /public/survey-kiosk/form `{token}`; POST /public/survey-invitations/form `{code}`. */
export interface PublicForm {
  readonly campaignId: string;
  readonly title: string;
  readonly state: 'open' | 'not-open' | 'closed';
  readonly opensAt: string;
  readonly closesAt: string;
  readonly questionnaire: Questionnaire;
  /** The office that the link, the device or the invitation says; null: it is asked. */
  readonly officeId: string | null;
  /** To choose from where it is asked, and for the heading. */
  readonly offices: readonly { readonly id: string; readonly name: string }[];
  /** The rows of a matrix. */
  readonly agencies: readonly AgencyRef[];
  readonly groupCode: string;
  /** To be shown before the first question. */
  readonly privacy: readonly FormText[];
}

/** What a form is filled with. `id` is made by the device when the form is opened, and stays with every attempt to send it. */
export interface FilledForm {
  readonly id: string;
  readonly answers: FormAnswers;
  /** By the device's clock. Stored rounded down to the hour; of an invitation not at all. */
  readonly answeredAt: string;
  /** From the first answer to the last; null where not measured. Of an invitation not stored. */
  readonly seconds: number | null;
}

/** POST /public/surveys/:linkCode/forms takes a `FilledForm`. Sent again, also with other answers, the first one stands and the answer is the same. */
export interface FormStored {
  readonly id: string;
  readonly stored: true;
}

/** POST /public/survey-kiosk/forms: at most 100. One that can't be taken is answered with why, and the others are taken. */
export interface KioskForms {
  readonly token: string;
  readonly forms: readonly FilledForm[];
}

export interface KioskFormsStored {
  readonly results: readonly KioskFormResult[];
}

export interface KioskFormResult {
  readonly id: string;
  readonly stored: boolean;
  /** A refusal's code and its Vietnamese sentence; null where it is stored. A refused form is to be kept on the device and shown to a person. */
  readonly refusal: { readonly code: string; readonly detail: string } | null;
}

/** POST /public/survey-invitations/form `{code}`. */
export interface InvitedForm extends PublicForm {
  readonly spent: boolean;
  /** For `blindBallot`. */
  readonly ballotKey: BallotKey;
}

/**
 * POST /public/survey-invitations/ballot: spends the invitation. To be sent when the form is sent, not before, and again with the same `blinded`
 * until it is answered: the same hidden token is signed again, another one is refused once the invitation is spent.
 */
export interface BallotRequest {
  readonly code: string;
  readonly blinded: string;
}

export interface SignedBallot {
  readonly signed: string;
}

/** POST /public/survey-ballots: the answer, with the unblinded ballot and nothing of the invitation. One ballot stores one form. */
export interface BallotForm {
  readonly campaignId: string;
  readonly groupCode: string;
  readonly ballot: Ballot;
  readonly answers: FormAnswers;
}

/* ── paper ── */

/** PUT /survey-campaigns/:id/paper-forms/:number/entries/:pass, pass 1 or 2. The second one is typed by another person, and counts for the error figures alone. */
export interface PaperEntryRequest {
  readonly officeId: string | null;
  readonly groupCode: string;
  readonly answers: FormAnswers;
}

/** GET /survey-campaigns/:id/paper-figures */
export interface PaperFigures {
  readonly forms: number;
  readonly typedTwice: number;
  /** Answers compared, and those that differ; a question that one of the two left out differs. */
  readonly compared: number;
  readonly different: number;
  readonly questions: readonly { readonly id: string; readonly compared: number; readonly different: number }[];
  /** Forms of which the two entries differ. */
  readonly numbers: readonly string[];
}

/* ── figures of a survey that was held elsewhere ── */

/** POST /survey-campaigns/:id/external-results/import?dryRun, Excel (Mã cơ quan, Tiêu chí, Tỷ lệ %, Số phiếu, Nguồn). GET lists them. */
export interface ExternalResultView {
  readonly agency: AgencyRef;
  readonly code: string;
  readonly percent: string;
  readonly responses: number | null;
  readonly source: string;
}

export interface ExternalImportView {
  readonly dryRun: boolean;
  readonly rows: readonly { readonly row: number; readonly agencyCode: string; readonly code: string; readonly percent: string; readonly effect: 'create' | 'change' | 'unchanged' }[];
  readonly errors: readonly SheetError[];
}
