import { fraction } from '../exact/fraction';
import type { GrowthMeasure } from '../model/measure';
import { growth } from './growth';

const measure: GrowthMeasure = { type: 'growth', current: 'Năm nay', previous: 'Năm trước' };
const refusals = (answer: Record<string, unknown>) => growth.check(measure, answer, '/a').map(({ pointer, code }) => `${pointer} ${code}`);

function readQuickly(answer: object) {
  const v = { n: NaN, d: NaN };
  return growth.reader(measure)(answer, v) ? v.n / v.d : null;
}

describe('growth', () => {
  it.each([
    [105, 100, 5n, 1n],
    [95, 100, -5n, 1n],
    [100, 100, 0n, 1n],
    [0, 8, -100n, 1n],
    [1, 3, -200n, 3n],
    [-4, 8, -150n, 1n],
    [2.5, 0.5, 400n, 1n],
    [3e20, 2e20, 50n, 1n],
  ])('from %2$p to %1$p', (current, previous, n, d) => {
    expect(refusals({ current, previous })).toEqual([]);
    expect(growth.measured(measure, { current, previous })).toEqual({
      value: fraction(n, d),
      step: { step: 'growth', current, previous, value: { numerator: `${n}`, denominator: `${d}` } },
    });
  });

  it.each([
    [105, 100, 5],
    [95, 100, -5],
    [2.5, 0.5, 400],
    [0, 8, -100],
  ])('to %p from %p is read quickly', (current, previous, v) => {
    expect(readQuickly({ current, previous })).toBe(v);
  });

  it.each<[Record<string, unknown>, readonly string[]]>([
    [{}, ['/a/current answer.missing-field', '/a/previous answer.missing-field']],
    [{ current: 1, previous: 1, unit: '%' }, ['/a/unit answer.unknown-field']],
    [{ current: '1', previous: 1 }, ['/a/current answer.wrong-type']],
    [{ current: 1, previous: true }, ['/a/previous answer.wrong-type']],
    [{ current: 1 / 3, previous: 1 }, ['/a/current answer.not-decimal']],
    [{ current: 1, previous: Infinity }, ['/a/previous answer.not-decimal']],
    [{ current: 1, previous: 0 }, ['/a/previous answer.not-positive']],
    [{ current: 1, previous: -1 }, ['/a/previous answer.not-positive']],
  ])('refuses %p, on the quick way too', (answer, expected) => {
    expect(refusals(answer)).toEqual(expected);
    expect(readQuickly(answer)).toBeNull();
  });

  it('says what was given', () => {
    expect(growth.check(measure, { current: 1, previous: -2 }, '')[0]?.params).toEqual({ field: 'previous', value: -2 });
  });

  it('leaves figures beyond a double to the exact way', () => {
    expect(readQuickly({ current: 2 ** 45, previous: 1 })).not.toBeNull();
    expect(readQuickly({ current: 2 ** 46, previous: 1 })).toBeNull();
    expect(readQuickly({ current: -(2 ** 46), previous: 1 })).toBeNull();
    expect(readQuickly({ current: Infinity, previous: 1 })).toBeNull();
  });
});
