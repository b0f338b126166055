/** Ten-thousandths, in which every number of an answer and every point is whole: at most four decimals. */
const UNITS = 10_000;

/** Exact; refuses nothing, since what comes here was stored as `numeric(9,4)` or checked as an answer. */
export function unitsOf(decimal: string | number): bigint {
  const text = typeof decimal === 'number' ? decimal.toFixed(4) : decimal;
  const [, sign = '', whole = '0', decimals = ''] = /^(-?)(\d+)(?:\.(\d*))?$/.exec(text) ?? [];
  const units = BigInt(whole) * BigInt(UNITS) + BigInt(decimals.padEnd(4, '0').slice(0, 4));
  return sign === '-' ? -units : units;
}

/** For words alone. */
export const numberOf = (units: bigint): number => Number(units) / UNITS;

export const distance = (one: bigint, other: bigint): bigint => (one > other ? one - other : other - one);

/** The middle one in order; of an even number half the sum of the two in the middle, rounded down by less than one unit. Null of none. */
export function medianOf(values: readonly bigint[]): bigint | null {
  const sorted = values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const [lower, upper] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return lower === undefined || upper === undefined ? null : (lower + upper) / 2n;
}

/** The median of the distances from the median: how far values usually lie, whatever a few of them do. */
export function spreadOf(values: readonly bigint[], median: bigint): bigint {
  return medianOf(values.map((value) => distance(value, median))) ?? 0n;
}
