/** Every number of a set or an answer has at most this many decimals. */
export const DECIMALS = 4;
/** One is this many units. */
export const SCALE = 10_000;

/** Up to here a double times `SCALE` is off by less than a half, so that rounding finds the one decimal meant. */
const QUICK_UNITS = 1e15;
const SHORTEST_TEXT = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/;

/** `value × 10 000` as a whole number, in a double; NaN where `value` has more than 4 decimals or is beyond 10¹¹. */
export function unitsOf(value: number): number {
  const units = Math.round(value * SCALE);
  return units / SCALE === value && Math.abs(units) <= QUICK_UNITS ? units + 0 : NaN;
}

/** `value × 10 000`, of any size; null where the shortest text of `value` has more than 4 decimals or is not a number. */
export function exactUnitsOf(value: number): bigint | null {
  const match = SHORTEST_TEXT.exec(String(value));
  if (match === null) return null;
  const [, sign = '', whole = '', decimals = '', exponent = '0'] = match;
  const shift = Number(exponent) - decimals.length + DECIMALS;
  if (shift < 0) return null;
  return BigInt(`${sign}${whole}${decimals}`) * 10n ** BigInt(shift);
}

/** The number nearest to `units / 10^decimals`: its shortest text is that decimal. */
export function numberOf(units: bigint, decimals: number = DECIMALS): number {
  return Number(`${units}e-${decimals}`);
}
