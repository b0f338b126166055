import type { CriterionNode } from '../model/criteria-set';
import { compileCriteriaSet } from '../tree/compile-criteria-set';
import { planOf } from '../tree/scoring-set';
import { leafOf, parentOf, setOf } from '../tree/small-set.fixture';
import { fold } from './fold';
import { nodeResults } from './node-results';
import { EXCLUDED, Sheet } from './sheet';
import { sheetTotals } from './sheet-totals';

function filled(criteria: readonly CriterionNode[], units: readonly number[], index?: number) {
  const plan = planOf(compileCriteriaSet(setOf(criteria, index === undefined ? {} : { rounding: { index } })));
  const sheet = new Sheet(plan);
  plan.leaves.forEach(({ at }, place) => (sheet.units[at] = units[place] as number));
  fold(plan, sheet);
  return { plan, sheet };
}

describe('nodeResults', () => {
  const tree = [parentOf('1', [leafOf('1.1', { max: 3 }), leafOf('1.2')]), leafOf('2', { section: 'bonus' })];

  it('gives points, maximum and percent of every node', () => {
    const { plan, sheet } = filled(tree, [10_000, 3333, 5000]);
    expect(nodeResults(plan, sheet)).toEqual({
      '1': { points: 1.3333, max: 4, percent: 33.33 },
      '1.1': { points: 1, max: 3, percent: 33.33 },
      '1.2': { points: 0.3333, max: 1, percent: 33.33 },
      '2': { points: 0.5, max: 1, percent: 50 },
    });
  });

  it('says only that a node is excluded', () => {
    const { plan, sheet } = filled(tree, [EXCLUDED, EXCLUDED, 0]);
    expect(nodeResults(plan, sheet)).toEqual({
      '1': { excluded: true },
      '1.1': { excluded: true },
      '1.2': { excluded: true },
      '2': { points: 0, max: 1, percent: 0 },
    });
  });

  it.each([
    [0, 33],
    [1, 33.3],
    [4, 33.3333],
  ])('rounds percents to %p decimals where the set says so', (index, percent) => {
    const { plan, sheet } = filled(tree, [10_000, EXCLUDED, 0], index);
    expect(nodeResults(plan, sheet)['1.1']).toEqual({ points: 1, max: 3, percent });
  });

  it('takes a node that is worth nothing for 0 percent', () => {
    const { plan, sheet } = filled([leafOf('1', { max: 0 }), leafOf('2')], [0, 10_000]);
    expect(nodeResults(plan, sheet)['1']).toEqual({ points: 0, max: 0, percent: 0 });
  });
});

describe('sheetTotals', () => {
  const tree = [leafOf('1', { max: 3 }), leafOf('2', { section: 'bonus' }), leafOf('3', { section: 'penalty' })];

  it('gives the sums as points, and the index', () => {
    const { plan, sheet } = filled(tree, [10_000, 2500, 500]);
    expect(sheetTotals(plan, sheet)).toEqual({ points: 1, applicableMax: 3, bonus: 0.25, penalty: 0.05, index: 40 });
  });

  it('rounds the index once', () => {
    const { plan, sheet } = filled(tree, [10_000, 0, 1], 4);
    expect(sheetTotals(plan, sheet).index).toBe(33.33);
    const { plan: coarse, sheet: same } = filled(tree, [10_000, 0, 1], 0);
    expect(sheetTotals(coarse, same).index).toBe(33);
  });

  it('has an index of 0 where nothing applies', () => {
    const { plan, sheet } = filled(tree, [EXCLUDED, 10_000, 0]);
    expect(sheetTotals(plan, sheet)).toEqual({ points: 0, applicableMax: 0, bonus: 1, penalty: 0, index: 0 });
  });
});
