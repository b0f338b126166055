import { leaf, smallDraft } from './small-draft.fixture';
import { sharesOf, withShares } from './split-max';
import { sumOf, totalOf } from './sums';
import { nodeAt } from './node-path';

const parent = (max: unknown, maxima: readonly unknown[], more = {}) => ({ code: '1', title: '', max, children: maxima.map((one, at) => leaf(`1.${at + 1}`, one)), ...more });

describe('the sums of a draft', () => {
  it.each([
    ['agrees', parent(0.3, [0.1, 0.2]), undefined, 0.3],
    ['differs', parent(3, [1, 1]), undefined, 2],
    ['agrees', parent(3, [2, 2]), 'bonus', 4],
    ['differs', parent(5, [2, 2]), 'penalty', 4],
    ['open', parent(3, [3, 3], { combine: 'best' }), undefined, null],
    ['open', parent('ba', [1, 1]), undefined, 2],
    ['open', parent(3, ['một', 1]), undefined, null],
    ['open', parent(3, [0.00001, 1]), undefined, null],
  ])('%s', (verdict, node, section, sum) => {
    expect(sumOf(node, [0], section)).toEqual({ verdict, sum });
  });

  it('count the scored part alone', () => {
    expect(totalOf({ criteria: [leaf('1', 60), leaf('2', 40, { section: 'scored' }), leaf('3', 5, { section: 'bonus' })] })).toBe(100);
  });
});

describe('the points of a node divided', () => {
  const set = smallDraft();
  const node = nodeAt(set, [0]) ?? {};

  it('equally, or as they stand to each other now', () => {
    expect([sharesOf(set, { node, path: [0] }, 'equal'), sharesOf(set, { node: { ...node, max: 30 }, path: [0] }, 'weighted')]).toEqual([[30, 30], [20, 10]]);
  });

  it('sum to it exactly where it does not come out even', () => {
    expect(sharesOf(set, { node: parent(10, [1, 1, 1]), path: [0] }, 'equal')).toEqual([3.34, 3.33, 3.33]);
    expect(sharesOf({ ...set, rounding: { points: 0 } }, { node: parent(10, [1, 1, 1]), path: [0] }, 'equal')).toEqual([4, 3, 3]);
  });

  it('not while it is no number, or nobody is there', () => {
    expect([sharesOf(set, { node: parent('x', [1]), path: [0] }, 'equal'), sharesOf(set, { node: leaf('1', 5), path: [0] }, 'equal'), sharesOf(set, { node: parent(-1, [1]), path: [0] }, 'equal')]).toEqual([null, null, null]);
  });

  it('stand at the children then', () => {
    expect(sumOf(nodeAt(withShares(set, [0], [30, 30]), [0]) ?? {}, [0], undefined)).toEqual({ verdict: 'agrees', sum: 60 });
  });
});
