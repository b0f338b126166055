/** Every number of a set or an answer has at most this many decimals. */
export const DECIMALS = 4;
/** One is this many units. */
export const SCALE = 10_000;

/** Up to here a double times `SCALE` is off by less than a half, so that rounding finds the one decimal meant. */
const QUICK_UNITS = 1e15;

/** `value × 10 000` as a whole number, in a double; NaN where `value` has more than 4 decimals or is beyond 10¹¹. */
export function unitsOf(value: number): number {
  const units = Math.round(value * SCALE);
  return units / SCALE === value && Math.abs(units) <= QUICK_UNITS ? units + 0 : NaN;
}

/** `value × 10 000`, of any size; null where the shortest text of `value` has more than 4 decimals or is not a number. */
export function exactUnitsOf(value: number): bigint | null {
  if (!Number.isFinite(value)) return null;
  const [mantissa, exponent] = String(value).split('e') as [string, string?];
  const [whole, decimals] = mantissa.split('.') as [string, string?];
  const shift = Number(exponent ?? 0) - (decimals ?? '').length + DECIMALS;
  return shift < 0 ? null : BigInt(`${whole}${decimals ?? ''}`) * 10n ** BigInt(shift);
}

/** The number nearest to `units / 10^decimals`: its shortest text is that decimal. */
export function numberOf(units: bigint, decimals: number = DECIMALS): number {
  return Number(`${units}e-${decimals}`);
}
