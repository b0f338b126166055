import type { Band, BandsRule } from '../model/rule';
import { bands } from './bands';
import { expectPoints, expectRefusals, ruleUnderTest } from './rule-under-test.fixture';

const ratio = { type: 'ratio', numerator: 'Đã làm', denominator: 'Phải làm' } as const;
const number = { type: 'number', label: 'Số ngày chậm', unit: 'ngày' } as const;
const growth = { type: 'growth', current: 'Nay', previous: 'Trước' } as const;
const v = (numerator: number, denominator = 100) => ({ numerator, denominator });
const of = (measure: BandsRule['measure'], list: readonly Band[], max: number, decimals = 4) =>
  ruleUnderTest({ kind: 'bands', measure, bands: list }, { max, decimals });

/** «Trên 90%: 2; từ 70%–90%: 1; dưới 70%: 0» (Cà Mau, 1880/QĐ-UBND, 2013). */
const caMau = of(ratio, [{ above: 90, points: 2 }, { from: 70, upTo: 90, points: 1 }, { below: 70, points: 0 }], 2);

describe('bands', () => {
  it.each([
    [v(100), 2],
    [v(90.0001), 2],
    [v(901, 1000), 2],
    [v(90), 1],
    [v(70), 1],
    [v(69.9999), 0],
    [v(2, 3), 0],
    [v(0), 0],
  ])('%p falls in a band with %p', (answer, points) => {
    expectPoints(caMau, answer, points);
  });

  it('may stand in any order', () => {
    const shuffled = of(ratio, [{ from: 70, upTo: 90, points: 1 }, { below: 70, points: 0 }, { above: 90, points: 2 }], 2);
    expectPoints(shuffled, v(95), 2);
    expectPoints(shuffled, v(90), 1);
    expectPoints(shuffled, v(10), 0);
  });

  it('may hold one value alone', () => {
    const exact = of(number, [{ from: 3, upTo: 3, points: 1 }, { below: 3, points: 0.25 }, { above: 3, points: 0.5 }], 1);
    expectPoints(exact, { value: 3 }, 1);
    expectPoints(exact, { value: 3.0001 }, 0.5);
    expectPoints(exact, { value: 2.9999 }, 0.25);
  });

  it('may be in proportion to v, out of 100', () => {
    const shared = of(ratio, [{ from: 50, proportional: true }, { below: 50, points: 0 }], 3);
    expectPoints(shared, v(65), 1.95);
    expectPoints(shared, v(2, 3), 2);
    expectPoints(shared, v(100), 3);
    expectPoints(shared, v(49), 0);
  });

  it('in proportion is never below 0 nor above max', () => {
    const grown = of(growth, [{ proportional: true }], 2);
    expectPoints(grown, { current: 90, previous: 100 }, 0);
    expectPoints(grown, { current: 150, previous: 100 }, 1);
    expectPoints(grown, { current: 400, previous: 100 }, 2);
  });

  it.each([
    [v(80), 1],
    [v(85), 1.5],
    [v(90), 2],
    [v(94.9999), 2.5],
    [v(95), 3],
    [v(79.9999), 0.5],
    [v(60), 0.5],
    [v(30), 0.25],
  ])('may run from edge to edge: %p is %p', (answer, points) => {
    const list: readonly Band[] = [
      { from: 95, points: 3 },
      { from: 80, below: 95, linear: { from: 1, to: 2.5 } },
      { from: 60, below: 80, points: 0.5 },
      { from: 0, below: 60, linear: { from: 0, to: 0.5 } },
    ];
    expectPoints(of(ratio, list, 3), answer, points);
  });

  it('may fall from edge to edge, and be rounded half up', () => {
    const late = of(number, [{ upTo: 0, points: 1 }, { above: 0, upTo: 30, linear: { from: 1, to: 0 } }, { above: 30, points: 0 }], 1, 2);
    expectPoints(late, { value: 0 }, 1);
    expectPoints(late, { value: 10 }, 0.67);
    expectPoints(late, { value: 14.85 }, 0.51);
    expectPoints(late, { value: 30 }, 0);
    expectPoints(late, { value: 31 }, 0);
  });

  it('cover growth without end on both sides', () => {
    const grown = of(growth, [{ below: -5, points: 0 }, { from: -5, upTo: 5, points: 1 }, { above: 5, points: 2 }], 2);
    expectPoints(grown, { current: 1, previous: 100 }, 0);
    expectPoints(grown, { current: 95, previous: 100 }, 1);
    expectPoints(grown, { current: 105, previous: 100 }, 1);
    expectPoints(grown, { current: 106, previous: 100 }, 2);
  });

  it('does not mind bands outside the range of the measure', () => {
    const outside = of(
      ratio,
      [{ from: -10, below: 0, points: 2 }, { upTo: 50, points: 1 }, { above: 50, points: 0 }, { above: 100, upTo: 200, points: 2 }],
      2,
    );
    expectPoints(outside, v(20), 1);
    expectPoints(outside, v(0), 1);
    expectPoints(outside, v(100), 0);
  });

  it('is exact beyond a double', () => {
    expect(caMau.quick(v(9e20, 1e21))).toBeNaN();
    expect(caMau.points(v(9e20, 1e21))).toBe(1);
    expect(caMau.quick({ numerator: 1, denominator: 2 ** 45 })).toBeNaN();
    expect(caMau.points({ numerator: 1, denominator: 2 ** 45 })).toBe(0);
    const far = of(number, [{ below: 1e12, points: 1 }, { from: 1e12, points: 0 }], 1);
    expect(far.quick({ value: 5 })).toBeNaN();
    expect(far.points({ value: 5 })).toBe(1);
    expect(far.points({ value: 1e12 })).toBe(0);
  });

  it.each<[unknown, readonly string[]]>([
    [v(101), [' answer.ratio-above-max']],
    [{}, ['/numerator answer.missing-field', '/denominator answer.missing-field']],
  ])('refuses %p as its measure does', (answer, refusals) => {
    expectRefusals(caMau, answer, refusals);
  });
});

