import * as fc from 'fast-check';
import type { LeafNode } from '../model/criteria-set';
import { InvalidAnswerError } from '../model/errors';
import type { AgencyAnswers } from '../model/result';
import { anyGroup } from '../properties/arbitrary-group.fixture';
import { rankGroup } from '../totals/rank-group';
import { compileCriteriaSet } from '../tree/compile-criteria-set';
import { agencyOf, awarded, leafOf, notApplicable, parentOf, points, ratio, setOf } from '../tree/small-set.fixture';
import { rankStability } from './rank-stability';
import type { Uncertainty } from './uncertainty';

const TRIALS = { replicates: 4000, seed: 2026 };

const surveyLeaf = (code: string, settings: Partial<LeafNode> = {}): LeafNode =>
  leafOf(code, {
    source: 'survey',
    rule: { kind: 'survey', options: [{ id: 'yes', label: 'Hài lòng', percent: 100 }, { id: 'no', label: 'Không', percent: 0 }] },
    ...settings,
  });

const percent = (value: number) => ({ percent: value });
const named = (code: string, answers: AgencyAnswers['answers']): AgencyAnswers => agencyOf(answers, { code });

/** The normal distribution's share below z, to 7 decimals (Abramowitz and Stegun 26.2.17). */
function shareBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429].reduceRight((sum, factor) => (sum + factor) * t, 0);
  const above = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * tail;
  return z >= 0 ? 1 - above : above;
}

describe('with nothing to vary', () => {
  it('gives each rank itself, ties included, to any group', () => {
    fc.assert(
      fc.property(anyGroup, ({ set, agencies }) => {
        const compiled = compileCriteriaSet(set);
        const codes = agencies.map((agency, at) => ({ ...agency, code: `co-quan-${at}` }));
        const expected = rankGroup(compiled, codes).map(({ rank }) => rank);
        const { agencies: found, varied } = rankStability(compiled, codes, {}, { replicates: 3, seed: 1 });
        expect(found.map(({ rank }) => rank)).toEqual(expected);
        expect(found.every(({ rank, best, worst, first }) => best === rank && worst === rank && first === (rank === 1 ? 1 : 0))).toBe(true);
        expect(varied).toEqual({ surveys: 0, disputes: 0, rounded: 0 });
      }),
      { numRuns: 40 },
    );
  });

  it('says for sure who is above whom, and puts those who share a rank together', () => {
    const set = compileCriteriaSet(setOf([leafOf('1')]));
    const group = [named('a', { '1': points(0.5) }), named('b', { '1': points(1) }), named('c', { '1': points(0.5) })];
    const { above, alike } = rankStability(set, group, {}, { replicates: 10, seed: 1 });
    expect([above('b', 'a'), above('a', 'b'), above('a', 'c'), above('c', 'a')]).toEqual([1, 0, 0, 0]);
    expect(alike).toEqual([['b'], ['a', 'c']]);
  });
});

