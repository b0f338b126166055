import { maximumFigure, numberInWords, pointsFigure } from './number-words';

describe('a number in Vietnamese', () => {
  it.each([
    [1842, '1.842'],
    [96.5, '96,5'],
    [0, '0'],
    [-2.25, '−2,25'],
    [1234567.1234, '1.234.567,1234'],
    [1e21, '1.000.000.000.000.000.000.000'],
    [0.0001, '0,0001'],
  ])('writes %d as %s', (value, words) => {
    expect(numberInWords(value)).toBe(words);
  });

  it('rounds half up by its digits, where a binary fraction would fall short', () => {
    expect(numberInWords(1.005, 2)).toBe('1,01');
    expect(numberInWords(0.615, 2)).toBe('0,62');
    expect(numberInWords(9.995, 2)).toBe('10,00');
    expect(numberInWords(999.995, 2)).toBe('1.000,00');
    expect(numberInWords(2.5, 0)).toBe('3');
  });

  it('pads to the decimals asked for', () => {
    expect(numberInWords(3, 2)).toBe('3,00');
    expect(numberInWords(13.5, 2)).toBe('13,50');
  });

  it('has no minus before a zero', () => {
    expect(numberInWords(-0.001, 2)).toBe('0,00');
  });

  it('shows a dash for what is no number', () => {
    expect(numberInWords(Number.NaN)).toBe('—');
  });

  it('shows points with two decimals and maxima with those they have', () => {
    expect(pointsFigure(1.9339)).toBe('1,93');
    expect(maximumFigure(1.5)).toBe('1,5');
  });
});
