import { exactUnitsOf, SCALE } from './decimal';

/** An exact fraction in lowest terms. The denominator is positive. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Fraction = { n: 0n, d: 1n };
export const ONE: Fraction = { n: 1n, d: 1n };
export const HUNDRED: Fraction = { n: 100n, d: 1n };

/** `n / d` in lowest terms. `d` must not be 0. */
export function fraction(n: bigint, d: bigint = 1n): Fraction {
  const divisor = greatestCommonDivisor(n, d);
  return { n: n / divisor, d: d / divisor };
}

/** The exact decimal that `value` stands for. Throws on more than 4 decimals: callers check answers and sets first. */
export function decimal(value: number): Fraction {
  const units = exactUnitsOf(value);
  if (units === null) throw new RangeError(`${value} is not a number with at most 4 decimals`);
  return fraction(units, BigInt(SCALE));
}

export const add = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d + b.n * a.d, a.d * b.d);
export const subtract = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d - b.n * a.d, a.d * b.d);
export const multiply = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.n, a.d * b.d);
/** `b` must not be 0. */
export const divide = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d, a.d * b.n);

/** Below 0, 0 or above 0 as `a` is below, equal to or above `b`. */
export function compare(a: Fraction, b: Fraction): number {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

export const least = (a: Fraction, b: Fraction): Fraction => (compare(a, b) <= 0 ? a : b);
export const greatest = (a: Fraction, b: Fraction): Fraction => (compare(a, b) >= 0 ? a : b);

/** With the sign of `b`, so that a quotient by it has a positive denominator. */
function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return b < 0n ? -x : x;
}
