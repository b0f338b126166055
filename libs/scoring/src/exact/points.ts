import { exactUnitsOf, numberOf, SCALE } from './decimal';
import { fraction } from './fraction';
import { pointsOf, roundedUnits } from './rounding';

/** The exact sum. Throws a RangeError on a value with more than 4 decimals, NaN or infinity. */
export function addPoints(values: readonly number[]): number {
  return numberOf(values.reduce((sum, value) => sum + unitsOrThrow(value), 0n));
}

/** The exact `a − b`. Throws as `addPoints` does. */
export function subtractPoints(a: number, b: number): number {
  return numberOf(unitsOrThrow(a) - unitsOrThrow(b));
}

/** −1, 0 or 1 as `a` is below, equal to or above `b`. Throws as `addPoints` does. */
export function comparePoints(a: number, b: number): number {
  const [left, right] = [unitsOrThrow(a), unitsOrThrow(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The exact mean of two points, rounded half up to `decimals` as a set rounds: 1.5 and 2 to one decimal give 1.8. Neither is negative. Throws as `addPoints` does. */
export function meanPoints([a, b]: readonly [number, number], decimals: number): number {
  return pointsOf(roundedUnits(fraction(unitsOrThrow(a) + unitsOrThrow(b), 2n * BigInt(SCALE)), decimals));
}

function unitsOrThrow(value: number): bigint {
  const units = exactUnitsOf(value);
  if (units === null) throw new RangeError(`${value} is not a number with at most 4 decimals`);
  return units;
}
