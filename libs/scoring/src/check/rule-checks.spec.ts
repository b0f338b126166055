import type { Finding } from '../model/finding';
import type { Rule } from '../model/rule';
import { Place } from './place';
import { checkDecimals, checkRule, type PointsBounds } from './rule-checks';

const BOUNDS: PointsBounds = { max: 2, decimals: 2, inBestOf: false };

function found(rule: Rule, bounds: Partial<PointsBounds> = {}): readonly string[] {
  const findings: Finding[] = [];
  checkRule(rule, Place.root(findings), { ...BOUNDS, ...bounds });
  return findings.map(({ severity, pointer, code }) => `${severity} ${pointer} ${code}`);
}

const option = (points: number, id = `o${points}`) => ({ id, label: `Mức ${points}`, points });
const ratio = { type: 'ratio', numerator: 'Tử', denominator: 'Mẫu' } as const;
const backwards = { type: 'number', label: 'Số ngày', unit: 'ngày', min: 5, max: 4 } as const;

describe('a choice', () => {
  it('may give anything from 0 to max', () => {
    expect(found({ kind: 'choice', options: [option(2), option(1.25), option(0)] })).toEqual([]);
  });

  it('gives no more than max, with no more decimals than the set has', () => {
    expect(found({ kind: 'choice', options: [option(2.01), option(1.255)] })).toEqual([
      'error /options/0/points points.above-max',
      'error /options/1/points points.too-precise',
    ]);
    expect(found({ kind: 'choice', options: [option(2.005)] })).toEqual([
      'error /options/0/points points.too-precise',
      'error /options/0/points points.above-max',
    ]);
  });

  it('should reach max, unless it is one case of several', () => {
    expect(found({ kind: 'choice', options: [option(1.99), option(0)] })).toEqual(['warning /options choice.max-unreachable']);
    expect(found({ kind: 'choice', options: [option(1.99)] }, { inBestOf: true })).toEqual([]);
  });

  it('has nothing to reach or to pass where max is not sound', () => {
    expect(found({ kind: 'choice', options: [option(99)] }, { max: NaN })).toEqual([]);
    expect(found({ kind: 'choice', options: [option(0)] }, { max: NaN })).toEqual([]);
  });
});

describe('a checklist', () => {
  it('may add up to more than max: it is capped', () => {
    expect(found({ kind: 'checklist', items: [option(2, 'a'), option(2, 'b')] })).toEqual([]);
  });

  it('has no single item above max, whatever it awards', () => {
    expect(found({ kind: 'checklist', items: [option(1), option(3)] })).toEqual(['error /items/1/points points.above-max']);
    expect(found({ kind: 'checklist', items: [option(3)], award: 'all' })).toEqual(['error /items/0/points points.above-max']);
  });
});

describe('a tally', () => {
  const tally = (...items: readonly { points: number; cap?: number }[]): Rule => ({
    kind: 'tally',
    start: 'zero',
    items: items.map((item, index) => ({ id: `i${index}`, label: `Lỗi ${index}`, ...item })),
  });

  it('may cap an item at anything up to max, and need not', () => {
    expect(found(tally({ points: 2 }, { points: 0.25, cap: 2 }, { points: 0.5, cap: 0 }))).toEqual([]);
  });

  it('has no item above max, and warns of a cap that does nothing', () => {
    expect(found(tally({ points: 2.5 }, { points: 0.25, cap: 2.5 }))).toEqual([
      'error /items/0/points points.above-max',
      'warning /items/1/cap tally.cap-above-max',
    ]);
    expect(found(tally({ points: 9, cap: 9 }), { max: NaN })).toEqual([]);
  });

  it('has no more decimals than the set', () => {
    expect(found(tally({ points: 0.255, cap: 1.005 }))).toEqual(['error /items/0/points points.too-precise', 'error /items/0/cap points.too-precise']);
  });
});

describe('bands', () => {
  it('give no more than max at either end of a line', () => {
    const line = (from: number, to: number): Rule => ({ kind: 'bands', measure: ratio, bands: [{ from: 0, upTo: 100, linear: { from, to } }] });
    expect(found(line(0, 2))).toEqual([]);
    expect(found(line(2, 0))).toEqual([]);
    expect(found(line(2.5, 2.125))).toEqual([
      'error /bands/0/linear/from points.above-max',
      'error /bands/0/linear/to points.too-precise',
      'error /bands/0/linear/to points.above-max',
    ]);
  });

  it('in proportion never pass max', () => {
    expect(found({ kind: 'bands', measure: ratio, bands: [{ proportional: true }] })).toEqual([]);
  });

  it('have their points and their range checked both', () => {
    expect(found({ kind: 'bands', measure: ratio, bands: [{ from: 50, points: 3 }] })).toEqual([
      'error /bands/0/points points.above-max',
      'error /bands bands.gap',
    ]);
  });
});

describe('the other kinds', () => {
  it('direct points begin within max and step within the decimals', () => {
    expect(found({ kind: 'direct' })).toEqual([]);
    expect(found({ kind: 'direct', min: 2, step: 0.25 })).toEqual([]);
    expect(found({ kind: 'direct', min: 2.5, step: 0.125 })).toEqual(['error /min points.above-max', 'error /step points.too-precise']);
    expect(found({ kind: 'direct', min: 0.125, step: 5 })).toEqual(['error /min points.too-precise']);
  });

  it('a survey has nothing more to check', () => {
    expect(found({ kind: 'survey', options: [{ id: 'A', label: 'Tốt', percent: 33.3333 }] })).toEqual([]);
  });

  it.each(['proportional', 'relative'] as const)('%s looks at the range of its measure', (kind) => {
    expect(found({ kind, measure: backwards })).toEqual(['error /measure/max measure.empty-range']);
    expect(found({ kind, measure: { ...backwards, max: 5 } })).toEqual([]);
    expect(found({ kind, measure: ratio })).toEqual([]);
  });

  it('cases are checked each by its own rule, at any depth, against the one max', () => {
    const inner: Rule = { kind: 'choice', options: [option(1), option(9)] };
    const one = (rule: Rule): Rule => ({ kind: 'bestOf', cases: [{ id: 'a', label: 'A', rule: { kind: 'direct' } }, { id: 'b', label: 'B', rule }] });
    expect(found(one(inner))).toEqual(['error /cases/1/rule/options/1/points points.above-max']);
    expect(found(one(one(inner)))).toEqual(['error /cases/1/rule/cases/1/rule/options/1/points points.above-max']);
    expect(found(one({ kind: 'relative', measure: ratio }))).toEqual(['error /cases/1/rule relative.in-best-of']);
  });
});

describe('decimals', () => {
  const fits = (value: number, decimals: number): boolean => {
    const findings: Finding[] = [];
    checkDecimals(value, Place.root(findings), decimals);
    return findings.length === 0;
  };

  it.each([
    [1, 0, true],
    [1.5, 0, false],
    [1.5, 1, true],
    [1.25, 1, false],
    [0.1234, 4, true],
    [0.1234, 3, false],
    [1000.5, 1, true],
    [0, 0, true],
  ])('%p with %p of them: %p', (value, decimals, verdict) => {
    expect(fits(value, decimals)).toBe(verdict);
  });
});
