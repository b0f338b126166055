import { deskKeyOf } from './desk-keys';

function press(key: string, where = '<body></body>', pick = 'body', more: Partial<KeyboardEvent> = {}) {
  document.body.innerHTML = where;
  const target = pick === 'body' ? document.body : document.querySelector(pick);
  return deskKeyOf({ key, ctrlKey: false, metaKey: false, altKey: false, isComposing: false, defaultPrevented: false, target, ...more });
}

it('Letters decide and move, in either case', () => {
  expect(['a', 'A', 'c', 'g', 'j', 'k', 'ArrowDown', 'ArrowUp', 'x'].map((key) => press(key))).toEqual(['accept', 'accept', 'correct', 'award', 'next', 'previous', 'next', 'previous', null]);
});

it('While something is typed, letters are text; Ctrl+Enter still saves', () => {
  for (const field of ['<input type="text">', '<textarea></textarea>', '<select></select>']) {
    const name = /<(\w+)/.exec(field)?.[1] ?? '';
    expect(press('a', field, name)).toBeNull();
    expect(press('ArrowDown', field, name)).toBeNull();
    expect(press('Enter', field, name, { ctrlKey: true })).toBe('save');
  }
});

it('On a choice letters are commands, and arrows its own', () => {
  expect(press('g', '<input type="radio">', 'input')).toBe('award');
  expect(press('ArrowDown', '<input type="radio">', 'input')).toBeNull();
});

it('Where something scrolls the arrows scroll', () => {
  expect(press('ArrowDown', '<div role="region" tabindex="0"></div>', 'div')).toBeNull();
  expect(press('j', '<div role="region" tabindex="0"></div>', 'div')).toBe('next');
});

it('In a dialog or a menu, with a modifier, or while a syllable is composed, nothing is decided', () => {
  expect(press('a', '<div role="dialog"><button></button></div>', 'button')).toBeNull();
  expect(press('a', '<div role="menu"><button></button></div>', 'button')).toBeNull();
  expect(press('a', '<body></body>', 'body', { ctrlKey: true })).toBeNull();
  expect(press('a', '<body></body>', 'body', { altKey: true })).toBeNull();
  expect(press('a', '<body></body>', 'body', { isComposing: true })).toBeNull();
});