describe('the explanation of a leaf with bands', () => {
  it('names the band by its place in the rule', () => {
    expect(caMau.steps(v(80))).toEqual([
      { step: 'ratio', numerator: 80, denominator: 100, value: { numerator: '80', denominator: '1' } },
      { step: 'band', value: { numerator: '80', denominator: '1' }, index: 1 },
      { step: 'band-points', points: 1 },
    ]);
  });

  it('shows the share of 100 of a band in proportion', () => {
    const shared = of(ratio, [{ from: 50, proportional: true }, { below: 50, points: 0 }], 3);
    expect(shared.steps(v(65)).slice(1)).toEqual([
      { step: 'band', value: { numerator: '65', denominator: '1' }, index: 0 },
      {
        step: 'share-of-target',
        value: { numerator: '65', denominator: '1' },
        target: 100,
        share: { numerator: '13', denominator: '20' },
        reached: false,
      },
      { step: 'times-max', share: { numerator: '13', denominator: '20' }, max: 3, result: { numerator: '39', denominator: '20' } },
    ]);
  });

  it('shows the two edges of a band that runs between them', () => {
    const list: readonly Band[] = [{ above: 50, upTo: 80, linear: { from: 1, to: 2 } }, { above: 80, points: 2 }, { upTo: 50, points: 0 }];
    expect(of(ratio, list, 2).steps(v(2, 3)).slice(1)).toEqual([
      { step: 'band', value: { numerator: '200', denominator: '3' }, index: 0 },
      {
        step: 'band-linear', lower: 50, upper: 80, from: 1, to: 2,
        value: { numerator: '200', denominator: '3' },
        result: { numerator: '14', denominator: '9' },
      },
      { step: 'rounded', value: { numerator: '14', denominator: '9' }, decimals: 4, points: 1.5556 },
    ]);
  });
});

describe('bands that the check of a set would refuse', () => {
  const scope = (list: readonly Band[]) => (
    { rule: { kind: 'bands', measure: number, bands: list } as const, max: 1, decimals: 4, best: null }
  );

  it('are not scored where the value falls in none', () => {
    expect(() => bands.work(scope([{ above: 5, points: 1 }]), { value: 5 })).toThrow(new RangeError('The value falls in no band'));
    expect(bands.quick(scope([{ above: 5, points: 1 }]))({ value: 5 })).toBeNaN();
  });

  it.each<Band>([
    { above: 0, linear: { from: 0, to: 1 } },
    { below: 9, linear: { from: 0, to: 1 } },
  ])('are not scored where a line has one edge only: %p', (band) => {
    expect(() => bands.work(scope([band]), { value: 5 })).toThrow(new RangeError('A linear band needs both edges'));
  });
});
