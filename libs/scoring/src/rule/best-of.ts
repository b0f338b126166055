import { checkFieldNames, countFields, type Fields, isFields, ownField } from '../answer/fields';
import { below } from '../answer/pointer';
import { refusal } from '../answer/refusal';
import { exactValueOf } from '../exact/exact-value';
import { compare, ZERO } from '../exact/fraction';
import type { Answer, BestOfAnswer } from '../model/answer';
import type { Finding } from '../model/finding';
import type { BestOfRule, Rule } from '../model/rule';
import type { TraceStep } from '../model/trace';
import type { QuickScorer, RuleKindOf, RuleScope } from './rule-kind';

/** How the rules inside are applied; handed in, because a case may hold any rule, a `bestOf` again among them. */
export type KindOf = (rule: Rule) => RuleKindOf<Rule, Answer>;

/** The highest of the cases answered; of equal ones the first. */
export function bestOf(kindOf: KindOf): RuleKindOf<BestOfRule, BestOfAnswer> {
  return {
    check(scope, answer, at) {
      const names = checkFieldNames(answer, ['cases'], at);
      return names.length > 0 ? names : checkCases(scope, answer, kindOf, below(at, 'cases'));
    },

    work(scope, { cases }) {
      const worked = scope.rule.cases.filter(({ id }) => Object.hasOwn(cases, id)).map((it) => {
        const { points, steps } = kindOf(it.rule).work({ ...scope, rule: it.rule }, cases[it.id] as Answer);
        return { id: it.id, label: it.label, steps, points: points ?? ZERO };
      });
      const best = worked.reduce((highest, it) => (compare(it.points, highest.points) > 0 ? it : highest));
      const steps: readonly TraceStep[] = worked.map((it) => ({ step: 'case', ...it, points: exactValueOf(it.points) }));
      const last: TraceStep = { step: 'best-case', id: best.id, label: best.label, points: exactValueOf(best.points) };
      return { points: best.points, steps: [...steps, last] };
    },

    quick(scope) {
      const scorers = new Map(scope.rule.cases.map(({ id, rule }) => [id, kindOf(rule).quick({ ...scope, rule })]));
      return (answer) => {
        const { cases } = answer as Partial<BestOfAnswer>;
        return isFields(cases) && countFields(answer) === 1 ? highestOf(scorers, cases) : NaN;
      };
    },
  };
}

function checkCases({ rule, ...scope }: RuleScope<BestOfRule>, { cases }: Fields, kindOf: KindOf, at: string): readonly Finding[] {
  if (!isFields(cases)) return [refusal('answer.wrong-type', at, { field: 'cases', expected: 'object' })];
  const ids = Object.keys(cases);
  if (ids.length === 0) return [refusal('answer.no-case', at, {})];
  return ids.flatMap((id): readonly Finding[] => {
    const place = below(at, id);
    const known = rule.cases.find((it) => it.id === id);
    if (known === undefined) return [refusal('answer.unknown-id', place, { id })];
    const answer = ownField(cases, id);
    if (!isFields(answer)) return [refusal('answer.not-object', place, {})];
    return kindOf(known.rule).check({ ...scope, rule: known.rule }, answer, place);
  });
}

/** NaN on an unknown id, on no case at all, and where one of the scorers says so. */
function highestOf(scorers: ReadonlyMap<string, QuickScorer>, cases: BestOfAnswer['cases']): number {
  let highest = -Infinity;
  for (const id in cases) {
    const score = scorers.get(id);
    const answer = cases[id];
    if (score === undefined || !isFields(answer)) return NaN;
    highest = Math.max(highest, score(answer));
  }
  return highest >= 0 ? highest : NaN;
}
