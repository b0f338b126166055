import type { Answer } from './answer';
import type { Rule } from './rule';

/** An exact fraction, as decimal-free integers in text so that nothing is lost: `7/13`. The denominator is positive. */
export interface ExactValue { readonly numerator: string; readonly denominator: string }

/** Why a leaf has the points it has: the answer, the rule as applied, each arithmetic step, the result. */
export interface LeafTrace {
  readonly code: string;
  readonly max: number;
  readonly rule: Rule;
  readonly answer: Answer | null;
  readonly outcome: LeafOutcome;
  readonly steps: readonly TraceStep[];
  /** Null while a `relative` leaf waits for the other agencies, and where the leaf is excluded. */
  readonly points: number | null;
}

export type LeafOutcome = 'scored' | 'awarded' | 'missing' | 'pending' | 'excluded' | 'not-applicable-full';

export type ExclusionReason = 'not-applicable' | 'exempt' | 'without-survey';

export type TraceStep =
  | { readonly step: 'excluded'; readonly because: ExclusionReason; readonly reason: string | null }
  | { readonly step: 'not-applicable-full'; readonly reason: string; readonly points: number }
  | { readonly step: 'missing'; readonly points: 0 }
  | { readonly step: 'awarded'; readonly awarded: number; readonly reason: string }
  | { readonly step: 'option-chosen'; readonly id: string; readonly label: string; readonly points: number }
  | {
      readonly step: 'items-ticked';
      readonly items: readonly { readonly id: string; readonly label: string; readonly points: number }[];
      readonly of: number;
      readonly award: 'sum' | 'all';
      readonly sum: number;
    }
  | { readonly step: 'capped'; readonly value: number; readonly cap: number }
  | { readonly step: 'ratio'; readonly numerator: number; readonly denominator: number; readonly value: ExactValue }
  | { readonly step: 'value'; readonly value: number; readonly unit: string }
  | { readonly step: 'growth'; readonly current: number; readonly previous: number; readonly value: ExactValue }
  | { readonly step: 'below-zero-line'; readonly value: ExactValue; readonly zeroBelow: number }
  | { readonly step: 'negative-value'; readonly value: ExactValue }
  | {
      readonly step: 'share-of-target';
      readonly value: ExactValue;
      readonly target: number;
      readonly share: ExactValue;
      readonly reached: boolean;
    }
  | { readonly step: 'band'; readonly value: ExactValue; readonly index: number }
  | { readonly step: 'band-points'; readonly points: number }
  | {
      readonly step: 'band-linear';
      readonly lower: number;
      readonly upper: number;
      readonly from: number;
      readonly to: number;
      readonly value: ExactValue;
      readonly result: ExactValue;
    }
  | {
      readonly step: 'tally-item';
      readonly id: string;
      readonly label: string;
      readonly count: number;
      readonly each: number;
      readonly cap: number | null;
      readonly amount: number;
    }
  | { readonly step: 'tally-total'; readonly start: 'zero' | 'max'; readonly total: number; readonly result: number }
  | {
      readonly step: 'survey-mean';
      readonly responses: readonly { readonly id: string; readonly label: string; readonly percent: number; readonly count: number }[];
      readonly total: number;
      readonly percent: ExactValue;
    }
  | { readonly step: 'survey-percent'; readonly percent: number }
  | { readonly step: 'direct'; readonly points: number }
  | {
      readonly step: 'case';
      readonly id: string;
      readonly label: string;
      readonly steps: readonly TraceStep[];
      readonly points: ExactValue;
    }
  | { readonly step: 'best-case'; readonly id: string; readonly label: string; readonly points: ExactValue }
  | { readonly step: 'relative'; readonly value: ExactValue; readonly best: ExactValue | null; readonly share: ExactValue | null }
  | { readonly step: 'times-max'; readonly share: ExactValue; readonly max: number; readonly result: ExactValue }
  | { readonly step: 'rounded'; readonly value: ExactValue; readonly decimals: number; readonly points: number };
