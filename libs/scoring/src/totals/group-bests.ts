import { checkLeafAnswer } from '../answer/check-leaf-answer';
import { isExempt } from '../answer/is-exempt';
import { isAwarded, isNotApplicable } from '../answer/leaf-answer';
import { type Fraction, fraction, greatest } from '../exact/fraction';
import type { Quotient } from '../exact/line';
import { QUICK_LIMIT } from '../exact/rounding';
import { measureKind } from '../measure/measures';
import type { Answer } from '../model/answer';
import type { AgencyAnswers } from '../model/result';
import type { RelativeRule } from '../model/rule';
import type { Plan, PlanLeaf } from '../tree/plan';

/**
 * The best v of the group at every `relative` leaf where an answer counts: not one in place of which points are awarded, not one
 * that does not apply, not one of an agency that is exempt. A wrong answer does not count; who needs it refused checks it apart.
 */
export function groupBests(plan: Plan, agencies: readonly AgencyAnswers[]): ReadonlyMap<string, Fraction> {
  return new Map(
    plan.relativeLeaves.flatMap((planLeaf): readonly [string, Fraction][] => {
      const best = bestAt(planLeaf, agencies);
      return best === null ? [] : [[planLeaf.leaf.code, best]];
    }),
  );
}

/** Compares quotients of doubles while they are small, and exactly what they cannot hold. */
function bestAt(planLeaf: PlanLeaf, agencies: readonly AgencyAnswers[]): Fraction | null {
  const { leaf } = planLeaf;
  const { measure } = leaf.rule as RelativeRule;
  const read = measureKind(measure).reader(measure);
  const [v, best]: [Quotient, Quotient] = [{ n: 0, d: 1 }, { n: 0, d: 0 }];
  let exact: Fraction | null = null;
  for (const { answers, exempt = [] } of agencies) {
    const answer: unknown = Object.hasOwn(answers, leaf.code) ? answers[leaf.code] : null;
    if (typeof answer !== 'object' || answer === null || isExempt(leaf, exempt)) continue;
    if (read(answer, v) && isSmall(v)) keepHigher(best, v);
    else exact = higher(exact, valueOf(planLeaf, answer as Answer));
  }
  return best.d > 0 ? higher(exact, fraction(BigInt(best.n), BigInt(best.d))) : exact;
}

const SMALL = Math.sqrt(QUICK_LIMIT);
const isSmall = ({ n, d }: Quotient): boolean => Math.abs(n) <= SMALL && d <= SMALL;

function keepHigher(best: Quotient, v: Quotient): void {
  if (best.d > 0 && v.n * best.d <= best.n * v.d) return;
  best.n = v.n;
  best.d = v.d;
}

const higher = (a: Fraction | null, b: Fraction | null): Fraction | null => (a === null ? b : b === null ? a : greatest(a, b));

function valueOf(planLeaf: PlanLeaf, answer: Answer): Fraction | null {
  if (isAwarded(answer) || isNotApplicable(answer) || checkLeafAnswer(planLeaf, answer, '').length > 0) return null;
  const { measure } = planLeaf.leaf.rule as RelativeRule;
  return measureKind(measure).measured(measure, answer).value;
}
