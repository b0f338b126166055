import type { ExtensiblePhase } from '@par-index/contract';

/** What an agency gets more time for. */
export const EXTENSION_WORDS: Readonly<Record<ExtensiblePhase, string>> = {
  'self-assessment': $localize`Tự đánh giá`,
  'explanation': $localize`Giải trình`,
  'preliminary': $localize`Kiến nghị`,
};
