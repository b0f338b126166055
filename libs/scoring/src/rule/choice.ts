import { checkFieldNames, countFields } from '../answer/fields';
import { below } from '../answer/pointer';
import { refusal } from '../answer/refusal';
import { unitsOf } from '../exact/decimal';
import { decimal } from '../exact/fraction';
import type { ChoiceAnswer } from '../model/answer';
import type { ChoiceRule } from '../model/rule';
import type { RuleKindOf } from './rule-kind';

/** The points of the one option chosen. */
export const choice: RuleKindOf<ChoiceRule, ChoiceAnswer> = {
  check({ rule }, answer, at) {
    const names = checkFieldNames(answer, ['choice'], at);
    if (names.length > 0) return names;
    const id = answer['choice'];
    const place = below(at, 'choice');
    if (typeof id !== 'string') return [refusal('answer.wrong-type', place, { field: 'choice', expected: 'text' })];
    return rule.options.some((option) => option.id === id) ? [] : [refusal('answer.unknown-id', place, { id })];
  },

  work({ rule }, answer) {
    return {
      points: decimal(chosen(rule, answer).points),
      steps: [{ step: 'option-chosen', ...chosen(rule, answer) }],
    };
  },

  quick({ rule }) {
    const units = new Map<unknown, number>(rule.options.map(({ id, points }) => [id, unitsOf(points)]));
    return (answer) => (countFields(answer) === 1 ? (units.get((answer as Partial<ChoiceAnswer>).choice) ?? NaN) : NaN);
  },
};

function chosen(rule: ChoiceRule, answer: ChoiceAnswer) {
  const option = rule.options.find(({ id }) => id === answer.choice);
  if (option === undefined) throw new RangeError(`No option "${answer.choice}"`);
  const { id, label, points } = option;
  return { id, label, points };
}
