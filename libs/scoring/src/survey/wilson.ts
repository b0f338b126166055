/** Of the standard normal distribution: 95 % lie within ±z. */
const Z = 1.959963984540054;

export interface Interval {
  /** Shares, 0…1. */
  readonly low: number;
  readonly high: number;
}

/**
 * The 95 % interval of a share (E. B. Wilson, 1927), with the finite-population correction where N is known: n is replaced by
 * n·(N − 1)/(N − n), and who asked everybody knows the share. A statistic for readers: no points come from it.
 *
 * center = (p + z²/2n) / (1 + z²/n), half = z·√(p(1 − p)/n + z²/4n²) / (1 + z²/n)
 */
export function wilsonInterval(successes: number, trials: number, population: number | null = null): Interval | null {
  if (trials === 0) return null;
  const share = successes / trials;
  if (population !== null && population <= trials) return { low: share, high: share };
  const n = population === null ? trials : (trials * (population - 1)) / (population - trials);
  const square = Z * Z;
  const center = (share + square / (2 * n)) / (1 + square / n);
  const half = (Z * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n))) / (1 + square / n);
  return { low: successes === 0 ? 0 : Math.max(0, center - half), high: successes === trials ? 1 : Math.min(1, center + half) };
}
