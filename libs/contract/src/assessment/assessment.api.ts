import type { Answer, CriteriaSet, LeafTrace, NodeResult } from '@par-index/scoring';
import type { AppraisalLayerView } from '../appraisal/layer.api';
import type { ExemptionView, ExtensionView } from '../cycle/cycle.api';
import type { Phase, Window } from '../cycle/cycle.workflow';
import type { EvidenceLinkView } from '../evidence/evidence.api';
import type { AgencyRef } from '../organisation/organisation.api';
import type { AnswerView, PredecessorAnswer, PreviousAnswer } from './answer.api';
import type { AssessmentAction, AssessmentState } from './assessment.workflow';

/** GET /assessments?cycleId&groupCode&state&marked&search&page: those in the actor's scope. */
export interface AssessmentSummary {
  readonly id: string;
  readonly cycleId: string;
  readonly cycleTitle: string;
  readonly year: number;
  readonly phase: Phase;
  readonly agency: AgencyRef;
  readonly groupCode: string;
  readonly state: AssessmentState;
  readonly submittedAt: string | null;
  readonly late: boolean;
  readonly notSubmitted: boolean;
}

/** GET /assessments/:id with ETag: everything that the self-assessment page needs, in one answer. */
export interface AssessmentView extends AssessmentSummary {
  readonly criteriaSet: CriteriaSet;
  readonly window: Window;
  /** Of self-assessment. */
  readonly extension: ExtensionView | null;
  readonly exemptions: readonly ExemptionView[];
  readonly now: string;
  readonly answers: readonly AnswerView[];
  readonly evidence: readonly EvidenceLinkView[];
  /** The layers that this reader may see; empty for the agency before `explanation`. */
  readonly layers: readonly AppraisalLayerView[];
  readonly totals: TotalsView;
  readonly missing: readonly MissingItem[];
  /** The same agency's answers and decided points of the year before, where there was one. */
  readonly previous: readonly PreviousAnswer[];
  /** The same of what the agency came from, each by itself: nothing is summed over a merge. */
  readonly predecessors: readonly PredecessorAnswer[];
  readonly openActions: readonly AssessmentAction[];
  /** Whether this reader may change answers now. */
  readonly editable: boolean;
  /** Why not, as a Vietnamese sentence that also says who can lift it; null when editable. */
  readonly lockedBecause: string | null;
  readonly version: number;
}

/** PUT /assessments/:id/answers/:code. If-Match: the answer's version, `"0"` where there is none yet. */
export interface SaveAnswerRequest {
  readonly answer: Answer | null;
  readonly note: string;
  readonly evidenceExplanation: string;
}

export interface SavedAnswer {
  readonly saved: AnswerView;
  readonly trace: LeafTrace;
  readonly totals: TotalsView;
  readonly missing: readonly MissingItem[];
}

/** The problem of a 412 on an answer: what stands on the server now, so that both sides can be shown. Null where nothing does. */
export interface AnswerConflict {
  readonly current: AnswerView | null;
}

/** Running totals; `relative` leaves stand outside until consolidation. */
export interface TotalsView {
  readonly points: number;
  readonly max: number;
  /** Of `max`, what the agency scores itself: without survey, imported and appraiser's criteria. */
  readonly selfMax: number;
  readonly bonus: number;
  readonly penalty: number;
  readonly answered: number;
  readonly toAnswer: number;
  readonly nodes: Readonly<Record<string, NodeResult>>;
}

/** What stands between here and sending: an applicable self-scored leaf without answer and note, or required evidence that is absent. */
export interface MissingItem {
  readonly code: string;
  readonly kind: 'answer' | 'evidence';
}

/** GET /assessments/:id/answers/:code/history, newest first. */
export interface AnswerRevision {
  readonly version: number;
  readonly answer: Answer | null;
  readonly points: number | null;
  readonly note: string;
  readonly evidenceExplanation: string;
  readonly at: string;
  readonly by: string;
}

/** POST /assessments/:id/transitions, If-Match. */
export interface MoveAssessmentRequest {
  readonly action: AssessmentAction;
  readonly reason?: string;
}

/** GET /assessments/:id/history: every move, newest first. */
export interface HistoryLine {
  readonly at: string;
  readonly by: string;
  /** A Vietnamese sentence. */
  readonly what: string;
  readonly reason: string | null;
  /** The number of the receipt that was issued with it; null where none was. */
  readonly receipt: string | null;
}
