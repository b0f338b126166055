/** What an agency states of itself, and the value `v` that it gives. See docs/scoring-method.md, "Measures". */
export type Measure = RatioMeasure | NumberMeasure | GrowthMeasure;

/** `v = 100 × numerator / denominator`, in percent. A denominator ≤ 0, a negative numerator or `v > max` is an error. */
export interface RatioMeasure {
  readonly type: 'ratio';
  readonly numerator: string;
  readonly denominator: string;
  /** Upper limit of `v` in percent, 100 when absent. */
  readonly max?: number;
}

/** `v = value`, within `min` (0 when absent) and `max` (no limit when absent). */
export interface NumberMeasure {
  readonly type: 'number';
  readonly label: string;
  readonly unit: string;
  readonly min?: number;
  readonly max?: number;
}

/** `v = 100 × (current − previous) / previous`, in percent, may be negative. `previous ≤ 0` is an error. */
export interface GrowthMeasure {
  readonly type: 'growth';
  readonly current: string;
  readonly previous: string;
}
