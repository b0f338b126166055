import { checkAnswerAt } from '../answer/check-answer';
import { below } from '../answer/pointer';
import { exactValueOf } from '../exact/exact-value';
import type { CompiledSet } from '../model/compiled-set';
import { InvalidAnswerError } from '../model/errors';
import type { AgencyAnswers } from '../model/result';
import type { ExactValue } from '../model/trace';
import type { Plan } from '../tree/plan';
import { planOf } from '../tree/scoring-set';
import { groupBests } from './group-bests';

/**
 * The best v among the agencies, by the code of the `relative` leaf; a leaf where no answer counts is not in it. Throws an
 * InvalidAnswerError on a wrong answer to such a leaf.
 */
export function bestOfRelative(set: CompiledSet, agencies: readonly AgencyAnswers[]): Readonly<Record<string, ExactValue>> {
  const plan = planOf(set);
  const findings = plan.relativeLeaves.flatMap(({ leaf }) => checkLeafOfGroup(plan, leaf.code, agencies));
  if (findings.length > 0) throw new InvalidAnswerError(findings);
  return Object.fromEntries([...groupBests(plan, agencies)].map(([code, best]) => [code, exactValueOf(best)]));
}

function checkLeafOfGroup(plan: Plan, code: string, agencies: readonly AgencyAnswers[]) {
  return agencies.flatMap(({ answers }, index) =>
    Object.hasOwn(answers, code) ? checkAnswerAt(plan, code, answers[code], below(`/agencies/${index}/answers`, code)) : [],
  );
}
