import type { CriteriaRow } from './criteria-table';

/** A criterion with the rows that say something of it: its own, and the lines below. */
export interface WordNode {
  readonly row: CriteriaRow;
  readonly code: string;
  readonly title: string;
  readonly lines: LineOfRow[];
  readonly evidence: string[];
  readonly appraiser: string[];
  readonly note: string[];
  readonly children: WordNode[];
  readonly doubts: RowDoubt[];
}

export interface LineOfRow {
  readonly row: number;
  readonly text: string;
}

export interface RowDoubt {
  readonly row: number;
  readonly line: string;
  readonly reason: string;
  readonly assumed: string;
}
