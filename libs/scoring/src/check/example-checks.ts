import type { Fields } from '../answer/fields';
import { pointsOf, roundedUnits } from '../exact/rounding';
import type { Rule, RuleExample } from '../model/rule';
import { ruleKind } from '../rule/rules';
import type { RuleScope, Worked } from '../rule/rule-kind';
import type { Place } from './place';

/** Where a rule without errors is applied: its leaf's max and the decimals of its points. */
interface Bounds {
  readonly max: number;
  readonly decimals: number;
}

/** Runs every example of a rule: the answer must be one that the rule takes, and be worth what is expected. */
export function checkExamples(rule: Rule, at: Place, { max, decimals }: Bounds): void {
  const scope = { rule, max, decimals, best: null };
  (rule.examples ?? []).forEach((example, index) => checkExample(scope, example, at.member(index)));
}

function checkExample(scope: RuleScope, { given, expected }: RuleExample, at: Place): void {
  if (scope.rule.kind === 'relative') return void at.error('example.needs-group', {});
  const kind = ruleKind(scope.rule);
  const answer = at.member('given');
  const refusals = kind.check(scope, given as unknown as Fields, answer.pointer);
  if (refusals.length > 0) return void answer.refuse(refusals);
  const points = roundedPoints(kind.work(scope, given), scope.decimals);
  if (points !== expected) at.member('expected').error('example.differs', { expected, points });
}

/** Only `relative` has no points of its own, and it has been refused. */
const roundedPoints = ({ points }: Worked, decimals: number): number => (points === null ? NaN : pointsOf(roundedUnits(points, decimals)));
