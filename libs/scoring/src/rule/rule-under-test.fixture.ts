import { checkAnswer } from '../answer/check-answer';
import { scoreLeaf } from '../answer/score-leaf';
import type { Answer } from '../model/answer';
import type { LeafNode } from '../model/criteria-set';
import type { Finding } from '../model/finding';
import type { Rule } from '../model/rule';
import type { TraceStep } from '../model/trace';
import { type ExplanationContext, explainLeaf } from '../trace/explain-leaf';
import { compileCriteriaSet } from '../tree/compile-criteria-set';
import type { PlanLeaf } from '../tree/plan';
import { planOf } from '../tree/scoring-set';

interface LeafSettings extends Partial<Omit<LeafNode, 'rule'>> {
  readonly decimals?: number;
}

/** One leaf with one rule, looked at from every side. */
export interface RuleUnderTest {
  points(answer: unknown): number | null;
  /** What the quick way gives, in units; NaN where it leaves the answer to the exact one. */
  quick(answer: unknown): number;
  findings(answer: unknown): readonly Finding[];
  /** The findings as `pointer code`. */
  refusals(answer: unknown): readonly string[];
  steps(answer: unknown, context?: ExplanationContext): readonly TraceStep[];
}

export function ruleUnderTest(rule: Rule, { decimals, ...leaf }: LeafSettings = {}): RuleUnderTest {
  const compiled = once(() => compileCriteriaSet({
    format: 'par-criteria-set/1',
    code: 'mot-la',
    title: 'Một tiêu chí',
    year: 2026,
    appliesTo: 'so-ban-nganh',
    ...(decimals === undefined ? {} : { rounding: { points: decimals } }),
    criteria: [{ code: '1', title: 'Tiêu chí', max: 1, ...leaf, rule }],
  }));
  const findings = (answer: unknown) => checkAnswer(compiled(), '1', answer);
  return {
    findings,
    points: (answer) => scoreLeaf(compiled(), '1', answer as Answer).points,
    quick: (answer) => (planOf(compiled()).leaves[0] as PlanLeaf).quick(answer as object),
    refusals: (answer) => findings(answer).map(({ pointer, code }) => `${pointer} ${code}`),
    steps: (answer, context) => explainLeaf(compiled(), '1', answer as Answer, context).steps,
  };
}

/** Made by the first test that asks, so that its making counts for a test and not for the loading of the file. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** An answer is worth `points`, on the exact way as on the quick one. */
export function expectPoints(rule: RuleUnderTest, answer: unknown, points: number): void {
  expect({ answer, exact: rule.points(answer), quick: rule.quick(answer) / 10_000 }).toEqual({ answer, exact: points, quick: points });
}

/** An answer is refused as told, and the quick way does not let it pass. */
export function expectRefusals(rule: RuleUnderTest, answer: unknown, refusals: readonly string[]): void {
  expect({ answer, refusals: rule.refusals(answer) }).toEqual({ answer, refusals });
  if (typeof answer === 'object' && answer !== null) expect({ answer, quick: rule.quick(answer) }).toEqual({ answer, quick: NaN });
}