describe('survey samples', () => {
  const set = compileCriteriaSet(setOf([leafOf('1', { max: 90 }), surveyLeaf('2', { max: 10 })]));
  const group = (a: number, b: number) => [named('a', { '1': points(80), '2': percent(a) }), named('b', { '1': points(80), '2': percent(b) })];

  it.each([
    [80, 78, 400, 400],
    [80, 75, 200, 100],
    [52, 48, 1000, 50],
    [70, 70.5, 300, 300],
  ])('%p %% against %p %% of %p and %p answers agree with the closed form', (a, b, m, n) => {
    const uncertainty = { surveys: [{ agency: 'a', code: '2', responses: m }, { agency: 'b', code: '2', responses: n }] };
    const z = (a - b) / Math.sqrt((a * (100 - a)) / m + (b * (100 - b)) / n);
    const expected = shareBelow(z);
    const { above, varied } = rankStability(set, group(a, b), uncertainty, TRIALS);
    const fourDeviations = 4 * Math.sqrt((expected * (1 - expected)) / TRIALS.replicates);
    expect(Math.abs(above('a', 'b') - expected)).toBeLessThan(fourDeviations);
    expect(varied.surveys).toBe(2);
  });

  it('a whole population leaves nothing to chance', () => {
    const whole = { surveys: [{ agency: 'a', code: '2', responses: 50, population: 50 }] };
    expect(rankStability(set, group(80, 79.9), whole, TRIALS).above('a', 'b')).toBe(1);
  });

  it('half a population varies less than a sample of a crowd', () => {
    const apart = (population: number) =>
      rankStability(set, group(80, 76), { surveys: ['a', 'b'].map((agency) => ({ agency, code: '2', responses: 100, population })) }, TRIALS).above('a', 'b');
    expect(apart(150)).toBeGreaterThan(apart(1_000_000) + 0.05);
  });

  it('counts of options vary by what was answered', () => {
    const counted = [named('a', { '1': points(80), '2': { responses: { yes: 300, no: 100 } } }), named('b', { '1': points(80), '2': { responses: { yes: 292, no: 108 } } })];
    const uncertainty = { surveys: ['a', 'b'].map((agency) => ({ agency, code: '2', responses: 400 })) };
    const expected = shareBelow(2 / Math.sqrt((75 * 25 + 73 * 27) / 400));
    expect(Math.abs(rankStability(set, counted, uncertainty, TRIALS).above('a', 'b') - expected)).toBeLessThan(0.03);
  });

  it('what has no survey result, or does not apply, or was awarded is not varied', () => {
    const one = compileCriteriaSet(setOf([leafOf('1'), surveyLeaf('2', { whenNotApplicable: 'exclude' })]));
    const agencies = [named('a', { '1': points(1) }), named('b', { '2': notApplicable }), named('c', { '2': awarded(0.5) })];
    const surveys = agencies.map(({ code }) => ({ agency: code, code: '2', responses: 10 }));
    expect(rankStability(one, agencies, { surveys }, TRIALS).varied.surveys).toBe(0);
  });

  it('ranks by the rounded index where the set says so', () => {
    const rounded = compileCriteriaSet(setOf([leafOf('1', { max: 90 }), surveyLeaf('2', { max: 10 })], { ranking: { by: 'rounded' }, rounding: { index: 0 } }));
    const uncertainty = { surveys: [{ agency: 'a', code: '2', responses: 10_000 }] };
    const { agencies, alike } = rankStability(rounded, group(80, 80), uncertainty, TRIALS);
    expect(agencies.map(({ best, worst }) => [best, worst])).toEqual([[1, 1], [1, 1]]);
    expect(alike).toEqual([['a', 'b']]);
  });

  it('no index leaves 0…100', () => {
    const full = [named('a', { '1': points(90), '2': percent(99.9) }), named('b', { '1': points(90), '2': percent(100) })];
    const { above } = rankStability(set, full, { surveys: [{ agency: 'a', code: '2', responses: 2 }] }, TRIALS);
    expect(above('a', 'b')).toBe(0);
  });
});

describe('open disputes', () => {
  const set = compileCriteriaSet(setOf([leafOf('1', { max: 2 }), leafOf('2')]));
  const group = [named('a', { '1': points(1), '2': points(0.5) }), named('b', { '1': points(1.2), '2': points(0.5) })];

  it('end one way or the other, each as likely', () => {
    const { above, agencies, varied } = rankStability(set, group, { disputes: [{ agency: 'a', code: '1', outcomes: [1, 2] }] }, TRIALS);
    expect(Math.abs(above('a', 'b') - 0.5)).toBeLessThan(0.035);
    expect(agencies.map(({ rank, best, worst }) => [rank, best, worst])).toEqual([[2, 1, 2], [1, 1, 2]]);
    expect(varied.disputes).toBe(1);
  });

  it('an outcome named three times of four is three times as likely', () => {
    const { above } = rankStability(set, group, { disputes: [{ agency: 'a', code: '1', outcomes: [2, 2, 2, 1] }] }, TRIALS);
    expect(Math.abs(above('a', 'b') - 0.75)).toBeLessThan(0.035);
  });

  it('pass through a cap, an all and a best as points do', () => {
    const criteria = [
      leafOf('1', { max: 10 }),
      parentOf('2', [leafOf('2.1'), leafOf('2.2')], { combine: 'all', max: 2 }),
      parentOf('3', [leafOf('3.1'), leafOf('3.2')], { combine: 'best', max: 1 }),
      parentOf('4', [leafOf('4.1'), leafOf('4.2')], { section: 'bonus', max: 1 }),
    ];
    const bent = compileCriteriaSet(setOf(criteria));
    const start = { '1': points(5), '2.1': points(1), '2.2': points(0), '3.1': points(1), '3.2': points(0), '4.1': points(1), '4.2': points(0) };
    const two = [named('a', start), named('b', { ...start, '1': points(5.5) })];
    const firstOf = (code: string, outcome: number) =>
      rankStability(bent, two, { disputes: [{ agency: 'a', code, outcomes: [outcome] }] }, { replicates: 5, seed: 1 }).above('a', 'b');
    expect([firstOf('2.2', 0.9), firstOf('2.2', 1)]).toEqual([0, 1]);
    expect(firstOf('3.2', 1)).toBe(0);
    expect(firstOf('4.2', 1)).toBe(0);
  });

  it('are seen by what breaks a tie', () => {
    const tied = compileCriteriaSet(setOf([leafOf('1', { max: 2 }), leafOf('2', { max: 2 })], { ranking: { tieBreak: ['1'] } }));
    const two = [named('a', { '1': points(1), '2': points(1) }), named('b', { '1': points(0.5), '2': points(1.5) })];
    const { above } = rankStability(tied, two, { disputes: [{ agency: 'b', code: '1', outcomes: [0.5] }, { agency: 'b', code: '2', outcomes: [1.5] }] }, { replicates: 3, seed: 1 });
    expect(above('a', 'b')).toBe(1);
  });
});

