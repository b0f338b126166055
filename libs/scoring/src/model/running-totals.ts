import type { NodeResult } from './result';

/**
 * How an agency stands while its answers are still being given. `relative` leaves stand outside numerator and denominator
 * (their nodes show as excluded), so that nobody learns another agency's figure.
 */
export interface RunningTotals {
  /** Of the scored section. */
  readonly points: number;
  readonly applicableMax: number;
  /** Null while nothing applies. */
  readonly index: number | null;
  readonly bonus: number;
  readonly penalty: number;
  /** How many of `total` have an answer. */
  readonly answered: number;
  /** Scored leaves that are not excluded, the pending ones among them. */
  readonly total: number;
  /** Scored leaves that the agency itself has still to answer. */
  readonly missing: readonly string[];
  /** Scored leaves that wait for a survey, an appraiser or an external index. Worth 0 until then. */
  readonly open: readonly string[];
  /** `relative` leaves that are answered and wait for the other agencies. */
  readonly pending: readonly string[];
  readonly nodes: Readonly<Record<string, NodeResult>>;
}
