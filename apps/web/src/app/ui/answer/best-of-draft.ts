import type { Answer, BestOfRule } from '@par-index/scoring';
import type { DraftKind } from './draft';

/** A case that is opened but not answered yet is null; one that is closed is not there. */
export type BestOfDraft = Readonly<Record<string, Answer | null | 'unreadable'>>;

/** Answered once one case is; opened cases without an answer are left out. */
export function bestOfDraft(rule: BestOfRule): DraftKind<BestOfDraft> {
  return {
    read: (answer) => {
      const cases = answer && 'cases' in answer ? answer.cases : {};
      return Object.fromEntries(rule.cases.flatMap(({ id }) => (cases[id] ? [[id, cases[id]]] : [])));
    },
    write: (draft) => {
      const given = rule.cases.flatMap(({ id }) => (draft[id] ? [[id, draft[id]] as const] : []));
      if (given.some(([, answer]) => answer === 'unreadable')) {
        return 'unreadable';
      }
      return given.length === 0 ? null : ({ cases: Object.fromEntries(given) } as Answer);
    },
  };
}
