import type { RatioMeasure } from '../model/measure';
import { fraction } from '../exact/fraction';
import { ratio } from './ratio';

const measure: RatioMeasure = { type: 'ratio', numerator: 'Số đã làm', denominator: 'Số phải làm' };
const refusals = (answer: Record<string, unknown>, of = measure) => ratio.check(of, answer, '/a').map(
  ({ pointer, code }) => `${pointer} ${code}`,
);

function readQuickly(answer: object, of = measure) {
  const v = { n: NaN, d: NaN };
  return ratio.reader(of)(answer, v) ? v.n / v.d : null;
}

describe('ratio', () => {
  it.each([
    [18, 20, 90n, 1n],
    [7, 13, 700n, 13n],
    [0, 5, 0n, 1n],
    [5, 5, 100n, 1n],
    [0.5, 1.5, 100n, 3n],
    [2, 2.5, 80n, 1n],
    [1e20, 4e20, 25n, 1n],
  ])('%p of %p is the exact percent', (numerator, denominator, n, d) => {
    const answer = { numerator, denominator };
    expect(refusals(answer)).toEqual([]);
    expect(ratio.measured(measure, answer)).toEqual({
      value: fraction(n, d),
      step: { step: 'ratio', numerator, denominator, value: { numerator: `${n}`, denominator: `${d}` } },
    });
  });

  it.each([
    [18, 20, 90],
    [0, 5, 0],
    [0.5, 2.5, 20],
    [2, 2.5, 80],
    [2.5, 10, 25],
  ])('%p of %p is read quickly', (numerator, denominator, v) => {
    expect(readQuickly({ numerator, denominator })).toBe(v);
  });

  it.each<[Record<string, unknown>, readonly string[]]>([
    [{}, ['/a/numerator answer.missing-field', '/a/denominator answer.missing-field']],
    [{ numerator: 1 }, ['/a/denominator answer.missing-field']],
    [{ denominator: 1 }, ['/a/numerator answer.missing-field']],
    [{ numerator: 1, denominator: 2, note: '' }, ['/a/note answer.unknown-field']],
    [{ numerator: '1', denominator: 2 }, ['/a/numerator answer.wrong-type']],
    [{ numerator: 1, denominator: null }, ['/a/denominator answer.wrong-type']],
    [{ numerator: 0.00001, denominator: 2 }, ['/a/numerator answer.not-decimal']],
    [{ numerator: 1, denominator: Infinity }, ['/a/denominator answer.not-decimal']],
    [{ numerator: NaN, denominator: NaN }, ['/a/numerator answer.not-decimal', '/a/denominator answer.not-decimal']],
    [{ numerator: -1, denominator: 2 }, ['/a/numerator answer.below-min']],
    [{ numerator: 1, denominator: 0 }, ['/a/denominator answer.not-positive']],
    [{ numerator: 0, denominator: -2 }, ['/a/denominator answer.not-positive']],
    [{ numerator: -1, denominator: -2 }, ['/a/numerator answer.below-min', '/a/denominator answer.not-positive']],
    [{ numerator: 5.0001, denominator: 5 }, ['/a answer.ratio-above-max']],
  ])('refuses %p, on the quick way too', (answer, expected) => {
    expect(refusals(answer)).toEqual(expected);
    expect(readQuickly(answer)).toBeNull();
  });

  it('says which figures are wrong', () => {
    expect(
      ratio.check(measure, { numerator: 6, denominator: 5 }, '').map(({ params }) => params),
    ).toEqual([{ numerator: 6, denominator: 5, max: 100 }]);
    expect(ratio.check(measure, { numerator: -1, denominator: 0 }, '').map(({ params }) => params)).toEqual([
      { field: 'numerator', value: -1, min: 0 },
      { field: 'denominator', value: 0 },
    ]);
  });

  it('may be above 100 where the measure says so', () => {
    const of = { ...measure, max: 150 };
    expect(refusals({ numerator: 3, denominator: 2 }, of)).toEqual([]);
    expect(readQuickly({ numerator: 3, denominator: 2 }, of)).toBe(150);
    expect(refusals({ numerator: 3.0001, denominator: 2 }, of)).toEqual(['/a answer.ratio-above-max']);
    expect(readQuickly({ numerator: 3.0001, denominator: 2 }, of)).toBeNull();
  });

  it('leaves figures beyond a double to the exact way', () => {
    expect(readQuickly({ numerator: 1, denominator: 2 ** 52 })).not.toBeNull();
    expect(readQuickly({ numerator: 1, denominator: 2 ** 52 + 2 })).toBeNull();
    expect(readQuickly({ numerator: 1.5, denominator: 1e12 })).toBeNull();
  });
});
