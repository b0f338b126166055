import type { IconName } from '../icon/icon-paths';
import type { Tone } from '../words/state-words';

/** How one leaf stands: a shape, with its word for whoever does not see it. */
export interface TreeMark {
  readonly icon: IconName;
  readonly words: string;
  readonly tone: Tone;
  /** Where there are no points yet: these words instead of a figure, or a dash. */
  readonly insteadOfPoints?: string;
}

/** A button above the tree that keeps only some leaves: «chưa làm», «thiếu TLKC». */
export interface TreeFilter {
  readonly id: string;
  readonly label: string;
  readonly codes: ReadonlySet<string>;
}
