import type { Answer, CriteriaSet } from '@par-index/scoring';
import type { AnswerView, PredecessorAnswer, PreviousAnswer } from '../assessment/answer.api';
import type { AssessmentState } from '../assessment/assessment.workflow';
import type { PersonRef } from '../assignment/assignment.api';
import type { ExemptionView } from '../cycle/cycle.api';
import type { Phase, Window } from '../cycle/cycle.workflow';
import type { EvidenceLinkView } from '../evidence/evidence.api';
import type { AgencyRef } from '../organisation/organisation.api';
import type { DecisionRequestKind } from './appraisal.workflow';
import type { AppraisalLayerView } from './layer.api';

/** GET /appraisals?cycleId&groupCode&state&search&mine&page: the agencies in which the actor has criteria to appraise; `mine`: given to the actor in person, or to whom they stand in for. */
export interface AppraisalSummary {
  readonly assessmentId: string;
  readonly agency: AgencyRef;
  readonly groupCode: string;
  readonly state: AssessmentState;
  readonly submittedAt: string | null;
  readonly late: boolean;
  readonly notSubmitted: boolean;
  /** Of the actor's own criteria at this agency. */
  readonly decided: number;
  readonly toDecide: number;
  readonly explanationWanted: number;
}

/** GET /appraisals/:assessmentId: one agency, the actor's criteria (all of them for home-affairs and council). */
export interface AppraisalView {
  readonly assessmentId: string;
  readonly cycleId: string;
  readonly cycleTitle: string;
  readonly phase: Phase;
  readonly window: Window;
  readonly now: string;
  readonly agency: AgencyRef;
  readonly state: AssessmentState;
  readonly submittedAt: string | null;
  readonly late: boolean;
  readonly notSubmitted: boolean;
  readonly criteriaSet: CriteriaSet;
  readonly exemptions: readonly ExemptionView[];
  readonly criteria: readonly AppraisedCriterion[];
  /** Of the criteria above those that changed after the first submission, which whoever approves next should know of. */
  readonly changedSinceSubmission: number;
  /** Which they are, and what of them changed. */
  readonly changes: readonly CriterionChange[];
}

/** What changed of a criterion: the agency's answer or note, its evidence, the figure of a survey or imported criterion, or whether it counts. */
export type ChangeKind = 'answer' | 'evidence' | 'figure' | 'exemption';

/**
 * GET /assessments/:id/changes: what changed after the first submission, in the order of the set, as far as the reader sees the assessment;
 * the agency learns of figures that others entered when it reads the appraisal.
 */
export interface CriterionChange {
  readonly code: string;
  readonly kinds: readonly ChangeKind[];
  /** Of the last of them. */
  readonly at: string;
}

/** GET /cycles/:id/changes: of which assessments something changed after their submission, for whoever closes a phase or publishes. By the agency's name; never the reader's own agency. */
export interface ChangedAssessment {
  readonly assessmentId: string;
  readonly agency: AgencyRef;
  /** How many criteria. */
  readonly criteria: number;
}

export interface AppraisedCriterion {
  readonly code: string;
  /** The agency that appraises it here. */
  readonly appraiser: AgencyRef | null;
  /** Who of that agency it is given to; null where it is nobody's in particular. */
  readonly person: PersonRef | null;
  /** Whether this reader may decide it now. */
  readonly decidable: boolean;
  /** Whether the agency explained it in a round that its head submitted: then it is decided again. */
  readonly explained: boolean;
  /** Why not, as a Vietnamese sentence; null when decidable. */
  readonly lockedBecause: string | null;
  readonly answer: AnswerView | null;
  readonly evidence: readonly EvidenceLinkView[];
  readonly layers: readonly AppraisalLayerView[];
  readonly previous: PreviousAnswer | null;
  readonly predecessors: readonly PredecessorAnswer[];
}

/**
 * PUT /appraisals/:assessmentId/decisions/:code. If-Match: the layer's version, `"0"` where there is none.
 * `answer` for `correct` (rule's terms, or not applicable), `awarded` for `award`; `reason` mandatory unless the points stay the same.
 */
export interface DecideRequest {
  /** `keep`, in appraisal 2 alone: what stands below is written again, whatever its kind. */
  readonly kind: DecisionRequestKind;
  readonly answer?: Answer;
  readonly awarded?: number;
  readonly reason: string;
  readonly explanationWanted: boolean;
  readonly question: string;
}

