import type { Measure } from '../model/measure';
import { fraction } from '../exact/fraction';
import type { RelativeRule } from '../model/rule';
import { relative } from './relative';
import { expectRefusals, ruleUnderTest } from './rule-under-test.fixture';

const ratio: Measure = { type: 'ratio', numerator: 'Trực tuyến', denominator: 'Tất cả' };
const growth: Measure = { type: 'growth', current: 'Nay', previous: 'Trước' };
const rule = (measure: Measure): RelativeRule => ({ kind: 'relative', measure });
const scope = (best: bigint | null, measure: Measure = ratio) => (
  { rule: rule(measure), max: 3, decimals: 4, best: best === null ? null : fraction(best) }
);
const tested = ruleUnderTest(rule(ratio), { max: 3 });
const v = (numerator: number, denominator = 100) => ({ numerator, denominator });

describe('relative', () => {
  it.each([
    [v(75), 3n, 1n, 30_000],
    [v(50), 2n, 1n, 20_000],
    [v(0), 0n, 1n, 0],
    [v(1, 3), 4n, 3n, 13_333],
  ])('%p beside a best of 75 is its share of max', (answer, n, d, units) => {
    expect(relative.work(scope(75n), answer).points).toEqual(fraction(n, d));
    expect(relative.quick(scope(75n))(answer)).toBe(units);
  });

  it.each([0n, -5n])('is 0 where the best is %p', (best) => {
    expect(relative.work(scope(best, growth), { current: 90, previous: 100 }).points).toEqual(fraction(0n));
    expect(relative.quick(scope(best, growth))({ current: 90, previous: 100 })).toBe(0);
  });

  it('is 0 where all have 0', () => {
    expect(relative.work(scope(0n), v(0)).points).toEqual(fraction(0n));
    expect(relative.work(scope(0n), v(0)).steps[1]).toMatchObject({ best: { numerator: '0' }, share: { numerator: '0', denominator: '1' } });
    expect(relative.quick(scope(0n))(v(0))).toBe(0);
  });

  it('is 0 for a negative value', () => {
    expect(relative.work(scope(20n, growth), { current: 90, previous: 100 }).points).toEqual(fraction(0n));
    expect(relative.quick(scope(20n, growth))({ current: 90, previous: 100 })).toBe(0);
  });

  it('is never above max: an answer given after the best was taken is the best itself', () => {
    const worked = relative.work(scope(50n), v(80));
    expect(worked.points).toEqual(fraction(3n));
    expect(worked.steps[1]).toEqual({
      step: 'relative',
      value: { numerator: '80', denominator: '1' },
      best: { numerator: '80', denominator: '1' },
      share: { numerator: '1', denominator: '1' },
    });
    expect(relative.quick(scope(50n))(v(80))).toBe(30_000);
  });

  it('waits while the best is not known', () => {
    expect(relative.work(scope(null), v(50))).toEqual({
      points: null,
      steps: [
        { step: 'ratio', numerator: 50, denominator: 100, value: { numerator: '50', denominator: '1' } },
        { step: 'relative', value: { numerator: '50', denominator: '1' }, best: null, share: null },
      ],
    });
    expect(relative.quick(scope(null))(v(50))).toBeNaN();
  });

  it('is explained by its share of the best', () => {
    expect(tested.steps(v(50), { best: { numerator: '75', denominator: '1' } })).toEqual([
      { step: 'ratio', numerator: 50, denominator: 100, value: { numerator: '50', denominator: '1' } },
      {
        step: 'relative',
        value: { numerator: '50', denominator: '1' },
        best: { numerator: '75', denominator: '1' },
        share: { numerator: '2', denominator: '3' },
      },
      { step: 'times-max', share: { numerator: '2', denominator: '3' }, max: 3, result: { numerator: '2', denominator: '1' } },
    ]);
  });

  it.each<[unknown, readonly string[]]>([
    [v(101), [' answer.ratio-above-max']],
    [{ numerator: 1 }, ['/denominator answer.missing-field']],
  ])('refuses %p as its measure does', (answer, refusals) => {
    expectRefusals(tested, answer, refusals);
    expect(relative.quick(scope(50n))(answer as object)).toBeNaN();
  });
});
