import { readTypedNumber } from './typed-number';

describe('a typed number', () => {
  it.each([
    ['1.842', 1842],
    ['1842', 1842],
    ['96,5', 96.5],
    ['1.234.567,25', 1234567.25],
    ['12.500', 12500],
    ['96.5', 96.5],
    ['96.55', 96.55],
    ['-3,2', -3.2],
    ['−3,2', -3.2],
    [' 1 842 ', 1842],
    ['0', 0],
    ['007', 7],
  ])('reads %s as %d', (text, value) => {
    expect(readTypedNumber(text)).toEqual({ kind: 'number', value });
  });

  it.each(['', '   '])('takes %p for nothing', (text) => {
    expect(readTypedNumber(text)).toEqual({ kind: 'empty' });
  });

  it.each(['mười', '1,2,3', '1.2.3', '12a', '-', ',5', '1.84,5', '--2'])('does not read %s', (text) => {
    expect(readTypedNumber(text)).toEqual({ kind: 'unreadable' });
  });
});