export interface DecidedView {
  readonly layer: AppraisalLayerView;
  readonly decided: number;
  readonly toDecide: number;
  readonly state: AssessmentState;
}

/** POST /appraisals/:assessmentId/acceptance?dryRun: accepts the actor's undecided criteria that have a declared answer, or just `codes`. */
export interface AcceptRestRequest {
  readonly codes?: readonly string[];
}

export interface AcceptRestView {
  readonly dryRun: boolean;
  readonly accepted: readonly { readonly code: string; readonly points: number | null }[];
  /** Undecided criteria that can't be accepted because nothing was declared. */
  readonly left: readonly string[];
  readonly decided: number;
  readonly toDecide: number;
  readonly state: AssessmentState;
}

/** PUT /assessments/:id/base-figures/:code, If-Match: the accepted figure of a `survey` or `imported` criterion (Sở Nội vụ). */
export interface BaseFigureRequest {
  readonly answer: Answer;
  readonly reason: string;
}

/** POST /cycles/:id/base-figures/:code: the figures of one criterion for many agencies, all of them or none. */
export interface ImportBaseFiguresRequest {
  readonly rows: readonly BaseFigureRow[];
  /** Where the figures come from; mandatory where a figure that is there changes. */
  readonly reason: string;
}

export interface BaseFigureRow {
  readonly agencyId: string;
  readonly answer: Answer;
}

export interface ImportedBaseFigures {
  readonly code: string;
  /** Entered anew, and changed. Figures that stay the same are left alone. */
  readonly entered: number;
  readonly changed: number;
}

/** POST /appraisals/:assessmentId/closing: ends the appraisal with criteria undecided, which count as declared (Sở Nội vụ). */
export interface CloseAppraisalRequest {
  readonly reason: string;
}

export interface ClosedAppraisalView {
  readonly state: AssessmentState;
  readonly undecided: readonly string[];
}

/** GET /appraisals/by-criterion/:cycleId/:groupCode/:code: one criterion at every agency of the group where it is the actor's (all of them for home-affairs and council). */
export interface CriterionAppraisalView {
  readonly cycleId: string;
  readonly cycleTitle: string;
  readonly phase: Phase;
  readonly window: Window;
  readonly now: string;
  readonly groupCode: string;
  readonly groupName: string;
  readonly criteriaSet: CriteriaSet;
  readonly code: string;
  /** What the actor may choose among, in the order of the set, with how far each is: the same counters as everywhere. */
  readonly criteria: readonly CriterionProgress[];
  /** By the agency's name. */
  readonly rows: readonly AppraisedAgency[];
}

/** GET /appraisals/by-criterion/:cycleId/:groupCode: which criteria the actor may open across the agencies of a group. */
export interface CriterionChoices {
  readonly criteria: readonly CriterionProgress[];
}

export interface CriterionProgress {
  readonly code: string;
  /** Of the actor's own agencies' decisions. */
  readonly decided: number;
  readonly toDecide: number;
}

/** The criterion at one agency. Before it is handed in, its state alone. */
export interface AppraisedAgency extends AppraisedCriterion {
  readonly assessmentId: string;
  readonly agency: AgencyRef;
  readonly state: AssessmentState;
  readonly late: boolean;
  readonly notSubmitted: boolean;
  /** What of it changed after the first submission. */
  readonly changes: readonly ChangeKind[];
}

/** One undecided agency as it was read: 0 for the layer where there is none, and the version of the agency's answer. */
export interface AcceptableRow {
  readonly assessmentId: string;
  readonly version: number;
  readonly answerVersion: number;
}

/**
 * POST /appraisals/by-criterion/:cycleId/:groupCode/:code/acceptance?dryRun. The preview says what accepting the undecided (of `assessmentIds`, or all) would write;
 * the command writes exactly the rows that it names, on the versions that the preview told, all of them or none.
 */
export interface AcceptAcrossRequest {
  readonly assessmentIds?: readonly string[];
  readonly rows?: readonly AcceptableRow[];
}

export interface AcceptAcrossView {
  readonly dryRun: boolean;
  readonly accepted: readonly AcceptedAgency[];
  /** Undecided and the actor's, but with nothing declared: each needs a decision of its own. */
  readonly left: readonly AgencyRef[];
}

export interface AcceptedAgency extends AcceptableRow {
  readonly agency: AgencyRef;
  readonly answer: Answer;
  /** Null while a `relative` rule waits for consolidation, and where the leaf is excluded. */
  readonly points: number | null;
}
