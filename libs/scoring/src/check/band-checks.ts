import type { Band, BandEdges, BandsRule } from '../model/rule';
import type { Place } from './place';
import { type Cut, type Stretch, common, compareCuts, edgesOf, isEmpty, rangeOf, stretchOf } from './stretch';

/** A band that covers part of the measure's range, and where it stands among the bands. */
interface Covering {
  readonly index: number;
  readonly stretch: Stretch;
}

/** Every value of the measure falls in exactly one band, and `linear` has two edges to run between. */
export function checkBands(rule: BandsRule, at: Place): void {
  const range = rangeOf(rule.measure);
  if (isEmpty(range)) return;
  const bands = at.member('bands');
  rule.bands.forEach((band, index) => checkBand(band, range, bands.member(index)));
  const covering = rule.bands
    .map((band, index) => ({ index, stretch: common(stretchOf(band), range) }))
    .filter(({ stretch }) => !isEmpty(stretch))
    .toSorted((a, b) => compareCuts(a.stretch.start, b.stretch.start));
  checkCoverage(covering, range, rule.bands, bands);
}

function checkBand(band: Band, range: Stretch, at: Place): void {
  const stretch = stretchOf(band);
  if ('linear' in band) checkLinear(stretch, at.member('linear'));
  if (isEmpty(stretch)) at.error('bands.empty', params(band));
  else if (isEmpty(common(stretch, range))) at.warning('bands.outside', { ...params(band), ...rangeParams(range) });
}

function checkLinear({ start, end }: Stretch, at: Place): void {
  if (start.value === -Infinity || end.value === Infinity) at.error('bands.linear-open', {});
  else if (start.value === end.value) at.error('bands.linear-point', { value: start.value });
}

/** Walks along the range: what starts later than all before it have reached leaves a gap, what starts earlier overlaps. */
function checkCoverage(covering: readonly Covering[], range: Stretch, bands: readonly Band[], at: Place): void {
  let reached: Cut = range.start;
  let reaching = 0;
  for (const { index, stretch } of covering) {
    const step = compareCuts(stretch.start, reached);
    if (step > 0) at.error('bands.gap', params(edgesOf({ start: reached, end: stretch.start })));
    if (step < 0) reportOverlap([index, reaching], bands, at);
    if (compareCuts(stretch.end, reached) > 0) [reached, reaching] = [stretch.end, index];
  }
  if (compareCuts(range.end, reached) > 0) at.error('bands.gap', params(edgesOf({ start: reached, end: range.end })));
}

/** At the one of the two that comes later in the document, with the values that both claim. */
function reportOverlap(pair: readonly [number, number], bands: readonly Band[], at: Place): void {
  const [first, second] = pair.map((index) => stretchOf(bands[index] ?? {})) as [Stretch, Stretch];
  at.member(Math.max(...pair)).error('bands.overlap', { ...params(edgesOf(common(first, second))), other: Math.min(...pair) + 1 });
}

const params = ({ from, above, upTo, below }: BandEdges): BandEdges =>
  Object.fromEntries(Object.entries({ from, above, upTo, below }).filter((edge): edge is [string, number] => edge[1] !== undefined));

const rangeParams = (range: Stretch): { readonly min?: number; readonly max?: number } => {
  const { from, upTo } = edgesOf(range);
  return { ...(from === undefined ? {} : { min: from }), ...(upTo === undefined ? {} : { max: upTo }) };
};
