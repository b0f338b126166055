import { checkDecimals, checkFieldNames, countFields, type Fields } from '../answer/fields';
import { below } from '../answer/pointer';
import { refusal } from '../answer/refusal';
import { exactValueOf } from '../exact/exact-value';
import { decimal, divide, HUNDRED, multiply, subtract } from '../exact/fraction';
import { QUICK_LIMIT } from '../exact/rounding';
import type { GrowthAnswer } from '../model/answer';
import type { GrowthMeasure } from '../model/measure';
import type { MeasureKind } from './measure-kind';
import { readPair } from './read-pair';

const FIELDS = ['current', 'previous'];

/** `v = 100 × (current − previous) / previous`: from 100 to 105 is 5, from 100 to 95 is −5. */
export const growth: MeasureKind<GrowthMeasure, GrowthAnswer> = {
  check(_measure, answer, at) {
    const shape = [...checkFieldNames(answer, FIELDS, at), ...checkDecimals(answer, FIELDS, at)];
    if (shape.length > 0) return shape;
    const { previous } = answer as Fields & GrowthAnswer;
    return previous > 0 ? [] : [refusal('answer.not-positive', below(at, 'previous'), { field: 'previous', value: previous })];
  },

  measured(_measure, { current, previous }) {
    const before = decimal(previous);
    const value = divide(multiply(HUNDRED, subtract(decimal(current), before)), before);
    return { value, step: { step: 'growth', current, previous, value: exactValueOf(value) } };
  },

  reader() {
    return (answer, v) => {
      const { current, previous } = answer as Partial<GrowthAnswer>;
      if (!readPair(current, previous, v) || countFields(answer) !== 2) return false;
      v.n = 100 * (v.n - v.d);
      return Math.abs(v.n) <= QUICK_LIMIT;
    };
  },
};
