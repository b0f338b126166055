import { DECIMALS, exactUnitsOf } from '../exact/decimal';
import type { Measure } from '../model/measure';
import type { Band, PointsOption, Rule, RuleKind, TallyItem } from '../model/rule';
import type { Finding } from '../model/finding';
import { checkBands } from './band-checks';
import { checkExamples } from './example-checks';
import { Place } from './place';
import { compareCuts, rangeOf } from './stretch';

/** What the points of a rule are held against. `max` is NaN, which nothing is above or below, where the leaf's own is not sound. */
export interface PointsBounds {
  readonly max: number;
  /** `rounding.points` of the set. */
  readonly decimals: number;
  readonly inBestOf: boolean;
}

type RuleCheck<K extends RuleKind> = (rule: Extract<Rule, { kind: K }>, at: Place, bounds: PointsBounds) => void;

/** Points fit the set's rounding. */
export function checkDecimals(value: number, at: Place, decimals: number): void {
  const step = 10n ** BigInt(DECIMALS - decimals);
  if ((exactUnitsOf(value) ?? 0n) % step !== 0n) at.error('points.too-precise', { value, decimals });
}

/** Points fit the set's rounding and the leaf's max. `label` names what gives them. */
function checkPoints(value: number, at: Place, bounds: PointsBounds, label?: string): void {
  checkDecimals(value, at, bounds.decimals);
  if (value > bounds.max) {
    at.error('points.above-max', { value, max: bounds.max, ...(label === undefined ? {} : { label }) });
  }
}

function checkOptions(options: readonly PointsOption[], at: Place, bounds: PointsBounds): void {
  options.forEach(({ points, label }, index) => checkPoints(points, at.member(index).member('points'), bounds, label));
}

const ruleChecks: { readonly [K in RuleKind]: RuleCheck<K> } = {
  choice: ({ options }, at, bounds) => {
    checkOptions(options, at.member('options'), bounds);
    checkReachesMax(options, at.member('options'), bounds);
  },
  checklist: ({ items }, at, bounds) => checkOptions(items, at.member('items'), bounds),
  proportional: ({ measure }, at) => checkMeasure(measure, at.member('measure')),
  bands: (rule, at, bounds) => {
    checkMeasure(rule.measure, at.member('measure'));
    rule.bands.forEach((band, index) => checkBandPoints(band, at.member('bands').member(index), bounds));
    checkBands(rule, at);
  },
  tally: ({ items }, at, bounds) => items.forEach((item, index) => checkTallyItem(item, at.member('items').member(index), bounds)),
  survey: () => undefined,
  direct: ({ min = 0, step = 0 }, at, bounds) => {
    checkPoints(min, at.member('min'), bounds);
    checkDecimals(step, at.member('step'), bounds.decimals);
  },
  bestOf: ({ cases }, at, bounds) =>
    cases.forEach((one, index) => checkRule(one.rule, at.member('cases').member(index).member('rule'), { ...bounds, inBestOf: true })),
  relative: ({ measure }, at, { inBestOf }) => {
    if (inBestOf) at.error('relative.in-best-of', {});
    checkMeasure(measure, at.member('measure'));
  },
};

/** What the shape of a rule does not say: its points against the leaf's max, its bands against the measure's range. */
export function checkRule(rule: Rule, at: Place, bounds: PointsBounds): void {
  checkKind(rule, at, bounds);
  if (rule.examples && isSound(rule, bounds)) checkExamples(rule, at.member('examples'), bounds);
}

function checkKind(rule: Rule, at: Place, bounds: PointsBounds): void {
  (ruleChecks[rule.kind] as (rule: Rule, at: Place, bounds: PointsBounds) => void)(rule, at, bounds);
}

/** Only a rule without errors, at a leaf whose max is known, can be tried out. */
function isSound(rule: Rule, bounds: PointsBounds): boolean {
  const findings: Finding[] = [];
  checkKind(rule, Place.root(findings), bounds);
  return !Number.isNaN(bounds.max) && findings.every(({ severity }) => severity !== 'error');
}

/** A case of `bestOf` may be worth less than the leaf: that is what the other cases are for. */
function checkReachesMax(options: readonly PointsOption[], at: Place, { max, inBestOf }: PointsBounds): void {
  const highest = Math.max(...options.map(({ points }) => points));
  if (!inBestOf && highest < max) at.warning('choice.max-unreachable', { highest, max });
}

function checkBandPoints(band: Band, at: Place, bounds: PointsBounds): void {
  if ('points' in band) return checkPoints(band.points, at.member('points'), bounds);
  if (!('linear' in band)) return;
  checkPoints(band.linear.from, at.member('linear').member('from'), bounds);
  checkPoints(band.linear.to, at.member('linear').member('to'), bounds);
}

function checkTallyItem({ points, cap = 0, label }: TallyItem, at: Place, bounds: PointsBounds): void {
  checkPoints(points, at.member('points'), bounds, label);
  checkDecimals(cap, at.member('cap'), bounds.decimals);
  if (cap > bounds.max) at.member('cap').warning('tally.cap-above-max', { cap, max: bounds.max, label });
}

function checkMeasure(measure: Measure, at: Place): void {
  const { start, end } = rangeOf(measure);
  if (compareCuts(start, end) > 0) at.member('max').error('measure.empty-range', { min: start.value, max: end.value });
}
