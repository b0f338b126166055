import { itemTurnOf, meetingKeyOf } from './item-keys';

const key = (name: string, held: Partial<Record<'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey', boolean>> = {}) => ({
  ...{ key: name, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false },
  ...held,
});

describe('the keys of an item', () => {
  it.each([
    ['ArrowUp', 'previous'],
    ['ArrowDown', 'next'],
    ['a', 'none'],
  ] as const)('Alt+%s: %s', (name, turn) => expect(itemTurnOf(key(name, { altKey: true }))).toBe(turn));

  it('leaves arrows alone without Alt, or with more', () => {
    expect(itemTurnOf(key('ArrowDown'))).toBe('none');
    expect(itemTurnOf(key('ArrowDown', { altKey: true, ctrlKey: true }))).toBe('none');
  });
});

describe('the keys before the projector', () => {
  it.each([
    ['ArrowRight', 'next'],
    ['PageDown', 'next'],
    ['ArrowLeft', 'previous'],
    ['PageUp', 'previous'],
    ['v', 'announce'],
    ['Escape', 'leave'],
    ['x', 'none'],
  ] as const)('%s: %s', (name, meaning) => expect(meetingKeyOf(key(name))).toBe(meaning));

  it('leaves the browser its own shortcuts, and knows those of the item', () => {
    expect(meetingKeyOf(key('v', { ctrlKey: true }))).toBe('none');
    expect(meetingKeyOf(key('ArrowDown', { altKey: true }))).toBe('next');
  });
});
