import { activate, readTreeKey } from './tree-keys';
import type { TreeRow } from './tree-rows';

const row = (code: string, given: Partial<TreeRow>): TreeRow => ({
  code,
  title: code,
  max: 1,
  level: 1,
  leaf: false,
  expanded: false,
  parent: null,
  position: 1,
  siblings: 1,
  ...given,
});
const ROWS: readonly TreeRow[] = [row('1', { expanded: true }), row('1.1', { leaf: true, parent: '1', level: 2 }), row('2', {})];

describe('the keys of the tree', () => {
  it.each([
    ['ArrowDown', '1', { move: 'focus', code: '1.1' }],
    ['ArrowUp', '2', { move: 'focus', code: '1.1' }],
    ['Home', '2', { move: 'focus', code: '1' }],
    ['End', '1', { move: 'focus', code: '2' }],
    ['ArrowRight', '2', { move: 'expand', code: '2' }],
    ['ArrowRight', '1', { move: 'focus', code: '1.1' }],
    ['ArrowLeft', '1', { move: 'collapse', code: '1' }],
    ['ArrowLeft', '1.1', { move: 'focus', code: '1' }],
    ['Enter', '1.1', { move: 'choose', code: '1.1' }],
    [' ', '2', { move: 'expand', code: '2' }],
    ['Enter', '1', { move: 'collapse', code: '1' }],
  ] as const)('%s at %s', (key, at, move) => {
    expect(readTreeKey(key, ROWS, at)).toEqual(move);
  });

  it.each([
    ['ArrowUp', '1'],
    ['ArrowDown', '2'],
    ['ArrowRight', '1.1'],
    ['ArrowLeft', '2'],
    ['a', '1'],
  ])('%s at %s is left to the browser', (key, at) => {
    expect(readTreeKey(key, ROWS, at)).toBeNull();
  });

  it('start at the first line where none has the focus', () => {
    expect(readTreeKey('ArrowDown', ROWS, null)).toEqual({ move: 'focus', code: '1.1' });
  });

  it('do nothing in an empty tree', () => {
    expect(readTreeKey('Enter', [], null)).toBeNull();
    expect(activate(undefined)).toBeNull();
  });
});
