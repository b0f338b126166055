import { byteRangeOf, namesTag } from './byte-range';

describe('byteRangeOf', () => {
  it.each([
    ['bytes=0-0', { start: 0, end: 0 }],
    ['bytes=0-9', { start: 0, end: 9 }],
    ['bytes=5-', { start: 5, end: 9 }],
    ['bytes=5-500', { start: 5, end: 9 }],
    ['bytes=-3', { start: 7, end: 9 }],
    ['bytes=-300', { start: 0, end: 9 }],
    ['bytes= 2 - 4 ', { start: 2, end: 4 }],
  ])('reads %s of 10 bytes', (header, expected) => expect(byteRangeOf(header, 10)).toEqual(expected));

  it.each(['bytes=10-', 'bytes=10-12', 'bytes=-0'])('can satisfy nothing of %s', (header) => expect(byteRangeOf(header, 10)).toBe('unsatisfiable'));

  it.each([undefined, '', 'bytes=', 'bytes=-', 'bytes=5-4', 'bytes=0-1,4-5', 'lines=1-2', 'bytes=a-b', 'bytes=1e3-'])('sends everything for %s', (header) => {
    expect(byteRangeOf(header, 10)).toBeNull();
  });
});

describe('namesTag', () => {
  it.each(['"abc"', 'W/"abc"', '"x", "abc"', '*'])('finds it in %s', (header) => expect(namesTag(header, '"abc"')).toBe(true));
  it.each([undefined, '', '"abcd"', 'abc'])('does not find it in %s', (header) => expect(namesTag(header, '"abc"')).toBe(false));
});
