import { DECIMALS, SCALE } from './decimal';
import type { Fraction } from './fraction';

/** Whole numbers up to here are exact in a double, with room for one addition; a floored quotient of two of them too. */
export const QUICK_LIMIT = 2 ** 52;

/** `value × 10^decimals`, rounded half up to a whole number. `value` must not be negative. */
export function roundHalfUp(value: Fraction, decimals: number): bigint {
  return (2n * value.n * 10n ** BigInt(decimals) + value.d) / (2n * value.d);
}

/** `n / d` rounded half up, for whole n ≥ 0 and d > 0; NaN where a double could not hold every step. */
export function quickRoundHalfUp(n: number, d: number): number {
  const dividend = 2 * n + d;
  const divisor = 2 * d;
  return dividend + divisor <= QUICK_LIMIT ? Math.floor(dividend / divisor) : NaN;
}

/** How many units make one step of a grid of `decimals` decimals. */
export const unitsPerStep = (decimals: number): number => 10 ** (DECIMALS - decimals);

/** `value` rounded half up to `decimals` decimals, in units. `value` must not be negative. */
export function roundedUnits(value: Fraction, decimals: number): number {
  return Number(roundHalfUp(value, decimals)) * unitsPerStep(decimals);
}

/** The points that stand for a whole number of units. */
export const pointsOf = (units: number): number => units / SCALE;
