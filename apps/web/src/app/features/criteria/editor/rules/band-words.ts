import { type Fields, isFields, numberTextOf, partOf, withMember, withTypedNumber } from '../draft/fields';

/** How an edge counts: the value itself with it, without it, or there is none. */
export type LowerEdge = 'from' | 'above' | 'open';
export type UpperEdge = 'upTo' | 'below' | 'open';
export type Award = 'points' | 'proportional' | 'linear';

/** A band as its row shows it. */
export interface BandRow {
  readonly lower: LowerEdge;
  readonly lowerText: string;
  readonly upper: UpperEdge;
  readonly upperText: string;
  readonly award: Award;
  readonly pointsText: string;
  readonly fromText: string;
  readonly toText: string;
}

const LOWER: readonly LowerEdge[] = ['from', 'above'];
const UPPER: readonly UpperEdge[] = ['upTo', 'below'];

export function bandRow(band: Fields): BandRow {
  const lower = LOWER.find((edge) => band[edge] !== undefined) ?? 'open';
  const upper = UPPER.find((edge) => band[edge] !== undefined) ?? 'open';
  const linear = partOf(band, 'linear');
  return {
    lower,
    lowerText: numberTextOf(band, lower),
    upper,
    upperText: numberTextOf(band, upper),
    award: band['proportional'] === true ? 'proportional' : isFields(band['linear']) ? 'linear' : 'points',
    pointsText: numberTextOf(band, 'points'),
    fromText: numberTextOf(linear, 'from'),
    toText: numberTextOf(linear, 'to'),
  };
}

/** The band with another kind of edge; its figure comes with it. */
export function withEdge(band: Fields, side: 'lower' | 'upper', edge: LowerEdge | UpperEdge): Fields {
  const edges: readonly string[] = side === 'lower' ? LOWER : UPPER;
  const value = edges.map((name) => band[name]).find((one) => one !== undefined);
  const bare = edges.reduce<Fields>((rest, name) => withMember(rest, name, undefined), band);
  return edge === 'open' ? bare : { ...bare, [edge]: value ?? '' };
}

/** An edge that is emptied stays: the checks ask for its figure. */
export function withEdgeValue(band: Fields, edge: LowerEdge | UpperEdge, text: string): Fields {
  const typed = withTypedNumber(band, edge, text);
  return typed[edge] === undefined ? { ...typed, [edge]: '' } : typed;
}

export function withAward(band: Fields, award: Award): Fields {
  const bare = ['points', 'proportional', 'linear'].reduce<Fields>((rest, name) => withMember(rest, name, undefined), band);
  if (award === 'points') {
    return { ...bare, points: band['points'] ?? 0 };
  }
  return award === 'proportional' ? { ...bare, proportional: true } : { ...bare, linear: { from: 0, to: 0 } };
}

/** A band that goes on below the lowest one so far, as decisions print them: from the best to the worst. */
export function nextBand(bands: readonly Fields[]): Fields {
  const last = bands.at(-1) ?? {};
  const [from, above] = [last['from'], last['above']];
  if (from !== undefined && from !== '') {
    return { below: from, points: 0 };
  }
  return above !== undefined && above !== '' ? { upTo: above, points: 0 } : { below: '', points: 0 };
}
