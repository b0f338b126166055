import { DECIMALS, exactUnitsOf, numberOf } from './decimal';

/**
 * Points divided by weights, each share with at most `decimals` decimals; the shares sum to `total` exactly. What does not come out even
 * goes, one step each, to the shares that lost most by rounding down, the first ones first. Weights may have decimals; where all are 0 the
 * shares are equal. Throws a RangeError where `total` has more decimals than that, or where a number is negative or no number.
 *
 * @example
 * splitPoints(10, [1, 1, 1], 2); // [3.34, 3.33, 3.33]
 * splitPoints(5, [2, 1], 1); // [3.3, 1.7]
 */
export function splitPoints(total: number, weights: readonly number[], decimals: number): readonly number[] {
  const step = 10n ** BigInt(DECIMALS - decimals);
  const units = unitsOrThrow(total);
  if (units % step !== 0n) throw new RangeError(`${total} has more than ${decimals} decimals`);
  const parts = evened(weights.map(unitsOrThrow));
  return shared(units / step, parts).map((share) => numberOf(share, decimals));
}

function evened(weights: readonly bigint[]): readonly bigint[] {
  return weights.every((weight) => weight === 0n) ? weights.map(() => 1n) : weights;
}

/** Whole steps by whole weights, by largest remainder. */
function shared(steps: bigint, weights: readonly bigint[]): readonly bigint[] {
  const sum = weights.reduce((all, weight) => all + weight, 0n);
  const shares = weights.map((weight, place) => ({ place, floor: (steps * weight) / sum, rest: (steps * weight) % sum }));
  const left = steps - shares.reduce((all, { floor }) => all + floor, 0n);
  const next = shares.toSorted((a, b) => (a.rest === b.rest ? a.place - b.place : a.rest > b.rest ? -1 : 1)).slice(0, Number(left));
  const raised = new Set(next.map(({ place }) => place));
  return shares.map(({ floor, place }) => floor + (raised.has(place) ? 1n : 0n));
}

function unitsOrThrow(value: number): bigint {
  const units = exactUnitsOf(value);
  if (units === null || units < 0n) throw new RangeError(`${value} is not a number from 0 on with at most ${DECIMALS} decimals`);
  return units;
}
