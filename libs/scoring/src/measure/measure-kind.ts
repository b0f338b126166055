import type { Fields } from '../answer/fields';
import type { Fraction } from '../exact/fraction';
import type { Quotient } from '../exact/line';
import type { Finding } from '../model/finding';
import type { Measure } from '../model/measure';
import type { TraceStep } from '../model/trace';

/** A value with the step that explains it. */
export interface Measured {
  readonly value: Fraction;
  readonly step: TraceStep;
}

/** Fills in `v` as a quotient; false where only the slow way can tell (a wrong answer, or figures beyond a double). */
export type MeasureReader = (answer: object, v: Quotient) => boolean;

/** One type of measure. `Given` is the answer that it reads. */
export interface MeasureKind<M extends Measure, Given> {
  /** Every refusal of an answer; pointers start with `at`. */
  check(measure: M, answer: Fields, at: string): readonly Finding[];
  /** The exact value of an answer that `check` lets pass. */
  measured(measure: M, answer: Given): Measured;
  /** The quick way to the same value. */
  reader(measure: M): MeasureReader;
}
