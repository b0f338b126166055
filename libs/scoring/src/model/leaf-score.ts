/** What one leaf is worth by itself. `points` is null while excluded or pending. */
export interface LeafScore {
  readonly points: number | null;
  /** Outside the maximum. */
  readonly excluded: boolean;
  /** A valid answer to a `relative` leaf: it has no points before the group is scored together. */
  readonly pending: boolean;
}
