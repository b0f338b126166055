import { workLeaf } from '../answer/work-leaf';
import { isAwarded, isNotApplicable } from '../answer/leaf-answer';
import { SCALE, unitsOf } from '../exact/decimal';
import type { Fraction } from '../exact/fraction';
import { unitsPerStep } from '../exact/rounding';
import type { SurveyAnswer } from '../model/answer';
import type { AgencyAnswers } from '../model/result';
import type { SurveyRule } from '../model/rule';
import { EXCLUDED } from '../totals/sheet';
import type { Plan, PlanLeaf } from '../tree/plan';
import { surveyDeviation } from './survey-deviation';
import type { OpenDispute, SurveySample, Uncertainty } from './uncertainty';

/** A leaf that ends with one of these numbers of units, each as likely. */
export interface DisputedLeaf {
  readonly at: number;
  readonly outcomes: readonly number[];
}

/** A leaf whose units vary around where they stand. */
export interface VaryingLeaf {
  readonly at: number;
  /** Standard deviation, in units. */
  readonly deviation: number;
}

/** What may come out otherwise for one agency. */
export interface Spread {
  readonly disputes: readonly DisputedLeaf[];
  /** Leaves whose points pass through a cap, an `all` or a `best`: each is drawn by itself. */
  readonly bent: readonly VaryingLeaf[];
  /** Standard deviation of the sum of all other varying leaves, in units. */
  readonly straight: number;
  readonly counts: { readonly surveys: number; readonly disputes: number; readonly rounded: number };
}

/** An agency as it stands. */
export interface Standing {
  readonly agency: AgencyAnswers;
  /** Points in units, by the place of a node. */
  readonly units: Float64Array;
  /** The best values of its group, by leaf code. */
  readonly bests: ReadonlyMap<string, Fraction>;
}

/** Throws a RangeError on a code or number that can't be varied. */
export function spreadOf(plan: Plan, { agency, units, bests }: Standing, { surveys = [], disputes = [], rounding = false }: Uncertainty): Spread {
  const own = <T extends { readonly agency: string }>(listed: readonly T[]): readonly T[] => listed.filter((one) => one.agency === agency.code);
  const disputed = own(disputes).map((dispute) => disputedLeaf(plan, dispute));
  const sampled = own(surveys).flatMap((sample) => sampledLeaf(plan, agency, units, sample) ?? []);
  const rounded = rounding ? plan.leaves.flatMap((leaf) => roundedLeaf(leaf, { agency, units, bests }) ?? []) : [];
  const varying = [...sampled, ...rounded];
  const straight = varying.filter(({ at }) => isStraight(plan, at));
  return {
    disputes: disputed,
    bent: varying.filter((leaf) => !straight.includes(leaf)),
    straight: Math.sqrt(straight.reduce((sum, { deviation }) => sum + deviation ** 2, 0)),
    counts: { surveys: sampled.length, disputes: disputed.length, rounded: rounded.length },
  };
}

function disputedLeaf(plan: Plan, { code, outcomes }: OpenDispute): DisputedLeaf {
  const { at, leaf } = leafAt(plan, code);
  const units = outcomes.map(unitsOf);
  if (units.length === 0 || !units.every((one) => one >= 0 && one <= leaf.max * SCALE)) {
    throw new RangeError(`The outcomes of ${code} are not points of 0…${leaf.max}`);
  }
  return { at, outcomes: units };
}

function sampledLeaf(plan: Plan, { answers }: AgencyAnswers, units: Float64Array, sample: SurveySample): VaryingLeaf | null {
  const { at, leaf } = leafAt(plan, sample.code);
  if (leaf.rule.kind !== 'survey') throw new RangeError(`${sample.code} is not scored by a survey`);
  if (!Number.isInteger(sample.responses) || sample.responses < 1) throw new RangeError(`${sample.code} needs a whole number of responses`);
  const answer = answers[sample.code];
  if (answer === undefined || isNotApplicable(answer) || isAwarded(answer) || units[at] === EXCLUDED) return null;
  const deviation = surveyDeviation(leaf.rule as SurveyRule, answer as SurveyAnswer, sample);
  return { at, deviation: (deviation / 100) * leaf.max * SCALE };
}

/** Spread evenly over one step of the last decimal, whose deviation is the step over the root of 12. */
function roundedLeaf(planLeaf: PlanLeaf, { agency, units, bests }: Standing): VaryingLeaf | null {
  const { code } = planLeaf.leaf;
  const answer = agency.answers[code];
  if (answer === undefined || units[planLeaf.at] === EXCLUDED) return null;
  const { points } = workLeaf(planLeaf, answer, bests.get(code) ?? null);
  const step = unitsPerStep(planLeaf.scope.decimals);
  return points === null || isWhole(points, planLeaf.scope.decimals) ? null : { at: planLeaf.at, deviation: step / Math.sqrt(12) };
}

const isWhole = ({ n, d }: Fraction, decimals: number): boolean => (n * 10n ** BigInt(decimals)) % d === 0n;

function leafAt(plan: Plan, code: string): PlanLeaf {
  const found = plan.leafByCode.get(code);
  if (found === undefined) throw new RangeError(`The set has no leaf ${code}`);
  return found;
}

/** Whether what a leaf gains is what the agency gains: only sums stand above it, in the scored section. */
function isStraight({ nodes, tops, tieBreak }: Plan, leaf: number): boolean {
  let place = leaf;
  for (let at = leaf; at >= 0; at = nodes[at]?.parent ?? -1) {
    if (tieBreak.includes(at) || (at !== leaf && nodes[at]?.combine !== 'sum')) return false;
    place = at;
  }
  return tops.scored.includes(place);
}
