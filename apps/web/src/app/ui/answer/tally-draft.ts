import type { TallyItem } from '@par-index/scoring';
import type { DraftKind } from './draft';
import { type TextsDraft, textsDraft } from './texts-draft';

/** A tally is answered once one count is there; those left empty are not counted. */
export function tallyDraft(items: readonly TallyItem[]): DraftKind<TextsDraft> {
  return textsDraft({
    keys: items.map(({ id }) => id),
    needs: 'any',
    numbersOf: (answer) => ('counts' in answer ? answer.counts : {}),
    answerOf: (counts) => ({ counts }),
  });
}

/** «Không có trường hợp nào»: a count of zero for every item. */
export function noneOf(items: readonly TallyItem[]): TextsDraft {
  return Object.fromEntries(items.map(({ id }) => [id, '0']));
}
