import { exactValueOf, fractionOf, plainNumber } from './exact-value';
import { fraction } from './fraction';

describe('an exact value', () => {
  it('is a fraction in text', () => {
    expect(exactValueOf(fraction(700n, 1300n))).toEqual({ numerator: '7', denominator: '13' });
    expect(exactValueOf(fraction(-5n))).toEqual({ numerator: '-5', denominator: '1' });
  });

  it('is read back, in lowest terms', () => {
    expect(fractionOf({ numerator: '70', denominator: '130' })).toEqual(fraction(7n, 13n));
    expect(fractionOf({ numerator: '-3', denominator: '1' })).toEqual(fraction(-3n));
  });

  it.each(['0', '-2'])('cannot have the denominator %s', (denominator) => {
    expect(() => fractionOf({ numerator: '1', denominator })).toThrow(new RangeError('The denominator of an exact value must be positive'));
  });

  it('is made of whole numbers', () => {
    expect(() => fractionOf({ numerator: '1.5', denominator: '1' })).toThrow(SyntaxError);
  });
});

it.each([
  [0n, 1n, 0],
  [5n, 2n, 2.5],
  [1n, 10_000n, 0.0001],
  [10n ** 21n, 1n, 1e21],
])('%p/%p as a plain number is %p', (n, d, value) => {
  expect(plainNumber(fraction(n, d))).toBe(value);
});
