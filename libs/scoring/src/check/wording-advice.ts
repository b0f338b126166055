import type { Band, BandsRule, Rule } from '../model/rule';
import type { NodeOutline } from './outline';
import type { Place } from './place';
import { anyText, soundMember } from './shape';
import { common, compareCuts, rangeOf, type Stretch, stretchOf } from './stretch';
import { type SaidBand, saidBands, saidPoints } from './wording';

/** Where what an agency reads disagrees with what is reckoned: a guidance against its bands, a label against its points. */
export function adviseOnWording({ rule, max, fields, at }: NodeOutline): void {
  if (rule === null) return;
  if (rule.kind === 'bands' && max !== null) adviseOnGuidance(rule, max, { text: soundMember(fields, 'guidance', anyText, ''), at: at.member('guidance') });
  adviseOnLabels(rule, at.member('rule'));
}

function adviseOnGuidance(rule: BandsRule, max: number, { text, at }: { readonly text: string; readonly at: Place }): void {
  for (const said of saidBands(text)) adviseOnSaidBand(rule, said, { max, at });
}

function adviseOnSaidBand(rule: BandsRule, { said, edges, points }: SaidBand, { max, at }: { readonly max: number; readonly at: Place }): void {
  const range = rangeOf(rule.measure);
  const meant = common(stretchOf(edges), range);
  const band = rule.bands.find((one) => isSame(common(stretchOf(one), range), meant));
  if (!band) return at.warning('wording.no-such-band', { said, ...edges });
  const inRule = pointsIn(band, max);
  const told = points === 'max' ? max : points;
  if (told === null) return;
  if (inRule === null) at.warning('wording.band-varies', { said, points: told });
  else if (told !== inRule) at.warning('wording.band-points', { said, points: told, inRule });
}

const isSame = (a: Stretch, b: Stretch): boolean => compareCuts(a.start, b.start) === 0 && compareCuts(a.end, b.end) === 0;

/** Null where the points go with the value. A share of 100 % and more is the whole. */
function pointsIn(band: Band, max: number): number | null {
  if ('points' in band) return band.points;
  if ('linear' in band) return band.linear.from === band.linear.to ? band.linear.from : null;
  return (band.from ?? band.above ?? -Infinity) >= 100 ? max : null;
}

function adviseOnLabels(rule: Rule, at: Place): void {
  if (rule.kind === 'bestOf') return rule.cases.forEach((one, index) => adviseOnLabels(one.rule, at.member('cases').member(index).member('rule')));
  if (rule.kind === 'choice' || rule.kind === 'survey') adviseOnDoubled(rule.options, at.member('options'));
  if (rule.kind === 'checklist' || rule.kind === 'tally') adviseOnDoubled(rule.items, at.member('items'));
  if (rule.kind === 'choice') adviseOnPoints(rule.options, at.member('options'));
  if (rule.kind === 'checklist' || rule.kind === 'tally') adviseOnPoints(rule.items, at.member('items'));
}

interface Labelled {
  readonly label: string;
}

function adviseOnDoubled(members: readonly Labelled[], at: Place): void {
  const seen = new Set<string>();
  members.forEach(({ label }, index) => {
    const read = label.trim().toLowerCase();
    if (seen.has(read)) at.member(index).member('label').error('label.doubled', { label });
    seen.add(read);
  });
}

function adviseOnPoints(members: readonly (Labelled & { readonly points: number })[], at: Place): void {
  members.forEach(({ label, points }, index) => {
    const said = saidPoints(label);
    if (said !== null && said !== points) at.member(index).member('label').warning('wording.label-points', { label, points: said, inRule: points });
  });
}
