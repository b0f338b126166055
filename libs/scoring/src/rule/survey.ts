import { checkDecimal, checkFieldNames, checkRange, countFields, type Fields, isFields, ownField } from '../answer/fields';
import { below } from '../answer/pointer';
import { refusal } from '../answer/refusal';
import { SCALE, unitsOf } from '../exact/decimal';
import { exactValueOf } from '../exact/exact-value';
import { add, decimal, divide, type Fraction, HUNDRED, multiply, ZERO } from '../exact/fraction';
import { lineAt, lineOf, type Quotient } from '../exact/line';
import { addPoints } from '../exact/points';
import type { SurveyAnswer } from '../model/answer';
import type { Finding } from '../model/finding';
import type { SurveyRule } from '../model/rule';
import type { TraceStep } from '../model/trace';
import type { RuleKindOf } from './rule-kind';
import { timesMax } from './share-of-max';
import { checkCounts } from './tally';

/** Mean percent of the responses × max / 100, or a percent that is already known. */
export const survey: RuleKindOf<SurveyRule, SurveyAnswer> = {
  check({ rule }, answer, at) {
    const field = Object.hasOwn(answer, 'percent') ? 'percent' : 'responses';
    const names = checkFieldNames(answer, [field], at);
    if (names.length > 0) return names;
    return field === 'percent' ? checkPercent(answer['percent'], below(at, field)) : checkResponses(rule, answer, below(at, field));
  },

  work({ rule, max }, answer) {
    const { percent, step } = 'percent' in answer ? percentGiven(answer.percent) : meanOf(rule, answer.responses);
    const { points, step: last } = timesMax(divide(percent, HUNDRED), max);
    return { points, steps: [step, last] };
  },

  quick({ rule, max, decimals }) {
    const percents = rule.options.map(({ id, percent }) => ({ id, units: unitsOf(percent) }));
    const line = lineOf(divide(decimal(max), HUNDRED), ZERO, { max: decimal(max), decimals });
    const v: Quotient = { n: 0, d: 1 };
    return (answer) => {
      const { percent, responses } = answer as { readonly percent?: unknown; readonly responses?: unknown };
      if (countFields(answer) !== 1) return NaN;
      const read = typeof percent === 'number' ? readPercent(percent, v) : readResponses(percents, responses, v);
      return read ? lineAt(line, v) : NaN;
    };
  },
};

function checkPercent(percent: unknown, at: string): readonly Finding[] {
  const shape = checkDecimal(percent, 'percent', at);
  return shape.length > 0 ? shape : checkRange(percent as number, { min: 0, max: 100 }, 'percent', at);
}

function checkResponses(rule: SurveyRule, { responses }: Fields, at: string): readonly Finding[] {
  const refused = checkCounts(rule.options, responses, { field: 'responses', at });
  if (refused.length > 0) return refused;
  return Object.values(responses as Record<string, number>).some((count) => count > 0) ? [] : [refusal('answer.no-response', at, {})];
}

function percentGiven(percent: number): { readonly percent: Fraction; readonly step: TraceStep } {
  return { percent: decimal(percent), step: { step: 'survey-percent', percent } };
}

function meanOf(rule: SurveyRule, given: Readonly<Record<string, number>>): { readonly percent: Fraction; readonly step: TraceStep } {
  const countOf = (id: string): number => (ownField(given, id) as number | undefined) ?? 0;
  const responses = rule.options.map(({ id, label, percent }) => ({ id, label, percent, count: countOf(id) }));
  const total = addPoints(responses.map(({ count }) => count));
  const sum = responses.reduce((sofar, { percent, count }) => add(sofar, multiply(decimal(percent), decimal(count))), ZERO);
  const percent = divide(sum, decimal(total));
  return { percent, step: { step: 'survey-mean', responses, total, percent: exactValueOf(percent) } };
}

interface PercentUnits {
  readonly id: string;
  readonly units: number;
}

function readPercent(percent: number, v: Quotient): boolean {
  v.n = unitsOf(percent);
  v.d = SCALE;
  return percent >= 0 && percent <= 100;
}

function readResponses(options: readonly PercentUnits[], responses: unknown, v: Quotient): boolean {
  if (!isFields(responses)) return false;
  let sum = 0;
  let total = 0;
  let known = 0;
  for (let place = 0; place < options.length; place += 1) {
    const { id, units } = options[place] as PercentUnits;
    const count = responses[id];
    if (count === undefined) continue;
    if (typeof count !== 'number' || !(count >= 0) || Math.floor(count) !== count) return false;
    known += 1;
    total += count;
    sum += count * units;
  }
  v.n = sum;
  v.d = total * SCALE;
  return total > 0 && known === countFields(responses);
}
