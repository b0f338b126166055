import type { Answer, BestOfRule } from '@par-index/scoring';
import type { DraftKind } from './draft';
import type { Typed } from './half-answer';

/** What stands in each opened case; one that is closed is not there. */
export type BestOfDraft = Readonly<Record<string, Typed>>;

/**
 * Answered once one case is and no other is typed by half: an answer without the case under the hand would not be what is meant. A case
 * that is opened and still empty does not stand in the way; that it is open is kept.
 */
export function bestOfDraft(rule: BestOfRule): DraftKind<BestOfDraft> {
  const pick = (cases: Readonly<Record<string, Typed>>): BestOfDraft =>
    Object.fromEntries(rule.cases.flatMap(({ id }) => (cases[id] ? [[id, cases[id]]] : [])));
  return {
    read: (answer) => {
      const cases = answer && 'cases' in answer ? answer.cases : {};
      return pick(Object.fromEntries(Object.entries(cases).map(([id, given]) => [id, { answer: given, half: null }])));
    },
    restore: (half) => ('cases' in half ? pick(half.cases) : {}),
    write: (draft) => {
      const cases = pick(draft);
      const half = Object.values(cases).every((typed) => typed.answer !== null && typed.half === null) ? null : { cases };
      return { answer: answerOf(cases), half };
    },
  };
}

function answerOf(cases: BestOfDraft): Answer | null {
  const begun = Object.values(cases).some((typed) => typed.answer === null && typed.half !== null);
  const given = Object.entries(cases).flatMap(([id, { answer }]) => (answer ? [[id, answer] as const] : []));
  return begun || given.length === 0 ? null : { cases: Object.fromEntries(given) };
}
