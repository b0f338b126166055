import { checkFieldNames, countFields, type Fields } from '../answer/fields';
import { below } from '../answer/pointer';
import { refusal } from '../answer/refusal';
import { unitsOf } from '../exact/decimal';
import { decimal, least } from '../exact/fraction';
import { addPoints } from '../exact/points';
import type { ChecklistAnswer } from '../model/answer';
import type { Finding } from '../model/finding';
import type { ChecklistRule } from '../model/rule';
import type { TraceStep } from '../model/trace';
import type { QuickScorer, RuleKindOf } from './rule-kind';

/** `sum`: the points of the items ticked, capped at max. `all`: max if every item is ticked, else 0. */
export const checklist: RuleKindOf<ChecklistRule, ChecklistAnswer> = {
  check({ rule }, answer, at) {
    const names = checkFieldNames(answer, ['checked'], at);
    return names.length > 0 ? names : checkTicks(rule, answer, below(at, 'checked'));
  },

  work({ rule, max }, { checked }) {
    const items = rule.items.filter(({ id }) => checked.includes(id)).map(({ id, label, points }) => ({ id, label, points }));
    const award = rule.award ?? 'sum';
    const complete = items.length === rule.items.length ? max : 0;
    const sum = award === 'all' ? complete : addPoints(items.map(({ points }) => points));
    const ticked: TraceStep = { step: 'items-ticked', items, of: rule.items.length, award, sum };
    return {
      points: least(decimal(sum), decimal(max)),
      steps: sum > max ? [ticked, { step: 'capped', value: sum, cap: max }] : [ticked],
    };
  },

  quick({ rule, max }) {
    const units = new Map<unknown, number>(rule.items.map(({ id, points }) => [id, unitsOf(points)]));
    return rule.award === 'all' ? allScorer(units, unitsOf(max)) : sumScorer(units, unitsOf(max));
  },
};

function checkTicks(rule: ChecklistRule, { checked }: Fields, at: string): readonly Finding[] {
  if (!Array.isArray(checked)) return [refusal('answer.wrong-type', at, { field: 'checked', expected: 'list' })];
  return checked.flatMap((id: unknown, index): readonly Finding[] => {
    const place = below(at, index);
    if (typeof id !== 'string') return [refusal('answer.wrong-type', place, { field: 'checked', expected: 'text' })];
    if (!rule.items.some((item) => item.id === id)) return [refusal('answer.unknown-id', place, { id })];
    return checked.indexOf(id) < index ? [refusal('answer.doubled-id', place, { id })] : [];
  });
}

function sumScorer(units: ReadonlyMap<unknown, number>, max: number): QuickScorer {
  return (answer) => Math.min(max, sumOfTicks(units, answer));
}

function allScorer(units: ReadonlyMap<unknown, number>, max: number): QuickScorer {
  return (answer) => {
    const sum = sumOfTicks(units, answer);
    if (!(sum >= 0)) return NaN;
    return (answer as ChecklistAnswer).checked.length === units.size ? max : 0;
  };
}

/** NaN on anything but a list of known ids, each once. */
function sumOfTicks(units: ReadonlyMap<unknown, number>, answer: object): number {
  const { checked } = answer as Partial<ChecklistAnswer>;
  if (!Array.isArray(checked) || countFields(answer) !== 1) return NaN;
  let sum = 0;
  for (let index = 0; index < checked.length; index += 1) {
    if (checked.indexOf(checked[index]) !== index) return NaN;
    sum += units.get(checked[index]) ?? NaN;
  }
  return sum;
}
