import { fraction } from '../exact/fraction';
import { roundHalfUp } from '../exact/rounding';

/**
 * `part` of `whole` in percent as decimal text, rounded half up once, from the exact fraction; null where the whole is 0.
 *
 * @example percentText(2, 3, 2) // '66.67'
 */
export function percentText(part: number, whole: number, decimals: number): string | null {
  return whole === 0 ? null : quotientText(part * 100, whole, decimals);
}

/** `above / below` as decimal text, rounded half up once. Neither is negative; `below` is not 0. */
export function quotientText(above: number, below: number, decimals: number): string {
  const units = roundHalfUp(fraction(BigInt(above), BigInt(below)), decimals).toString().padStart(decimals + 1, '0');
  return decimals === 0 ? units : `${units.slice(0, -decimals)}.${units.slice(-decimals)}`;
}
