import type { AttemptKind } from './sign-in-attempt.entity';

/** Failures that cost nothing. Many people of one office come from one address, so it has more. */
const FREE: Readonly<Record<AttemptKind, number>> = { account: 5, address: 30 };
const FIRST_DELAY = 15;
const LONGEST_DELAY = 15 * 60;

/** Seconds after which failures are forgotten. */
export const FORGET_AFTER = 60 * 60;

/** Seconds to wait after so many failures in a row: 0 at first, then 15, 30, 60 … up to a quarter of an hour. */
export function delayAfter(kind: AttemptKind, failures: number): number {
  const beyond = failures - FREE[kind];
  return beyond < 0 ? 0 : Math.min(FIRST_DELAY * 2 ** Math.min(beyond, 10), LONGEST_DELAY);
}
