import type { Answer } from '@par-index/scoring';
import type { AgencyRef } from '../organisation/organisation.api';

export interface AnswerView {
  readonly code: string;
  readonly answer: Answer | null;
  /** By the library; null without an answer and for `relative` («chờ tổng hợp»). */
  readonly points: number | null;
  /** Thuyết minh. An unanswered criterion with a note counts as declared without figures: 0 points. */
  readonly note: string;
  /** Written explanation in the place of required evidence. */
  readonly evidenceExplanation: string;
  readonly late: boolean;
  readonly updatedAt: string;
  readonly updatedBy: string;
  readonly version: number;
}

export interface PreviousAnswer {
  readonly code: string;
  readonly answer: Answer | null;
  readonly points: number | null;
}

/** What an agency from which another came declared and was given for a criterion. */
export interface PredecessorAnswer extends PreviousAnswer {
  readonly agency: AgencyRef;
}
