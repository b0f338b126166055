import { unitsOf } from '../exact/decimal';
import type { Quotient } from '../exact/line';

/** Puts two figures into `v` as whole numbers of one scale; false unless both are numbers and the second is positive. */
export function readPair(first: unknown, second: unknown, v: Quotient): boolean {
  if (typeof first !== 'number' || typeof second !== 'number') return false;
  const whole = Math.floor(first) === first && Math.floor(second) === second;
  v.n = whole ? first : unitsOf(first);
  v.d = whole ? second : unitsOf(second);
  return v.d > 0;
}
