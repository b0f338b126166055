import type { CycleView, ProgressRow } from '@par-index/contract';

/** The agency in a cycle that a dialog is about. */
export interface ParticipantInput {
  readonly cycle: CycleView;
  readonly row: ProgressRow;
}
