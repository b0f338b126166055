/** Below 0, 0 or above 0 as `an / ad` is below, equal to or above `bn / bd`, for whole numbers and positive denominators. */
export function compareQuotients(an: number, ad: number, bn: number, bd: number): number {
  const left = an * bd;
  const right = bn * ad;
  if (Math.max(left, right) <= Number.MAX_SAFE_INTEGER) return left - right;
  return Number(BigInt(an) * BigInt(bd) - BigInt(bn) * BigInt(ad));
}
