import type { CriteriaSet } from '../model/criteria-set';
import { compileCriteriaSet } from '../tree/compile-criteria-set';
import { planOf } from '../tree/scoring-set';
import { leafOf, setOf } from '../tree/small-set.fixture';
import { fold } from '../totals/fold';
import { EXCLUDED, Sheet } from '../totals/sheet';
import { compareRankKeys, rankKeyOf } from './rank-key';

/** The key of an agency with these units at the leaves 1 (out of 2 points), 2 (out of 1) and 3 (a bonus out of 1). */
function keyOf(units: readonly number[], settings: Partial<CriteriaSet> = {}): readonly number[] {
  const criteria = [leafOf('1', { max: 2 }), leafOf('2'), leafOf('3', { section: 'bonus' })];
  const plan = planOf(compileCriteriaSet(setOf(criteria, settings)));
  const sheet = new Sheet(plan);
  units.forEach((value, place) => (sheet.units[place] = value));
  fold(plan, sheet);
  return Array.from(rankKeyOf(plan, sheet));
}

describe('rankKeyOf', () => {
  it('is the exact index as a quotient', () => {
    expect(keyOf([12_345, 5000, 0])).toEqual([17_345, 30_000]);
    expect(keyOf([12_345, EXCLUDED, 100])).toEqual([12_445, 20_000]);
  });

  it('is kept within 0…100', () => {
    expect(keyOf([20_000, 10_000, 10_000])).toEqual([30_000, 30_000]);
  });

  it('is nothing where nothing applies', () => {
    expect(keyOf([EXCLUDED, EXCLUDED, 10_000])).toEqual([0, 1]);
  });

  it.each([
    [2, 5782],
    [0, 58],
    [4, 578_167],
  ])('is the index rounded to %p decimals where the set says so', (index, steps) => {
    expect(keyOf([12_345, 5000, 0], { rounding: { index }, ranking: { by: 'rounded' } })).toEqual([steps, 1]);
  });

  it('goes on with the share of each node that breaks a tie', () => {
    expect(keyOf([12_345, 5000, 0], { ranking: { tieBreak: ['2', '1', '3'] } })).toEqual([17_345, 30_000, 5000, 10_000, 12_345, 20_000, 0, 10_000]);
  });

  it('takes a node that is excluded, or worth nothing at all, for 0', () => {
    const settings = { ranking: { tieBreak: ['1', '2'] } };
    expect(keyOf([EXCLUDED, 5000, 0], settings).slice(2, 4)).toEqual([0, 20_000]);
    const plan = planOf(compileCriteriaSet(setOf([leafOf('1', { max: 0 }), leafOf('2')], { ranking: { tieBreak: ['1'] } })));
    const sheet = new Sheet(plan);
    fold(plan, sheet);
    expect(Array.from(rankKeyOf(plan, sheet))).toEqual([0, 10_000, 0, 1]);
  });
});

describe('compareRankKeys', () => {
  const compare = (a: readonly number[], b: readonly number[]) => Math.sign(compareRankKeys(Float64Array.from(a), Float64Array.from(b)));

  it.each<[readonly number[], readonly number[], number]>([
    [[1, 2], [1, 3], -1],
    [[1, 3], [1, 2], 1],
    [[1, 2], [2, 4], 0],
    [[1, 2, 1, 1], [1, 2, 0, 1], -1],
    [[1, 2, 0, 1], [1, 2, 1, 1], 1],
    [[1, 2, 1, 1], [1, 3, 0, 1], -1],
    [[1, 3, 1, 1], [1, 2, 0, 1], 1],
    [[1, 2, 1, 3, 1, 2], [2, 4, 2, 6, 1, 3], -1],
  ])('of %p and %p', (a, b, sign) => {
    expect(compare(a, b)).toBe(sign);
  });
});
