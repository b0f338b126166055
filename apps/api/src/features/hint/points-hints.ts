import { formatNumber } from '@par-index/scoring';
import { distance, medianOf, numberOf, spreadOf, unitsOf } from './exact-points';
import type { FoundHint, HintSubject } from './hint-facts';

/** Fewer agencies are no distribution. */
const FEWEST_AGENCIES = 5;
/** Half of the maximum is far from one's own history: the points of a choice often move by less. */
const FAR_FROM_HISTORY = 2n;
/** A quarter of the maximum is far where the others all have the same. */
const FAR = 4n;
/** Less than a tenth of the maximum is never worth a word. */
const NEAR = 10n;
/** Three times the spread as a standard deviation has it (1.4826 × the median distance). */
const SPREADS = 44_478n;
const SPREAD_UNITS = 10_000n;
/** As far away as a tenth of the group is no oddity but a second habit: rules by options know few points, and where half have the best one nobody else would be usual. */
const RARE = 10;

/** Self points half of the maximum or more away from the middle of what was in force in the published years, each year by its own maximum. */
export function farFromHistory({ leaf, points, history }: HintSubject): readonly FoundHint[] {
  const max = unitsOf(leaf.max);
  const past = history.flatMap(({ year, points: then, max: itsMax }) => (then === null || !itsMax ? [] : [{ year, scaled: (unitsOf(then) * max) / unitsOf(itsMax) }]));
  const middle = medianOf(past.map(({ scaled }) => scaled));
  if (points === null || middle === null || distance(unitsOf(points), middle) * FAR_FROM_HISTORY < max) {
    return [];
  }
  const years = past.map(({ year }) => year);
  const told = years.length === 1 ? `năm ${years[0]}` : `các năm ${years.toSorted().join(', ')}`;
  const sentence = `Tự chấm ${words(unitsOf(points))} điểm, cách xa điểm đã quyết định của ${told}: ${words(middle)} điểm (quy về tối đa ${formatNumber(leaf.max)}).`;
  return [{ kind: 'far-from-history', facts: { points: String(unitsOf(points)), middle: String(middle), years, max: leaf.max }, sentence, linkId: null }];
}

/** Self points far outside of where the group usually lies: by median and median distance, so that a few extreme ones hide nothing. */
export function farFromGroup({ leaf, points, groupPoints }: HintSubject): readonly FoundHint[] {
  const values = groupPoints.map(unitsOf);
  const middle = medianOf(values);
  if (points === null || middle === null || values.length < FEWEST_AGENCIES || !isOutlier(unitsOf(points), { values, middle, max: unitsOf(leaf.max) })) {
    return [];
  }
  const side = unitsOf(points) > middle ? 'cao' : 'thấp';
  const sentence = `Tự chấm ${words(unitsOf(points))} điểm, ${side} khác hẳn mức giữa ${words(middle)} điểm của ${values.length} cơ quan cùng nhóm đã nộp.`;
  return [{ kind: 'far-from-group', facts: { points: String(unitsOf(points)), middle: String(middle), agencies: values.length }, sentence, linkId: null }];
}

interface Distribution {
  readonly values: readonly bigint[];
  readonly middle: bigint;
  readonly max: bigint;
}

function isOutlier(points: bigint, { values, middle, max }: Distribution): boolean {
  const [away, spread] = [distance(points, middle), spreadOf(values, middle)];
  const asFar = values.filter((value) => distance(value, middle) >= away).length;
  if (away * NEAR < max || asFar > Math.max(1, Math.floor(values.length / RARE))) {
    return false;
  }
  return spread === 0n ? away * FAR >= max : away * SPREAD_UNITS > spread * SPREADS;
}

const words = (units: bigint): string => formatNumber(numberOf(units));
