import { checkDecimals, checkFieldNames, checkRange, countFields, type Fields } from '../answer/fields';
import { below } from '../answer/pointer';
import { refusal } from '../answer/refusal';
import { compare, decimal, divide, HUNDRED, multiply } from '../exact/fraction';
import { exactValueOf } from '../exact/exact-value';
import { QUICK_LIMIT } from '../exact/rounding';
import type { RatioAnswer } from '../model/answer';
import type { Finding } from '../model/finding';
import type { RatioMeasure } from '../model/measure';
import type { MeasureKind } from './measure-kind';
import { readPair } from './read-pair';

const FIELDS = ['numerator', 'denominator'];
const limitOf = ({ max = 100 }: RatioMeasure): number => max;

/** `v = 100 × numerator / denominator`: 18 of 20 is 90. */
export const ratio: MeasureKind<RatioMeasure, RatioAnswer> = {
  check(measure, answer, at) {
    const shape = [...checkFieldNames(answer, FIELDS, at), ...checkDecimals(answer, FIELDS, at)];
    return shape.length > 0 ? shape : checkOperands(measure, answer as Fields & RatioAnswer, at);
  },

  measured(_measure, answer) {
    const value = valueOf(answer);
    return { value, step: { step: 'ratio', ...operandsOf(answer), value: exactValueOf(value) } };
  },

  reader(measure) {
    const limit = divide(decimal(limitOf(measure)), HUNDRED);
    const [limitNumerator, limitDenominator] = [Number(limit.n), Number(limit.d)];
    return (answer, v) => {
      const { numerator, denominator } = answer as Partial<RatioAnswer>;
      if (!readPair(numerator, denominator, v) || countFields(answer) !== 2) return false;
      const most = v.d * limitNumerator;
      if (!(v.n >= 0 && most <= QUICK_LIMIT && v.n * limitDenominator <= most)) return false;
      v.n *= 100;
      return true;
    };
  },
};

const operandsOf = ({ numerator, denominator }: RatioAnswer): RatioAnswer => ({ numerator, denominator });

const valueOf = ({ numerator, denominator }: RatioAnswer) => divide(multiply(HUNDRED, decimal(numerator)), decimal(denominator));

function checkOperands(measure: RatioMeasure, answer: RatioAnswer, at: string): readonly Finding[] {
  const { numerator, denominator } = answer;
  const negative = checkRange(numerator, { min: 0 }, 'numerator', below(at, 'numerator'));
  if (denominator <= 0) {
    return [...negative, refusal('answer.not-positive', below(at, 'denominator'), { field: 'denominator', value: denominator })];
  }
  const max = limitOf(measure);
  const over = compare(valueOf(answer), decimal(max)) > 0;
  return over ? [...negative, refusal('answer.ratio-above-max', at, { numerator, denominator, max })] : negative;
}
