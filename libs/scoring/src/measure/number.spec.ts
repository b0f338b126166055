import { fraction } from '../exact/fraction';
import type { NumberMeasure } from '../model/measure';
import { number } from './number';

const measure: NumberMeasure = { type: 'number', label: 'Số ngày chậm', unit: 'ngày' };
const refusals = (answer: Record<string, unknown>, of = measure) => number.check(of, answer, '/a').map(
  ({ pointer, code }) => `${pointer} ${code}`,
);

function readQuickly(answer: object, of = measure) {
  const v = { n: NaN, d: NaN };
  return number.reader(of)(answer, v) ? v.n / v.d : null;
}

describe('number', () => {
  it.each([0, 3, 85.5, 0.0001, 1e9])('%p is itself', (value) => {
    expect(refusals({ value })).toEqual([]);
    expect(readQuickly({ value })).toBe(value);
    expect(number.measured(measure, { value }).step).toEqual({ step: 'value', value, unit: 'ngày' });
  });

  it('is exact', () => {
    expect(number.measured(measure, { value: 85.5 }).value).toEqual(fraction(171n, 2n));
    expect(number.measured(measure, { value: 1e21 }).value).toEqual(fraction(10n ** 21n));
  });

  it.each<[Record<string, unknown>, readonly string[]]>([
    [{}, ['/a/value answer.missing-field']],
    [{ value: 1, unit: 'ngày' }, ['/a/unit answer.unknown-field']],
    [{ value: '1' }, ['/a/value answer.wrong-type']],
    [{ value: 1e-5 }, ['/a/value answer.not-decimal']],
    [{ value: NaN }, ['/a/value answer.not-decimal']],
    [{ value: Infinity }, ['/a/value answer.not-decimal']],
    [{ value: -0.0001 }, ['/a/value answer.below-min']],
  ])('refuses %p, on the quick way too', (answer, expected) => {
    expect(refusals(answer)).toEqual(expected);
    expect(readQuickly(answer)).toBeNull();
  });

  it('says what was given', () => {
    expect(number.check(measure, { value: '1' }, '')[0]?.params).toEqual({ field: 'value', expected: 'number' });
    expect(number.check(measure, { value: 1e-5 }, '')[0]?.params).toEqual({ field: 'value', value: '0.00001' });
  });

  it('stays within the range of its measure, edges included', () => {
    const of: NumberMeasure = { ...measure, min: -2.5, max: 10 };
    expect([-2.5, 10].map((value) => readQuickly({ value }, of))).toEqual([-2.5, 10]);
    expect([-2.5, 10].flatMap((value) => refusals({ value }, of))).toEqual([]);
    expect([-2.5001, 10.0001].map((value) => readQuickly({ value }, of))).toEqual([null, null]);
    expect(number.check(of, { value: -3 }, '')[0]?.params).toEqual({ field: 'value', value: -3, min: -2.5 });
    expect(number.check(of, { value: 11 }, '')[0]?.params).toEqual({ field: 'value', value: 11, max: 10 });
  });

  it('leaves figures beyond a double to the exact way', () => {
    expect(readQuickly({ value: 2 ** 52 })).toBe(2 ** 52);
    expect(readQuickly({ value: 2 ** 52 + 2 })).toBeNull();
    expect(readQuickly({ value: -(2 ** 53) }, { ...measure, min: -1e30 })).toBeNull();
  });
});
