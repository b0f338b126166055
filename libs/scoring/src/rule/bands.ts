import { common, compareCuts, isEmpty, rangeOf, stretchOf } from '../check/stretch';
import { unitsOf } from '../exact/decimal';
import { exactValueOf } from '../exact/exact-value';
import { add, decimal, divide, type Fraction, HUNDRED, multiply, subtract, ZERO } from '../exact/fraction';
import { compareToEdge, type Line, lineAt, lineOf, type Quotient } from '../exact/line';
import { measureKind } from '../measure/measures';
import type { MeasureAnswer } from '../model/answer';
import type { Band, BandsRule } from '../model/rule';
import { bandHolds, edgesOf } from './band-edges';
import type { RuleKindOf, RuleScope, Worked } from './rule-kind';
import { shareOfTarget } from './share-of-max';

/** The band that v falls in says the points: fixed, in proportion to v, or between two edges. */
export const bands: RuleKindOf<BandsRule, MeasureAnswer> = {
  check: ({ rule }, answer, at) => measureKind(rule.measure).check(rule.measure, answer, at),

  work({ rule, max }, answer) {
    const { value, step } = measureKind(rule.measure).measured(rule.measure, answer);
    const index = rule.bands.findIndex((band) => bandHolds(band, value));
    const { points, steps } = inBand(bandAt(rule, index), value, max);
    return { points, steps: [step, { step: 'band', value: exactValueOf(value), index }, ...steps] };
  },

  quick(scope) {
    const { measure } = scope.rule;
    const read = measureKind(measure).reader(measure);
    const steps = stepsOf(scope);
    const v: Quotient = { n: 0, d: 1 };
    return (answer) => (read(answer, v) ? pointsAt(steps, v) : NaN);
  },
};

function bandAt(rule: BandsRule, index: number): Band {
  const band = rule.bands[index];
  if (band === undefined) throw new RangeError('The value falls in no band');
  return band;
}

function inBand(band: Band, value: Fraction, max: number): Worked {
  if ('points' in band) return { points: decimal(band.points), steps: [{ step: 'band-points', points: band.points }] };
  if ('proportional' in band) return shareOfTarget(value, 100, max);
  const { lower, upper } = edgesOf(band);
  const { from, to } = band.linear;
  const points = add(multiply(slopeOf(band), subtract(value, decimal(lower))), decimal(from));
  return { points, steps: [{ step: 'band-linear', lower, upper, from, to, value: exactValueOf(value), result: exactValueOf(points) }] };
}

function slopeOf(band: Extract<Band, { readonly linear: unknown }>): Fraction {
  const { lower, upper } = edgesOf(band);
  return divide(subtract(decimal(band.linear.to), decimal(band.linear.from)), subtract(decimal(upper), decimal(lower)));
}

/** A band by its lower edge alone: within the measure's range, the bands of a checked rule leave no gap and no overlap. */
interface Step {
  /** In units; −∞ where it is open. */
  readonly edge: number;
  readonly includesEdge: boolean;
  readonly line: Line;
}

/** The highest first, so that the first one whose lower edge v has passed is its band. */
function stepsOf({ rule, max, decimals }: RuleScope<BandsRule>): readonly Step[] {
  const grid = { max: decimal(max), decimals };
  const range = rangeOf(rule.measure);
  return rule.bands
    .map((band) => ({ band, stretch: common(stretchOf(band), range) }))
    .filter(({ stretch }) => !isEmpty(stretch))
    .toSorted((a, b) => compareCuts(b.stretch.start, a.stretch.start))
    .map(({ band, stretch: { start } }) => ({
      edge: start.value === -Infinity ? -Infinity : unitsOf(start.value),
      includesEdge: start.side === 0,
      line: lineOf(...lineThrough(band, grid.max), grid),
    }));
}

function pointsAt(steps: readonly Step[], v: Quotient): number {
  for (const { edge, includesEdge, line } of steps) {
    const side = edge === -Infinity ? 1 : compareToEdge(v, edge);
    if (Number.isNaN(side)) return NaN;
    if (side > 0 || (side === 0 && includesEdge)) return lineAt(line, v);
  }
  return NaN;
}

function lineThrough(band: Band, max: Fraction): readonly [slope: Fraction, offset: Fraction] {
  if ('points' in band) return [ZERO, decimal(band.points)];
  if ('proportional' in band) return [divide(max, HUNDRED), ZERO];
  const slope = slopeOf(band);
  return [slope, subtract(decimal(band.linear.from), multiply(slope, decimal(edgesOf(band).lower)))];
}
