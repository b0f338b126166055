import type { ProportionalRule } from '../model/rule';
import { expectPoints, expectRefusals, ruleUnderTest } from './rule-under-test.fixture';

const ratio = { type: 'ratio', numerator: 'Đã làm', denominator: 'Phải làm' } as const;
const of = (rule: Partial<ProportionalRule>, max = 2.5, decimals = 4) =>
  ruleUnderTest({ kind: 'proportional', measure: ratio, ...rule }, { max, decimals });
const v = (numerator: number, denominator = 100) => ({ numerator, denominator });

describe('proportional', () => {
  it.each([
    [v(0), 0],
    [v(90), 2.25],
    [v(100), 2.5],
    [v(7, 13), 1.3462],
    [v(1, 3), 0.8333],
    [v(0.5, 1.5), 0.8333],
  ])('%p of 2.5 is %p', (answer, points) => {
    expectPoints(of({}), answer, points);
  });

  it.each([
    [v(40), 1.25],
    [v(79.9999), 2.5],
    [v(80), 2.5],
    [v(90), 2.5],
  ])('with a target of 80 %p is %p', (answer, points) => {
    expectPoints(of({ target: 80 }), answer, points);
  });

  it.each([
    [v(79.9999), 0],
    [v(80), 2],
    [v(100), 2.5],
    [v(0), 0],
  ])('with nothing below 80 %p is %p', (answer, points) => {
    expectPoints(of({ zeroBelow: 80 }), answer, points);
  });

  it('rounds once, half up, to the decimals of the set', () => {
    expectPoints(of({}, 1, 2), v(1, 200), 0.01);
    expectPoints(of({}, 1, 2), v(0.9999, 200), 0);
    expectPoints(of({}, 3, 0), v(50), 2);
    expectPoints(of({}, 1), v(1, 20_000), 0.0001);
  });

  it('takes a number or a growth too, and nothing for a negative one', () => {
    const grown = of({ measure: { type: 'growth', current: 'Nay', previous: 'Trước' }, target: 10 });
    expectPoints(grown, { current: 105, previous: 100 }, 1.25);
    expectPoints(grown, { current: 130, previous: 100 }, 2.5);
    expectPoints(grown, { current: 95, previous: 100 }, 0);
    expectPoints(of({ measure: { type: 'number', label: 'Điểm', unit: 'điểm', max: 100 } }, 1), { value: 85.5 }, 0.855);
  });

  it('may want a growth above a line below 0', () => {
    const shrunk = of({ measure: { type: 'growth', current: 'Nay', previous: 'Trước' }, zeroBelow: -10 });
    expectPoints(shrunk, { current: 95, previous: 100 }, 0);
    expect(shrunk.steps({ current: 95, previous: 100 }).map(({ step }) => step)).toEqual(['growth', 'negative-value']);
    expect(shrunk.steps({ current: 80, previous: 100 }).map(({ step }) => step)).toEqual(['growth', 'below-zero-line']);
  });

  it('is exact beyond a double', () => {
    const tested = of({ zeroBelow: 50 });
    expect(tested.quick(v(2e20, 3e20))).toBeNaN();
    expect(tested.points(v(2e20, 3e20))).toBe(1.6667);
    expect(tested.points(v(49e20, 100e20))).toBe(0);
    expect(tested.quick(v(4e9, 1e10))).toBeNaN();
    expect(tested.points(v(4e9, 1e10))).toBe(0);
  });

  it.each<[unknown, readonly string[]]>([
    [v(101), [' answer.ratio-above-max']],
    [{ numerator: 1 }, ['/denominator answer.missing-field']],
    [{ value: 1 }, ['/value answer.unknown-field', '/numerator answer.missing-field', '/denominator answer.missing-field']],
  ])('refuses %p as its measure does', (answer, refusals) => {
    expectRefusals(of({}), answer, refusals);
    expectRefusals(of({ zeroBelow: 80 }), answer, refusals);
  });
});

describe('the explanation of a proportional leaf', () => {
  it('shows the value, its share of the target and that share of max', () => {
    expect(of({ target: 80 }).steps(v(7, 13))).toEqual([
      { step: 'ratio', numerator: 7, denominator: 13, value: { numerator: '700', denominator: '13' } },
      {
        step: 'share-of-target',
        value: { numerator: '700', denominator: '13' },
        target: 80,
        share: { numerator: '35', denominator: '52' },
        reached: false,
      },
      { step: 'times-max', share: { numerator: '35', denominator: '52' }, max: 2.5, result: { numerator: '175', denominator: '104' } },
      { step: 'rounded', value: { numerator: '175', denominator: '104' }, decimals: 4, points: 1.6827 },
    ]);
  });

  it('shows that the target is reached, at it and above it', () => {
    const share = { numerator: '1', denominator: '1' };
    for (const n of [80, 90]) {
      expect(of({ target: 80 }).steps(v(n)).slice(1)).toEqual([
        { step: 'share-of-target', value: { numerator: `${n}`, denominator: '1' }, target: 80, share, reached: true },
        { step: 'times-max', share, max: 2.5, result: { numerator: '5', denominator: '2' } },
      ]);
    }
  });

  it('stops where the value is below the line', () => {
    expect(of({ zeroBelow: 80 }).steps(v(79))).toEqual([
      { step: 'ratio', numerator: 79, denominator: 100, value: { numerator: '79', denominator: '1' } },
      { step: 'below-zero-line', value: { numerator: '79', denominator: '1' }, zeroBelow: 80 },
    ]);
    expect(of({ zeroBelow: 80 }).steps(v(80)).map(({ step }) => step)).toEqual(['ratio', 'share-of-target', 'times-max']);
  });

  it('has a target of 100 where the rule names none', () => {
    expect(of({}).steps(v(50))[1]).toMatchObject({ step: 'share-of-target', target: 100, share: { numerator: '1', denominator: '2' } });
  });

  it('stops at a negative value', () => {
    const steps = of({ measure: { type: 'growth', current: 'Nay', previous: 'Trước' } }).steps({ current: 9, previous: 10 });
    expect(steps[1]).toEqual({ step: 'negative-value', value: { numerator: '-10', denominator: '1' } });
    expect(steps).toHaveLength(2);
  });
});
