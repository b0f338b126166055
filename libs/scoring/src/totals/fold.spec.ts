import type { CriterionNode } from '../model/criteria-set';
import { compileCriteriaSet } from '../tree/compile-criteria-set';
import { planOf } from '../tree/scoring-set';
import { leafOf, parentOf, setOf } from '../tree/small-set.fixture';
import { fold } from './fold';
import { EXCLUDED, Sheet } from './sheet';

/** Folds the units of the leaves, in document order; a fold comes after another one, so that nothing may be left over from it. */
function folded(criteria: readonly CriterionNode[], ...rounds: readonly (readonly number[])[]) {
  const plan = planOf(compileCriteriaSet(setOf(criteria)));
  const sheet = new Sheet(plan);
  for (const units of rounds) {
    plan.leaves.forEach(({ at }, place) => (sheet.units[at] = units[place] as number));
    fold(plan, sheet);
  }
  const { points, applicableMax, bonus, penalty, self, survey, net } = sheet;
  const nodes = Object.fromEntries(plan.nodes.map(({ node }, place) => [node.code, [sheet.units[place], sheet.max[place]]]));
  return { totals: { points, applicableMax, bonus, penalty, self, survey, net }, nodes };
}

const X = EXCLUDED;

describe('fold', () => {
  const tree = [parentOf('1', [leafOf('1.1', { max: 2 }), parentOf('1.2', [leafOf('1.2.1'), leafOf('1.2.2')])]), leafOf('2')];

  it('adds leaves up to their parents and to the total', () => {
    const { nodes, totals } = folded(tree, [15_000, 5000, 2500, 10_000]);
    expect(nodes).toEqual({
      '1': [22_500, 40_000],
      '1.1': [15_000, 20_000],
      '1.2': [7500, 20_000],
      '1.2.1': [5000, 10_000],
      '1.2.2': [2500, 10_000],
      '2': [10_000, 10_000],
    });
    expect(totals).toEqual({ points: 32_500, applicableMax: 50_000, bonus: 0, penalty: 0, self: 32_500, survey: 0, net: 32_500 });
  });

  it('leaves what is excluded out of points and maximum', () => {
    const { nodes, totals } = folded(tree, [15_000, X, X, 0]);
    expect(nodes['1']).toEqual([15_000, 20_000]);
    expect(nodes['1.2']?.[0]).toBe(X);
    expect(totals).toMatchObject({ points: 15_000, applicableMax: 30_000, self: 15_000 });
  });

  it('excludes everything where nothing applies', () => {
    const { nodes, totals } = folded(tree, [X, X, X, X]);
    expect(Object.values(nodes).map(([units]) => units)).toEqual([X, X, X, X, X, X]);
    expect(totals).toEqual({ points: 0, applicableMax: 0, bonus: 0, penalty: 0, self: 0, survey: 0, net: 0 });
  });

  it('keeps nothing of the agency before', () => {
    const once = folded(tree, [5000, X, 2500, 0]);
    expect(folded(tree, [20_000, 10_000, 10_000, 10_000], [X, X, X, X], [5000, X, 2500, 0])).toEqual(once);
  });

  it('gives an all node its max only where every child that applies is full', () => {
    const all = [parentOf('1', [leafOf('1.1'), leafOf('1.2')], { combine: 'all', max: 3 })];
    const of = (...units: readonly number[]) => folded(all, [0, 0], units).nodes['1'];
    expect(of(10_000, 10_000)).toEqual([30_000, 30_000]);
    expect(of(10_000, 9999)).toEqual([0, 30_000]);
    expect(of(X, 10_000)).toEqual([30_000, 30_000]);
    expect(of(X, 0)).toEqual([0, 30_000]);
    expect(of(X, X)?.[0]).toBe(X);
  });

  it('gives a best node its highest child', () => {
    const best = [parentOf('1', [leafOf('1.1'), leafOf('1.2'), leafOf('1.3')], { combine: 'best', max: 2 })];
    const of = (...units: readonly number[]) => folded(best, [10_000, 10_000, 10_000], units).nodes['1'];
    expect(of(5000, 7500, 2500)).toEqual([7500, 20_000]);
    expect(of(X, 0, X)).toEqual([0, 20_000]);
    expect(of(X, X, X)?.[0]).toBe(X);
  });

  it('caps sums outside the scored section', () => {
    const capped = [
      leafOf('1', { max: 10 }),
      parentOf('2', [leafOf('2.1', { max: 3 }), leafOf('2.2', { max: 3 })], { section: 'bonus', max: 4 }),
      parentOf('3', [leafOf('3.1', { max: 3 }), leafOf('3.2', { max: 3 })], { section: 'penalty', max: 5 }),
    ];
    const full = folded(capped, [80_000, 30_000, 30_000, 30_000, 30_000]);
    expect(full.nodes).toMatchObject({ '2': [40_000, 40_000], '3': [50_000, 50_000] });
    expect(full.totals).toEqual({ points: 80_000, applicableMax: 100_000, bonus: 40_000, penalty: 50_000, self: 80_000, survey: 0, net: 70_000 });
    expect(folded(capped, [80_000, X, 30_000, 0, X]).nodes).toMatchObject({ '2': [30_000, 30_000], '3': [0, 30_000] });
    expect(folded(capped, [80_000, X, X, X, X]).totals).toMatchObject({ bonus: 0, penalty: 0, net: 80_000 });
  });

  it('keeps the net within 0 and the maximum', () => {
    const open = [leafOf('1'), leafOf('2', { section: 'bonus', max: 5 }), leafOf('3', { section: 'penalty', max: 5 })];
    expect(folded(open, [10_000, 50_000, 0]).totals.net).toBe(10_000);
    expect(folded(open, [10_000, 0, 50_000]).totals.net).toBe(0);
    expect(folded(open, [5000, 10_000, 8000]).totals.net).toBe(7000);
    expect(folded(open, [X, 50_000, 0]).totals.net).toBe(0);
  });

  it('shares points by source, a combined node as one', () => {
    const sources = [
      leafOf('1'),
      leafOf('2', { source: 'survey' }),
      parentOf('3', [leafOf('3.1', { source: 'survey' }), leafOf('3.2', { source: 'survey' })], { combine: 'best', max: 1 }),
      leafOf('4', { source: 'survey', section: 'bonus' }),
    ];
    expect(folded(sources, [4000, 3000, 2000, 1000, 10_000]).totals).toMatchObject({ self: 4000, survey: 5000, points: 9000, bonus: 10_000 });
    expect(folded(sources, [X, X, X, X, X]).totals).toMatchObject({ self: 0, survey: 0 });
  });
});