describe('rounding', () => {
  const set = compileCriteriaSet(setOf([leafOf('1', { max: 2.5, rule: { kind: 'proportional', measure: { type: 'ratio', numerator: 'Đúng hạn', denominator: 'Tất cả' } } }), leafOf('2')], { rounding: { points: 2 } }));

  it('varies what was rounded, and nothing else', () => {
    const two = [named('a', { '1': ratio(1, 3), '2': points(0.51) }), named('b', { '1': ratio(2, 4), '2': points(0.09) })];
    const { varied, above } = rankStability(set, two, { rounding: true }, TRIALS);
    expect(varied.rounded).toBe(1);
    expect(above('a', 'b')).toBeGreaterThan(0.4);
    expect(above('a', 'b')).toBeLessThan(0.6);
  });

  it('takes the best of the group for a relative rule', () => {
    const relative = compileCriteriaSet(setOf([leafOf('1', { rule: { kind: 'relative', measure: { type: 'ratio', numerator: 'Trực tuyến', denominator: 'Tất cả' } } })]));
    const two = [named('a', { '1': ratio(30) }), named('b', { '1': ratio(90) })];
    expect(rankStability(relative, two, { rounding: true }, TRIALS).varied.rounded).toBe(1);
  });
});

describe('survey leaves under a cap', () => {
  it('are drawn by themselves and kept within their points', () => {
    const set = compileCriteriaSet(setOf([leafOf('1', { max: 10 }), surveyLeaf('2', { section: 'bonus' })]));
    const two = [named('a', { '1': points(5), '2': percent(98) }), named('b', { '1': points(6) })];
    const { above, varied } = rankStability(set, two, { surveys: [{ agency: 'a', code: '2', responses: 4 }] }, TRIALS);
    expect(varied.surveys).toBe(1);
    expect(above('a', 'b')).toBe(0);
    expect(above('b', 'a')).toBeLessThan(1);
  });
});

describe('what it takes', () => {
  const set = compileCriteriaSet(setOf([leafOf('1'), surveyLeaf('2')]));
  const group = [named('a', { '1': points(1), '2': percent(50) })];
  const run = (uncertainty: Uncertainty, trials = { replicates: 2, seed: 1 }) => () => rankStability(set, group, uncertainty, trials);

  it('the same seed gives the same, another one something else', () => {
    const two = [...group, named('b', { '1': points(1), '2': percent(51) })];
    const shareOf = (seed: number) => rankStability(set, two, { surveys: [{ agency: 'a', code: '2', responses: 100 }] }, { replicates: 500, seed }).above('a', 'b');
    expect(shareOf(7)).toBe(shareOf(7));
    expect(new Set([1, 2, 3, 4].map(shareOf)).size).toBeGreaterThan(1);
  });

  it.each<[string, Uncertainty]>([
    ['an agency', { disputes: [{ agency: 'b', code: '1', outcomes: [1] }] }],
    ['a leaf', { disputes: [{ agency: 'a', code: '9', outcomes: [1] }] }],
    ['points', { disputes: [{ agency: 'a', code: '1', outcomes: [1.5] }] }],
    ['points of 4 decimals', { disputes: [{ agency: 'a', code: '1', outcomes: [0.00001] }] }],
    ['an outcome', { disputes: [{ agency: 'a', code: '1', outcomes: [] }] }],
    ['a survey leaf', { surveys: [{ agency: 'a', code: '1', responses: 3 }] }],
    ['responses', { surveys: [{ agency: 'a', code: '2', responses: 0 }] }],
    ['whole responses', { surveys: [{ agency: 'a', code: '2', responses: 1.5 }] }],
  ])('refuses an uncertainty without %s that is there', (_what, uncertainty) => {
    expect(run(uncertainty)).toThrow(RangeError);
  });

  it('refuses less than one replicate, and asks about agencies that are there', () => {
    expect(run({}, { replicates: 0, seed: 1 })).toThrow(RangeError);
    expect(() => run({})().above('a', 'x')).toThrow(RangeError);
  });

  it('refuses wrong answers as scoring does', () => {
    expect(() => rankStability(set, [named('a', { '1': points(2) })], {}, TRIALS)).toThrow(InvalidAnswerError);
  });

  it('a group of nobody has no ranks', () => {
    expect(rankStability(set, [], {}, TRIALS)).toMatchObject({ agencies: [], alike: [] });
  });
});
