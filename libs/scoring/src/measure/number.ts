import { checkDecimal, checkFieldNames, checkRange, countFields, type Fields } from '../answer/fields';
import { below } from '../answer/pointer';
import { decimal } from '../exact/fraction';
import { QUICK_LIMIT } from '../exact/rounding';
import type { NumberAnswer } from '../model/answer';
import type { NumberMeasure } from '../model/measure';
import type { MeasureKind } from './measure-kind';
import { readPair } from './read-pair';

const rangeOf = ({ min = 0, max = Infinity }: NumberMeasure) => ({ min, max });

/** `v = value`, within the measure's range. */
export const number: MeasureKind<NumberMeasure, NumberAnswer> = {
  check(measure, answer, at) {
    const place = below(at, 'value');
    const shape = [...checkFieldNames(answer, ['value'], at), ...checkDecimal(answer['value'], 'value', place)];
    return shape.length > 0 ? shape : checkRange((answer as Fields & NumberAnswer).value, rangeOf(measure), 'value', place);
  },

  measured({ unit }, { value }) {
    return { value: decimal(value), step: { step: 'value', value, unit } };
  },

  reader(measure) {
    const { min, max } = rangeOf(measure);
    return (answer, v) => {
      const { value } = answer as Partial<NumberAnswer>;
      if (!readPair(value, 1, v) || countFields(answer) !== 1) return false;
      return (value as number) >= min && (value as number) <= max && Math.abs(v.n) <= QUICK_LIMIT;
    };
  },
};
