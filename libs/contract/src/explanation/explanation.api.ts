import type { CriteriaSet } from '@par-index/scoring';
import type { AppraisalLayerView } from '../appraisal/layer.api';
import type { AnswerView } from '../assessment/answer.api';
import type { AssessmentAction, AssessmentState } from '../assessment/assessment.workflow';
import type { ExtensionView } from '../cycle/cycle.api';
import type { Phase, Window } from '../cycle/cycle.workflow';
import type { EvidenceLinkView } from '../evidence/evidence.api';
import type { AgencyRef } from '../organisation/organisation.api';
import type { ExplanationOutcome, ExplanationRoundState, QuestionStatus, Stance } from './explanation.workflow';

/**
 * GET /assessments/:id/explanation with the ETag of the assessment: every difference that the reader may see, what is marked
 * "explanation wanted" first. The agency reads it from the opening of `explanation`; others read what the agency says once its head has submitted it.
 */
export interface ExplanationView {
  readonly assessmentId: string;
  readonly cycleId: string;
  readonly cycleTitle: string;
  readonly phase: Phase;
  readonly agency: AgencyRef;
  readonly state: AssessmentState;
  readonly criteriaSet: CriteriaSet;
  /** That holds for the agency, its extension included; null where the cycle has no dates for the explanation. */
  readonly window: Window | null;
  readonly extended: boolean;
  /** Of the explanation; null where the agency has no deadline of its own. */
  readonly extension: ExtensionView | null;
  readonly now: string;
  readonly round: ExplanationRoundView;
  readonly differences: readonly DifferenceView[];
  /** Whether this reader may explain now. */
  readonly editable: boolean;
  /** Why not, as a Vietnamese sentence that also says who can lift it; null when editable. */
  readonly lockedBecause: string | null;
  readonly openActions: readonly AssessmentAction[];
  readonly version: number;
}

export interface ExplanationRoundView {
  readonly state: ExplanationRoundState;
  readonly openedAt: string | null;
  readonly submittedAt: string | null;
  readonly submittedBy: string | null;
  readonly late: boolean;
}

/** Why a criterion is in the list: points lost against what was declared, short of the full points without a word of the agency's own, deducted, or only asked about. */
export type DifferenceKind = 'lowered' | 'short' | 'deducted' | 'asked';

export interface DifferenceView {
  readonly code: string;
  readonly kind: DifferenceKind;
  readonly wanted: boolean;
  readonly question: QuestionView | null;
  readonly answer: AnswerView | null;
  /** What the agency's own answer is worth; null without one and for `relative`. */
  readonly ownPoints: number | null;
  /** Appraisal 1, or the figure of a survey or imported criterion. */
  readonly appraised: AppraisalLayerView;
  readonly appraisedPoints: number | null;
  /** How many points it is about; null where only the group can tell. */
  readonly lost: number | null;
  readonly explanation: ExplanationEntry | null;
  /** Null while the round is open. */
  readonly outcome: ExplanationOutcome | null;
  /** Of the self-assessment. */
  readonly evidence: readonly EvidenceLinkView[];
  /** Of the explanation, kept apart. */
  readonly explanationEvidence: readonly EvidenceLinkView[];
  /** That the reader may read. */
  readonly remarks: number;
}

export interface QuestionView {
  readonly text: string;
  readonly askedAt: string;
  readonly status: QuestionStatus;
}

export interface ExplanationEntry {
  readonly code: string;
  readonly stance: Stance;
  readonly text: string;
  /** Last changed between the deadline and the close. */
  readonly late: boolean;
  readonly updatedAt: string;
  readonly updatedBy: string;
  readonly version: number;
}

/** PUT /assessments/:id/explanations/:code. If-Match: the entry's version, `"0"` where there is none yet. An empty text is kept as a draft; the head can't submit it. */
export interface SaveExplanationRequest {
  readonly stance: Stance;
  readonly text: string;
}

/** The problem of a 412 on an explanation: what stands on the server now. */
export interface ExplanationConflict {
  readonly current: ExplanationEntry | null;
}

/** GET /assessments/:id/explanations/:code/history, newest first. */
export interface ExplanationRevisionView {
  readonly version: number;
  readonly stance: Stance;
  readonly text: string;
  readonly at: string;
  readonly by: string;
}
