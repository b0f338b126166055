const FIRST = 2_000;
const LONGEST = 60_000;

/** 2, 4, 8 … seconds, at most a minute: a server that comes back is not run over. */
export function retryDelay(attempts: number): number {
  return Math.min(LONGEST, FIRST * 2 ** attempts);
}
