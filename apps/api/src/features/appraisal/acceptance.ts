import { type Answer, type CompiledSet, scoreLeaf } from '@par-index/scoring';

/** One criterion that the actor may decide now. */
export interface AssignedCriterion {
  readonly code: string;
  readonly declared: Answer | null;
  readonly decided: boolean;
}

export interface Acceptance {
  readonly accepted: readonly AcceptedCriterion[];
  /** Undecided, with nothing declared: each needs a decision of its own. */
  readonly left: readonly string[];
}

export interface AcceptedCriterion {
  readonly code: string;
  readonly answer: Answer;
  /** Null while a `relative` rule waits for consolidation, and where the leaf is excluded. */
  readonly points: number | null;
}

/** What accepting the undecided criteria (of `codes`, or all of them) would write, in the order of the set. */
export function acceptanceOf(set: CompiledSet, criteria: readonly AssignedCriterion[], codes?: readonly string[]): Acceptance {
  const order = new Map(set.leaves.map(({ code }, index) => [code, index]));
  const undecided = criteria
    .filter(({ code, decided }) => !decided && order.has(code) && (codes === undefined || codes.includes(code)))
    .toSorted((a, b) => (order.get(a.code) ?? 0) - (order.get(b.code) ?? 0));
  return {
    accepted: undecided.flatMap(({ code, declared }) => (declared === null ? [] : [{ code, answer: declared, points: scoreLeaf(set, code, declared).points }])),
    left: undecided.filter(({ declared }) => declared === null).map(({ code }) => code),
  };
}
