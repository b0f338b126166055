import * as fc from 'fast-check';
import {
  add,
  compare,
  decimal,
  divide,
  type Fraction,
  fraction,
  greatest,
  HUNDRED,
  least,
  multiply,
  ONE,
  subtract,
  ZERO,
} from './fraction';

const half = fraction(1n, 2n);
const third = fraction(1n, 3n);

const whole = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
const fractions = fc.tuple(whole, whole.filter((d) => d !== 0n)).map(([n, d]) => fraction(n, d));

describe('fraction', () => {
  it.each<[bigint, bigint, Fraction]>([
    [2n, 4n, { n: 1n, d: 2n }],
    [-2n, 4n, { n: -1n, d: 2n }],
    [2n, -4n, { n: -1n, d: 2n }],
    [-2n, -4n, { n: 1n, d: 2n }],
    [0n, -7n, { n: 0n, d: 1n }],
    [0n, 7n, { n: 0n, d: 1n }],
    [7n, 13n, { n: 7n, d: 13n }],
    [100n, 1n, { n: 100n, d: 1n }],
  ])('%p / %p in lowest terms is %p', (n, d, expected) => {
    expect(fraction(n, d)).toEqual(expected);
  });

  it('is a whole number without a denominator', () => {
    expect(fraction(6n)).toEqual({ n: 6n, d: 1n });
  });
});

describe('decimal', () => {
  it.each<[number, Fraction]>([
    [0.1, { n: 1n, d: 10n }],
    [2.5, { n: 5n, d: 2n }],
    [-0.0001, { n: -1n, d: 10_000n }],
    [1e21, { n: 10n ** 21n, d: 1n }],
  ])('%p is %p', (value, expected) => {
    expect(decimal(value)).toEqual(expected);
  });

  it.each([0.00001, NaN, Infinity])('refuses %p', (value) => {
    expect(() => decimal(value)).toThrow(new RangeError(`${value} is not a number with at most 4 decimals`));
  });
});

describe('arithmetic', () => {
  it('is exact', () => {
    expect(add(half, third)).toEqual({ n: 5n, d: 6n });
    expect(subtract(half, third)).toEqual({ n: 1n, d: 6n });
    expect(subtract(third, half)).toEqual({ n: -1n, d: 6n });
    expect(multiply(half, third)).toEqual({ n: 1n, d: 6n });
    expect(divide(half, third)).toEqual({ n: 3n, d: 2n });
    expect(divide(half, fraction(-1n, 3n))).toEqual({ n: -3n, d: 2n });
    expect(add(decimal(0.1), decimal(0.2))).toEqual(decimal(0.3));
  });

  it('compares by value', () => {
    expect(compare(half, third)).toBe(1);
    expect(compare(third, half)).toBe(-1);
    expect(compare(half, fraction(2n, 4n))).toBe(0);
    expect(compare(fraction(-1n, 2n), fraction(-1n, 3n))).toBe(-1);
  });

  it('picks the least and the greatest, the first of equal ones', () => {
    const alsoHalf = fraction(1n, 2n);
    expect(least(half, third)).toBe(third);
    expect(least(third, half)).toBe(third);
    expect(greatest(half, third)).toBe(half);
    expect(greatest(third, half)).toBe(half);
    expect(least(half, alsoHalf)).toBe(half);
    expect(greatest(half, alsoHalf)).toBe(half);
  });

  it('knows nothing, one and a hundred', () => {
    expect([ZERO, ONE, HUNDRED]).toEqual([fraction(0n), fraction(1n), fraction(100n)]);
  });
});

describe('for all fractions', () => {
  it('addition goes in any order and subtraction undoes it', () => {
    fc.assert(
      fc.property(fractions, fractions, (a, b) => {
        expect(add(a, b)).toEqual(add(b, a));
        expect(subtract(add(a, b), b)).toEqual(a);
      }),
    );
  });

  it('division undoes multiplication', () => {
    fc.assert(fc.property(fractions, fractions.filter(({ n }) => n !== 0n), (a, b) => expect(divide(multiply(a, b), b)).toEqual(a)));
  });

  it('the difference has the sign of the comparison', () => {
    fc.assert(
      fc.property(fractions, fractions, (a, b) => {
        const { n, d } = subtract(a, b);
        expect(d > 0n).toBe(true);
        expect(compare(a, b)).toBe(n > 0n ? 1 : n < 0n ? -1 : 0);
      }),
    );
  });
});
