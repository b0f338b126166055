import type { Finding } from '../model/finding';
import { ruleKind } from '../rule/rules';
import type { PlanLeaf } from '../tree/plan';
import { checkDecimal, checkFieldNames, checkRange, type Fields, isFields } from './fields';
import { below } from './pointer';
import { refusal } from './refusal';

/** Every refusal of an answer to a leaf; pointers start with `at`. */
export function checkLeafAnswer({ leaf, scope }: PlanLeaf, answer: unknown, at: string): readonly Finding[] {
  if (!isFields(answer)) return [refusal('answer.not-object', at, {})];
  if (Object.hasOwn(answer, 'awarded')) return checkAwarded(answer, leaf.max, at);
  if (Object.hasOwn(answer, 'notApplicable')) return checkNotApplicable(answer, leaf.whenNotApplicable, at);
  return ruleKind(scope.rule).check(scope, answer, at);
}

/** An appraiser's points: 0…max, with a reason. */
function checkAwarded(answer: Fields, max: number, at: string): readonly Finding[] {
  const { awarded } = answer;
  const place = below(at, 'awarded');
  const number = checkDecimal(awarded, 'awarded', place);
  const range = typeof awarded === 'number' && number.length === 0 ? checkRange(awarded, { min: 0, max }, 'awarded', place) : [];
  return [...checkFieldNames(answer, ['awarded', 'reason'], at), ...number, ...range, ...checkReason(answer, at)];
}

/** Only where the leaf allows it, with a reason. */
function checkNotApplicable(answer: Fields, allowed: string, at: string): readonly Finding[] {
  const place = below(at, 'notApplicable');
  return [
    ...checkFieldNames(answer, ['notApplicable', 'reason'], at),
    ...(answer['notApplicable'] === true ? [] : [refusal('answer.wrong-type', place, { field: 'notApplicable', expected: 'true' })]),
    ...(allowed === 'forbidden' ? [refusal('answer.not-applicable-forbidden', place, {})] : []),
    ...checkReason(answer, at),
  ];
}

function checkReason({ reason }: Fields, at: string): readonly Finding[] {
  if (reason === undefined) return [];
  const place = below(at, 'reason');
  if (typeof reason !== 'string') return [refusal('answer.wrong-type', place, { field: 'reason', expected: 'text' })];
  return reason.trim() === '' ? [refusal('answer.reason-empty', place, {})] : [];
}
