import type { QuestionStatus, RemarkSide, RemarkVisibility } from './explanation.workflow';

/** GET /assessments/:id/criteria/:code/remarks: what the reader's side wrote, and what was shared, oldest first. */
export interface ThreadView {
  readonly code: string;
  readonly side: RemarkSide;
  readonly remarks: readonly RemarkView[];
  /** Of the newest question to the agency; null where none was asked. */
  readonly question: QuestionStatus | null;
  /** What the reader may write now. */
  readonly writable: Readonly<Record<RemarkVisibility, boolean>>;
  /** Why the reader can't share anything now, as a Vietnamese sentence; null when they can. */
  readonly sharingLockedBecause: string | null;
}

export interface RemarkView {
  readonly id: string;
  readonly code: string;
  readonly side: RemarkSide;
  readonly visibility: RemarkVisibility;
  /** A question to the agency. */
  readonly asks: boolean;
  readonly text: string;
  readonly at: string;
  readonly by: string;
  /** Short name of the agency that the writer spoke for. */
  readonly from: string;
}

/** POST /assessments/:id/criteria/:code/remarks: written once, never changed. `asks` only from the side of the appraisal, and shared. */
export interface WriteRemarkRequest {
  readonly visibility: RemarkVisibility;
  readonly asks: boolean;
  readonly text: string;
}
