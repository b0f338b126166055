import { exactValueOf } from '../exact/exact-value';
import { decimal, divide, type Fraction, greatest, ZERO } from '../exact/fraction';
import { type Line, lineAt, lineOf, type Quotient } from '../exact/line';
import { measureKind } from '../measure/measures';
import type { MeasureAnswer } from '../model/answer';
import type { RelativeRule } from '../model/rule';
import type { RuleKindOf, RuleScope, Worked } from './rule-kind';
import { timesMax } from './share-of-max';

/** v / the best v among the agencies scored together × max; 0 if the best is ≤ 0. Pending while the best is not known. */
export const relative: RuleKindOf<RelativeRule, MeasureAnswer> = {
  check: ({ rule }, answer, at) => measureKind(rule.measure).check(rule.measure, answer, at),

  work({ rule: { measure }, max, best }, answer) {
    const { value, step } = measureKind(measure).measured(measure, answer);
    const { points, steps } = beside(best, value, max);
    return { points, steps: [step, ...steps] };
  },

  quick(scope) {
    const read = measureKind(scope.rule.measure).reader(scope.rule.measure);
    const line = lineBeside(scope);
    const v: Quotient = { n: 0, d: 1 };
    if (line === null) return () => NaN;
    return (answer) => (read(answer, v) ? lineAt(line, v) : NaN);
  },
};

function beside(known: Fraction | null, value: Fraction, max: number): Worked {
  if (known === null) return { points: null, steps: [{ step: 'relative', value: exactValueOf(value), best: null, share: null }] };
  // The best of the group may have been taken before this answer: it is never below the answer itself.
  const best = greatest(known, value);
  const share = value.n > 0n ? divide(value, best) : ZERO;
  const { points, step } = timesMax(share, max);
  return { points, steps: [{ step: 'relative', value: exactValueOf(value), best: exactValueOf(best), share: exactValueOf(share) }, step] };
}

function lineBeside({ max, decimals, best }: RuleScope<RelativeRule>): Line | null {
  if (best === null) return null;
  const slope = best.n > 0n ? divide(decimal(max), best) : ZERO;
  return lineOf(slope, ZERO, { max: decimal(max), decimals });
}
