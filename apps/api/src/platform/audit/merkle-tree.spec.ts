import { sha256 } from './line-digest';
import { EMPTY_ROOT, MerkleTree, rootOf } from './merkle-tree';

const leaf = (place: number): string => sha256(`leaf ${String(place)}`);

function treeOf(count: number): MerkleTree {
  const tree = new MerkleTree();
  Array.from({ length: count }, (_, place) => tree.set(place, leaf(place)));
  return tree;
}

describe('the tree over the heads of all chains', () => {
  it.each([1, 2, 3, 5, 8, 13, 100])('with %i leaves proves each of them by its path', (count) => {
    const tree = treeOf(count);
    const root = tree.root();
    for (let place = 0; place < count; place += 1) {
      expect(rootOf(leaf(place), tree.path(place))).toBe(root);
      expect(rootOf(sha256('another'), tree.path(place))).not.toBe(root);
    }
  });

  it('grown and changed step by step is the same as built at once', () => {
    const grown = new MerkleTree();
    for (let place = 0; place < 37; place += 1) {
      grown.set(place, sha256(`first ${String(place)}`));
      grown.root();
    }
    for (let place = 0; place < 37; place += 1) {
      grown.set(place, leaf(place));
      if (place % 5 === 0) grown.root();
    }
    expect(grown.root()).toBe(treeOf(37).root());
  });

  it('has another root for every order and number of leaves', () => {
    const swapped = treeOf(4);
    swapped.set(0, leaf(1));
    swapped.set(1, leaf(0));
    expect(new Set([new MerkleTree().root(), ...[1, 2, 3, 4, 5].map((count) => treeOf(count).root()), swapped.root()]).size).toBe(7);
  });

  it('of nothing is told apart from every other', () => {
    expect(new MerkleTree().root()).toBe(EMPTY_ROOT);
    expect(treeOf(1).root()).toBe(leaf(0));
  });
});
