import type { Answer } from './answer';
import type { Measure } from './measure';

/** How a leaf's answer becomes points. Data of a criteria set: a province changes it every year. */
export type Rule =
  | ChoiceRule
  | ChecklistRule
  | ProportionalRule
  | BandsRule
  | TallyRule
  | SurveyRule
  | DirectRule
  | BestOfRule
  | RelativeRule;

export type RuleKind = Rule['kind'];

/** What an answer must be worth: run with every check of the set, so that a rule can't quietly come to mean something else. */
export interface RuleExample {
  /** In the rule's own terms. */
  readonly given: Answer;
  /** Points, rounded as the set says. */
  readonly expected: number;
}

interface RuleCommon {
  /** Not for `relative`, whose points depend on the group. */
  readonly examples?: readonly RuleExample[];
}

export interface PointsOption { readonly id: string; readonly label: string; readonly points: number }

/** The points of the one option chosen. */
export interface ChoiceRule extends RuleCommon { readonly kind: 'choice'; readonly options: readonly PointsOption[] }

/** `sum` (when absent): the points of the items ticked, capped at max. `all`: max if every item is ticked, else 0. */
export interface ChecklistRule extends RuleCommon { readonly kind: 'checklist'; readonly items: readonly PointsOption[]; readonly award?: 'sum' | 'all' }

/** 0 if v < `zeroBelow`, else min(1, v / `target`) × max, never below 0. */
export interface ProportionalRule extends RuleCommon {
  readonly kind: 'proportional';
  readonly measure: Measure;
  /** 100 when absent. */
  readonly target?: number;
  readonly zeroBelow?: number;
}

/** One stretch of the measure: `from`/`upTo` include the edge, `above`/`below` do not. An absent edge is open. */
export interface BandEdges { readonly from?: number; readonly above?: number; readonly upTo?: number; readonly below?: number }
export type Band = BandEdges &
  (
    | { readonly points: number }
    /** min(1, v / 100) × max. */
    | { readonly proportional: true }
    /** From `from` points at the lower edge to `to` points at the upper edge. */
    | { readonly linear: { readonly from: number; readonly to: number } }
  );
export interface BandsRule extends RuleCommon { readonly kind: 'bands'; readonly measure: Measure; readonly bands: readonly Band[] }

export interface TallyItem { readonly id: string; readonly label: string; readonly points: number; readonly cap?: number }
/** Each item counts n × points, at most `cap`; added up to max from zero, or deducted from max down to 0. */
export interface TallyRule extends RuleCommon { readonly kind: 'tally'; readonly start: 'zero' | 'max'; readonly items: readonly TallyItem[] }

export interface SurveyOption { readonly id: string; readonly label: string; readonly percent: number }
/** Mean percent of the responses × max / 100. */
export interface SurveyRule extends RuleCommon { readonly kind: 'survey'; readonly options: readonly SurveyOption[] }

/** The points themselves, `min` (0 when absent) … max, in steps counted from `min`. */
export interface DirectRule extends RuleCommon { readonly kind: 'direct'; readonly min?: number; readonly step?: number }

export interface BestOfCase { readonly id: string; readonly label: string; readonly rule: Rule }
/** The highest of the cases answered. */
export interface BestOfRule extends RuleCommon { readonly kind: 'bestOf'; readonly cases: readonly BestOfCase[] }

/** v / the best v among the agencies scored together × max; 0 if the best is ≤ 0. */
export interface RelativeRule extends RuleCommon { readonly kind: 'relative'; readonly measure: Measure }
