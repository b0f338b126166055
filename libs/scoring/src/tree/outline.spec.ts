import type { CriterionNode } from '../model/criteria-set';
import { outlineOf } from './outline';
import { leafOf, parentOf } from './small-set.fixture';

const codes = (criteria: readonly CriterionNode[]) => outlineOf(criteria).map(({ node }) => node.code);
const combinedAbove = (criteria: readonly CriterionNode[]) =>
  Object.fromEntries(outlineOf(criteria).map(({ node, combinedAbove: combined }) => [node.code, combined]));

describe('outlineOf', () => {
  it('lists every node before its children, in document order', () => {
    const tree = [parentOf('2', [parentOf('2.1', [leafOf('2.1.2'), leafOf('2.1.1')]), leafOf('2.2')]), leafOf('1')];
    expect(codes(tree)).toEqual(['2', '2.1', '2.1.2', '2.1.1', '2.2', '1']);
    expect(codes([])).toEqual([]);
  });

  it('gives a leaf for a leaf and none for a parent', () => {
    const [parent, leaf] = outlineOf([parentOf('1', [leafOf('1.1')])]);
    expect(parent?.leaf).toBeNull();
    expect(leaf?.leaf?.code).toBe('1.1');
    expect(leaf?.node).toMatchObject({ isLeaf: true, parent: '1', combine: null });
  });

  it('knows what stands under an all or best node, at any depth', () => {
    const deep = parentOf('1.1', [leafOf('1.1.1')]);
    expect(combinedAbove([parentOf('1', [deep, leafOf('1.2')], { combine: 'all' })])).toEqual({ '1': false, '1.1': true, '1.1.1': true, '1.2': true });
    expect(combinedAbove([parentOf('1', [deep, leafOf('1.2')], { combine: 'best' })])).toEqual({ '1': false, '1.1': true, '1.1.1': true, '1.2': true });
    expect(combinedAbove([parentOf('1', [deep, leafOf('1.2')])])).toEqual({ '1': false, '1.1': false, '1.1.1': false, '1.2': false });
  });

  it('keeps knowing it below a sum inside', () => {
    const inner = parentOf('1.1', [leafOf('1.1.1')], { combine: 'sum' });
    const outer = parentOf('1', [inner], { combine: 'best' });
    expect(combinedAbove([outer, parentOf('2', [leafOf('2.1')])])).toEqual({ '1': false, '1.1': true, '1.1.1': true, '2': false, '2.1': false });
  });

  it('hands the section of the top down, and the nearest appraiser', () => {
    const tree = [
      parentOf('1', [parentOf('1.1', [leafOf('1.1.1'), leafOf('1.1.2', { appraiser: 'c' })], { appraiser: 'b' }), leafOf('1.2')], {
        appraiser: 'a',
        section: 'bonus',
      }),
      parentOf('2', [leafOf('2.1', { appraiser: 'd' }), leafOf('2.2')]),
    ];
    const leaves = outlineOf(tree).flatMap(({ leaf }) => (leaf === null ? [] : [[leaf.code, leaf.appraiser, leaf.section]]));
    expect(leaves).toEqual([
      ['1.1.1', 'b', 'bonus'],
      ['1.1.2', 'c', 'bonus'],
      ['1.2', 'a', 'bonus'],
      ['2.1', 'd', 'scored'],
      ['2.2', null, 'scored'],
    ]);
  });

  it('knows the way from the top to each leaf', () => {
    const tree = [parentOf('1', [parentOf('1.1', [leafOf('1.1.1')])]), leafOf('2')];
    const ways = outlineOf(tree).flatMap(({ leaf }) => (leaf === null ? [] : [[leaf.code, leaf.path, leaf.fieldCode]]));
    expect(ways).toEqual([
      ['1.1.1', ['1', '1.1'], '1'],
      ['2', [], '2'],
    ]);
  });
});
