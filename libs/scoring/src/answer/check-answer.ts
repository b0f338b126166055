import type { CompiledSet } from '../model/compiled-set';
import type { Finding } from '../model/finding';
import type { Plan } from '../tree/plan';
import { planOf } from '../tree/scoring-set';
import { checkLeafAnswer } from './check-leaf-answer';
import { refusal } from './refusal';

/**
 * Every reason why `answer` is no answer to the leaf `code`; none when it is one. Pointers lead into the answer, '' is the whole of it.
 *
 * @example
 * checkAnswer(set, '1.1', { numerator: 3, denominator: 0 });
 * // [{ code: 'answer.not-positive', pointer: '/denominator', params: { field: 'denominator', value: 0 }, … }]
 */
export function checkAnswer(set: CompiledSet, code: string, answer: unknown): readonly Finding[] {
  return checkAnswerAt(planOf(set), code, answer, '');
}

/** The same with pointers that start with `at`. */
export function checkAnswerAt(plan: Plan, code: string, answer: unknown, at: string): readonly Finding[] {
  const leaf = plan.leafByCode.get(code);
  if (leaf !== undefined) return checkLeafAnswer(leaf, answer, at);
  const known = plan.placeByCode.has(code);
  return [refusal(known ? 'answer.not-a-leaf' : 'answer.unknown-criterion', at, { criterion: code })];
}
