/** A survey result known from a sample: its leaf's points could have come out otherwise. */
export interface SurveySample {
  /** Code of the agency. */
  readonly agency: string;
  /** Code of the survey leaf, answered by `responses` or by `percent`. */
  readonly code: string;
  /** How many answered; a whole number above 0. */
  readonly responses: number;
  /** How many could have been asked, for the finite-population correction; none where the population is not known. */
  readonly population?: number;
}

/** A leaf that is still in dispute: each outcome is taken as equally likely. */
export interface OpenDispute {
  readonly agency: string;
  readonly code: string;
  /** Points that the leaf may end with, at most 4 decimals, 0…max; name a value twice to make it twice as likely. */
  readonly outcomes: readonly number[];
}

/** What is varied. Nothing at all gives the ranks themselves. */
export interface Uncertainty {
  readonly surveys?: readonly SurveySample[];
  readonly disputes?: readonly OpenDispute[];
  /** Whether each answered leaf varies within half of its last decimal, which is what its rounding may have taken or given. */
  readonly rounding?: boolean;
}

/** How long and from where chance runs. The same seed gives the same result on every machine. */
export interface Trials {
  /** Whole number, at least 1. */
  readonly replicates: number;
  /** Whole number, 0…2³²−1. */
  readonly seed: number;
}

/** How firm one agency's rank is. */
export interface AgencyStability {
  readonly code: string;
  /** Without any variation. */
  readonly rank: number;
  /** The ranks between which 95 % of the replicates lie. */
  readonly best: number;
  readonly worst: number;
  /** Share of the replicates in which it ranks first, shared or alone; 0…1. */
  readonly first: number;
}

/** Agencies in the order they came in. Shares are of replicates: statistics, never points. */
export interface RankStability {
  readonly trials: Trials;
  /** What was varied: leaves by number. */
  readonly varied: { readonly surveys: number; readonly disputes: number; readonly rounded: number };
  readonly agencies: readonly AgencyStability[];
  /** Share of the replicates in which `a` ranks before `b`; 0…1. Throws a RangeError on a code that is not there. */
  readonly above: (a: string, b: string) => number;
  /** Codes from the first rank on; within one list nobody is above the list's first in fewer than 5 % of the replicates. */
  readonly alike: readonly (readonly string[])[];
}
