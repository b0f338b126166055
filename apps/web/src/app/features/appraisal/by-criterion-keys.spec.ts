import { gridKeyOf, rowAfter } from './by-criterion-keys';

const press = (key: string, changes = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, isComposing: false, ...changes });

it.each([
  ['a', 'accept'], ['A', 'accept'], ['c', 'correct'], ['g', 'award'], ['x', 'explain'], ['e', 'evidence'], ['r', 'retry'], ['u', 'next-undecided'],
  ['n', 'next-criterion'], ['p', 'previous-criterion'], ['Enter', 'open'], ['z', null], ['Tab', null],
])('%s on a line: %s', (key, command) => {
  expect(gridKeyOf(press(key))).toBe(command);
});

it('With a modifier, or while a letter is being composed, keys keep their own meaning', () => {
  for (const changes of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { isComposing: true }]) expect(gridKeyOf(press('a', changes))).toBeNull();
  expect(rowAfter(1, press('ArrowDown', { ctrlKey: true }), 5)).toBeNull();
});

it.each<[string, number, number | null]>([
  ['ArrowDown', 3, 4], ['j', 3, 4], ['ArrowUp', 3, 2], ['K', 3, 2], ['PageDown', 3, 13], ['PageUp', 3, 0], ['Home', 3, 0], ['End', 3, 123], ['ArrowLeft', 3, null], ['a', 3, null],
])('%s leads from line %i to %s', (key, at, to) => {
  expect(rowAfter(at, press(key), 123)).toBe(to);
});

it('No key leads beyond the ends', () => {
  expect(rowAfter(0, press('ArrowUp'), 123)).toBe(0);
  expect(rowAfter(123, press('ArrowDown'), 123)).toBe(123);
  expect(rowAfter(120, press('PageDown'), 123)).toBe(123);
});
