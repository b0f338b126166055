import type { ProgressMark } from '@par-index/contract';

/** How an assessment came in, beside its state. */
export const MARK_WORDS: Readonly<Record<ProgressMark, string>> = {
  'late': $localize`Nộp muộn`,
  'not-submitted': $localize`Không nộp`,
  'extended': $localize`Được gia hạn`,
};
