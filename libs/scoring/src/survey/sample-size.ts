/**
 * How many of N to ask: n = N / (1 + N·e²), rounded up, by 1001/QĐ-BNV. `errorPercent` is e in whole percent. Exact: with e = p/100 it is
 * N·10⁴ / (10⁴ + N·p²).
 *
 * @example sampleSize(1000, 5) // 286
 * @example sampleSize(20, 5) // 20
 */
export function sampleSize(population: number, errorPercent: number): number {
  if (!Number.isSafeInteger(population) || population < 1 || !Number.isSafeInteger(errorPercent) || errorPercent < 1 || errorPercent > 100) {
    throw new RangeError('The population is a whole number from 1, the error a whole percent from 1 to 100');
  }
  const [size, squared] = [BigInt(population), BigInt(errorPercent) ** 2n];
  const [above, below] = [size * 10_000n, 10_000n + size * squared];
  return Number((above + below - 1n) / below);
}
