import type { Answer, TallyItem } from '@par-index/scoring';
import type { DraftKind } from './draft';
import type { FieldValue } from './field-value';

export type TallyDraft = Readonly<Record<string, FieldValue>>;

/** A tally is answered once one count is there; those left empty are not counted. */
export function tallyDraft(items: readonly TallyItem[]): DraftKind<TallyDraft> {
  return {
    read: (answer) => {
      const counts = answer && 'counts' in answer ? answer.counts : {};
      return Object.fromEntries(items.map(({ id }) => [id, counts[id] ?? null]));
    },
    write: (draft) => {
      const given = Object.entries(draft).filter(([, value]) => value !== null);
      if (given.some(([, value]) => value === 'unreadable')) {
        return 'unreadable';
      }
      return given.length === 0 ? null : ({ counts: Object.fromEntries(given) } as Answer);
    },
  };
}

/** «Không có trường hợp nào»: a count of zero for every item. */
export function noneOf(items: readonly TallyItem[]): TallyDraft {
  return Object.fromEntries(items.map(({ id }) => [id, 0]));
}
