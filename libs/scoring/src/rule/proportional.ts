import { compareToEdge, lineAt, lineOf, type Quotient } from '../exact/line';
import { unitsOf } from '../exact/decimal';
import { exactValueOf } from '../exact/exact-value';
import { compare, decimal, divide, ZERO } from '../exact/fraction';
import { measureKind } from '../measure/measures';
import type { MeasureAnswer } from '../model/answer';
import type { ProportionalRule } from '../model/rule';
import type { RuleKindOf } from './rule-kind';
import { shareOfTarget } from './share-of-max';

/** 0 if v < `zeroBelow`, else min(1, v / `target`) × max, never below 0. */
export const proportional: RuleKindOf<ProportionalRule, MeasureAnswer> = {
  check: ({ rule }, answer, at) => measureKind(rule.measure).check(rule.measure, answer, at),

  work({ rule: { measure, target = 100, zeroBelow }, max }, answer) {
    const { value, step } = measureKind(measure).measured(measure, answer);
    if (zeroBelow !== undefined && compare(value, decimal(zeroBelow)) < 0) {
      return { points: ZERO, steps: [step, { step: 'below-zero-line', value: exactValueOf(value), zeroBelow }] };
    }
    const { points, steps } = shareOfTarget(value, target, max);
    return { points, steps: [step, ...steps] };
  },

  quick({ rule: { measure, target = 100, zeroBelow = null }, max, decimals }) {
    const read = measureKind(measure).reader(measure);
    const full = decimal(max);
    const line = lineOf(divide(full, decimal(target)), ZERO, { max: full, decimals });
    const edge = zeroBelow === null ? NaN : unitsOf(zeroBelow);
    const v: Quotient = { n: 0, d: 1 };
    if (zeroBelow === null) return (answer) => (read(answer, v) ? lineAt(line, v) : NaN);
    return (answer) => {
      if (!read(answer, v)) return NaN;
      const side = compareToEdge(v, edge);
      if (side < 0) return 0;
      return side >= 0 ? lineAt(line, v) : NaN;
    };
  },
};
