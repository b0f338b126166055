import { isExempt } from '../answer/is-exempt';
import { leafToScore } from '../answer/leaf-to-score';
import { type WorkedLeaf, workLeaf } from '../answer/work-leaf';
import { exactValueOf, fractionOf } from '../exact/exact-value';
import type { Fraction } from '../exact/fraction';
import { pointsOf, roundedUnits, roundHalfUp } from '../exact/rounding';
import type { Answer } from '../model/answer';
import type { CompiledSet } from '../model/compiled-set';
import type { ExactValue, LeafTrace, TraceStep } from '../model/trace';

/** What a leaf's explanation needs from outside its answer. */
export interface ExplanationContext {
  /** The best v among the agencies scored together, for a `relative` leaf; see `bestOfRelative`. */
  readonly best?: ExactValue;
  /** The codes that the agency is exempt from. */
  readonly exempt?: readonly string[];
}

/**
 * Why the leaf `code` has the points it has: the answer, the rule, each arithmetic step, the result. Throws an InvalidAnswerError on an
 * answer that `checkAnswer` refuses. `points` always equals what `scoreLeaf` and `scoreGroup` give.
 */
export function explainLeaf(set: CompiledSet, code: string, answer: Answer | null, context: ExplanationContext = {}): LeafTrace {
  const { leaf, ...planLeaf } = leafToScore(set, code, answer);
  const best = context.best === undefined ? null : fractionOf(context.best);
  const worked = isExempt(leaf, context.exempt ?? []) ? EXEMPT : workLeaf({ leaf, ...planLeaf }, answer, best);
  const { points, rounding } = rounded(worked.points, planLeaf.scope.decimals);
  return { code, max: leaf.max, rule: leaf.rule, answer, outcome: worked.outcome, steps: [...worked.steps, ...rounding], points };
}

const EXEMPT: WorkedLeaf = { outcome: 'excluded', points: null, steps: [{ step: 'excluded', because: 'exempt', reason: null }] };

/** The rounded points, with a step for it where it changed them. */
function rounded(exact: Fraction | null, decimals: number): { readonly points: number | null; readonly rounding: readonly TraceStep[] } {
  if (exact === null) return { points: null, rounding: [] };
  const points = pointsOf(roundedUnits(exact, decimals));
  const changed = exact.n * 10n ** BigInt(decimals) !== roundHalfUp(exact, decimals) * exact.d;
  return { points, rounding: changed ? [{ step: 'rounded', value: exactValueOf(exact), decimals, points }] : [] };
}
