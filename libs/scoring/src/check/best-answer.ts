import type { Fields } from '../answer/fields';
import { comparePoints } from '../exact/points';
import { pointsOf, roundedUnits } from '../exact/rounding';
import type { Answer } from '../model/answer';
import type { Measure } from '../model/measure';
import type { Rule } from '../model/rule';
import { ruleKind } from '../rule/rules';
import { type Cut, common, isEmpty, rangeOf, type Stretch, stretchOf } from './stretch';

/** Where a rule is applied. */
export interface AppliedAt {
  readonly max: number;
  readonly decimals: number;
}

/** The smallest step of a figure. */
const STEP = 0.0001;
/** Figures of an answer stay within what is exact. */
const FARTHEST = 1_000_000;

/**
 * The highest points that any answer gives, found by letting the engine score the answers that can be the best. Null where the group decides
 * (`relative`), or where the rule takes none of them.
 */
export function highestPoints(rule: Rule, applied: AppliedAt): number | null {
  if (rule.kind === 'relative') return null;
  const points = candidatesOf(rule, applied).flatMap((answer) => pointsFor(rule, answer, applied));
  return points.length === 0 ? null : points.toSorted(comparePoints).at(-1) ?? null;
}

function pointsFor(rule: Rule, answer: Answer, { max, decimals }: AppliedAt): readonly number[] {
  const scope = { rule, max, decimals, best: null };
  const kind = ruleKind(rule);
  if (kind.check(scope, answer as unknown as Fields, '').length > 0) return [];
  const { points } = kind.work(scope, answer);
  return points === null ? [] : [pointsOf(roundedUnits(points, decimals))];
}

function candidatesOf(rule: Rule, applied: AppliedAt): readonly Answer[] {
  switch (rule.kind) {
    case 'choice': return rule.options.map(({ id }) => ({ choice: id }));
    case 'checklist': return [{ checked: rule.items.map(({ id }) => id) }];
    case 'tally': return [0, FARTHEST].map((count) => ({ counts: Object.fromEntries(rule.items.map(({ id }) => [id, count])) }));
    case 'survey': return rule.options.map(({ id }) => ({ responses: { [id]: 1 } }));
    case 'direct': return directCandidates(rule, applied);
    case 'bestOf': return rule.cases.flatMap((one) => candidatesOf(one.rule, applied).map((answer) => ({ cases: { [one.id]: answer } }) as Answer));
    case 'bands': return figures(rule.measure, [stretchOf({}), ...rule.bands.map(stretchOf)]);
    case 'proportional': return figures(rule.measure, [stretchOf({}), stretchOf({ from: rule.target ?? 100 })]);
    default: return [];
  }
}

function directCandidates({ min = 0, step }: Extract<Rule, { kind: 'direct' }>, { max }: AppliedAt): readonly Answer[] {
  if (step === undefined) return [{ points: max }];
  const [from, each, to] = [min, step, max].map((value) => Math.round(value / STEP)) as [number, number, number];
  return to < from ? [] : [{ points: pointsOf(from + Math.floor((to - from) / each) * each) }];
}

/** The figures at both ends of each stretch, and the whole where it lies within: no rule of a measure gives more anywhere between. */
function figures(measure: Measure, stretches: readonly Stretch[]): readonly Answer[] {
  const range = rangeOf(measure);
  const inside = stretches.map((stretch) => common(stretch, range)).filter((stretch) => !isEmpty(stretch));
  const values = inside.flatMap((stretch) => [firstOf(stretch.start), lastOf(stretch.end), within(100, stretch)]);
  return [...new Set(values)].map((value) => answerOf(measure, value));
}

const onGrid = (value: number): number => Math.round(Math.min(Math.max(value, -FARTHEST), FARTHEST) / STEP) / Math.round(1 / STEP);
const firstOf = ({ value, side }: Cut): number => onGrid(side === 0 ? value : value + STEP);
const lastOf = ({ value, side }: Cut): number => onGrid(side === 1 ? value : value - STEP);
const within = (value: number, { start, end }: Stretch): number => onGrid(Math.min(Math.max(value, firstOf(start)), lastOf(end)));

function answerOf({ type }: Measure, value: number): Answer {
  if (type === 'number') return { value };
  return type === 'ratio' ? { numerator: value, denominator: 100 } : { current: onGrid(100 + value), previous: 100 };
}
