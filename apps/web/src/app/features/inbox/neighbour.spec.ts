import { neighbourOf } from './neighbour';

describe('the arrow keys in the inbox', () => {
  const all = ['a', 'b', 'c'];

  it.each([
    ['b', 'ArrowDown', 'c'],
    ['b', 'ArrowUp', 'a'],
    ['c', 'ArrowDown', null],
    ['a', 'ArrowUp', null],
    ['b', 'Enter', null],
    ['x', 'ArrowDown', null],
  ])('from %s by %s go to %s', (focused, key, next) => {
    expect(neighbourOf(all, focused, key)).toBe(next);
  });
});
