import { quickRoundHalfUp } from './rounding';

/** `100 × part / whole`, rounded half up to `decimals` decimals, for whole numbers `part` ≥ 0; 0 where `whole` is 0. */
export function percentOf(part: number, whole: number, decimals: number): number {
  if (whole === 0) return 0;
  const steps = 10 ** decimals;
  const quick = quickRoundHalfUp(100 * steps * part, whole);
  return (quick >= 0 ? quick : exactPercent(part, whole, steps)) / steps;
}

function exactPercent(part: number, whole: number, steps: number): number {
  const [n, d] = [100n * BigInt(steps) * BigInt(part), BigInt(whole)];
  return Number((2n * n + d) / (2n * d));
}
