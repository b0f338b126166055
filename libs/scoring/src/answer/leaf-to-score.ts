import type { Answer } from '../model/answer';
import type { CompiledSet } from '../model/compiled-set';
import { InvalidAnswerError } from '../model/errors';
import type { PlanLeaf } from '../tree/plan';
import { planOf } from '../tree/scoring-set';
import { checkAnswerAt } from './check-answer';

/** The leaf `code`, once the answer to it is sure to be valid; else throws an InvalidAnswerError. */
export function leafToScore(set: CompiledSet, code: string, answer: Answer | null): PlanLeaf {
  const plan = planOf(set);
  const leaf = plan.leafByCode.get(code);
  if (leaf === undefined) throw new InvalidAnswerError(checkAnswerAt(plan, code, answer, ''));
  const findings = answer === null ? [] : checkAnswerAt(plan, code, answer, '');
  if (findings.length > 0) throw new InvalidAnswerError(findings);
  return leaf;
}
