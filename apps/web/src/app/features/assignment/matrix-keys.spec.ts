import { placeAfter } from './matrix-keys';

const last = { line: 30, column: 4 };
const press = (key: string, at = { line: 5, column: 2 }, ctrlKey = false) => placeAfter(at, { key, ctrlKey }, last);

describe('the keys of the matrix', () => {
  it.each([
    ['ArrowDown', { line: 6, column: 2 }],
    ['ArrowUp', { line: 4, column: 2 }],
    ['ArrowRight', { line: 5, column: 3 }],
    ['ArrowLeft', { line: 5, column: 1 }],
    ['PageDown', { line: 15, column: 2 }],
    ['PageUp', { line: 0, column: 2 }],
    ['Home', { line: 5, column: 0 }],
    ['End', { line: 5, column: 4 }],
  ])('%s', (key, expected) => expect(press(key)).toEqual(expected));

  it('stay inside', () => {
    expect(press('ArrowUp', { line: 0, column: 0 })).toEqual({ line: 0, column: 0 });
    expect(press('ArrowLeft', { line: 0, column: 0 })).toEqual({ line: 0, column: 0 });
    expect(press('ArrowDown', last)).toEqual(last);
    expect(press('PageDown', { line: 28, column: 4 })).toEqual(last);
    expect(press('ArrowRight', last)).toEqual(last);
  });

  it('go to the corners with Ctrl', () => {
    expect(press('Home', last, true)).toEqual({ line: 0, column: 0 });
    expect(press('End', { line: 0, column: 0 }, true)).toEqual(last);
    expect(press('ArrowDown', last, true)).toBeNull();
  });

  it('are no others', () => expect(press('a')).toBeNull());
});
