import type { Fields } from '../answer/fields';
import type { Fraction } from '../exact/fraction';
import type { Answer } from '../model/answer';
import type { Finding } from '../model/finding';
import type { Rule } from '../model/rule';
import type { TraceStep } from '../model/trace';

/** A rule where it is applied. */
export interface RuleScope<R extends Rule = Rule> {
  readonly rule: R;
  /** The leaf's. */
  readonly max: number;
  /** Of the leaf's points. */
  readonly decimals: number;
  /** For a `relative` rule: the best v of the group, or null while the group is not known. */
  readonly best: Fraction | null;
}

/** Exact points before rounding, with the steps that lead there. Null while a `relative` rule waits for the group. */
export interface Worked {
  readonly points: Fraction | null;
  readonly steps: readonly TraceStep[];
}

/**
 * Points in units, rounded to the leaf's grid; NaN where only the slow way can tell (a wrong answer, an award, figures beyond a double).
 */
export type QuickScorer = (answer: object) => number;

/** One kind of rule. `Given` is the answer that it reads. */
export interface RuleKindOf<R extends Rule, Given extends Answer> {
  /** Every refusal of an answer; pointers start with `at`. */
  check(scope: RuleScope<R>, answer: Fields, at: string): readonly Finding[];
  /** The exact points of an answer that `check` lets pass. */
  work(scope: RuleScope<R>, answer: Given): Worked;
  /** The quick way to the same points, rounded. */
  quick(scope: RuleScope<R>): QuickScorer;
}
