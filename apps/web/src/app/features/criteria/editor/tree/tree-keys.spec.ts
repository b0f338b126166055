import { smallDraft } from '../draft/small-draft.fixture';
import type { Path } from '../draft/node-path';
import { type Pressed, readTreeKey, type TreeDeed } from './tree-keys';
import { treeLines } from './tree-lines';

const lines = treeLines(smallDraft(), { closed: new Set(['2']), counts: new Map() });
const press = (key: string, chosen: Path, held: Partial<Pressed> = {}): TreeDeed | null =>
  readTreeKey({ key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...held }, lines, chosen);
const choose = (path: Path): TreeDeed => ({ deed: 'choose', path });

describe('the keys of the tree', () => {
  it.each<[string, Path, TreeDeed | null]>([
    ['ArrowDown', [0], choose([0, 0])],
    ['ArrowDown', [1], null],
    ['ArrowUp', [1], choose([0, 1])],
    ['Home', [1], choose([0])],
    ['End', [0], choose([1])],
    ['ArrowRight', [0], choose([0, 0])],
    ['ArrowRight', [1], { deed: 'open', path: [1] }],
    ['ArrowRight', [0, 0], null],
    ['ArrowLeft', [0], { deed: 'close', path: [0] }],
    ['ArrowLeft', [0, 1], choose([0])],
    ['ArrowLeft', [1], null],
    ['Enter', [0], { deed: 'edit' }],
    ['F2', [0], { deed: 'edit' }],
    ['Insert', [0], { deed: 'run', command: 'insert-behind' }],
    ['Delete', [0], { deed: 'run', command: 'remove' }],
    ['x', [0], null],
  ])('%s at %p', (key, chosen, deed) => {
    expect(press(key, chosen)).toEqual(deed);
  });

  it.each([
    ['ArrowUp', { altKey: true }, 'move-up'],
    ['ArrowDown', { altKey: true }, 'move-down'],
    ['ArrowRight', { altKey: true }, 'indent'],
    ['ArrowLeft', { altKey: true }, 'outdent'],
    ['Insert', { shiftKey: true }, 'insert-below'],
    ['D', { ctrlKey: true }, 'duplicate'],
    ['d', { metaKey: true }, 'duplicate'],
  ] as const)('%s with %p', (key, held, command) => {
    expect(press(key, [0, 1], held)).toEqual({ deed: 'run', command });
  });
});

describe('the lines of the tree', () => {
  it('say how the parts stand to the whole, and what is wrong below a closed node', () => {
    const counts = new Map([['1.0', { errors: 2, warnings: 0 }], ['0', { errors: 1, warnings: 1 }]]);
    const drawn = treeLines(smallDraft(), { closed: new Set(['2']), counts });
    expect(drawn.map(({ code, sum, count }) => [code, sum.verdict, count.errors])).toEqual([['1', 'agrees', 1], ['1.1', 'open', 0], ['1.2', 'open', 0], ['2', 'agrees', 2]]);
  });
});
