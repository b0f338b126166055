import type { Band, BandEdges, Measure, Rule } from '@par-index/scoring';
import type { Piece, SaidAward } from './line-award';
import { type SaidEdges, saidEdges } from './line-edges';
import { guessedMeasure } from './line-measure';
import type { Doubt, Proposal, RuleText } from './proposal';

interface Stretch {
  readonly piece: Piece;
  readonly said: SaidEdges;
  readonly award: SaidAward;
  readonly edges: BandEdges;
}

/** The pieces as stretches of one measure; null where one of them is none. */
export function stretchesOf(pieces: readonly Piece[]): readonly Stretch[] | null {
  const stretches = pieces.map((piece) => {
    const said = saidEdges(piece.left);
    return said && piece.award && piece.award.kind !== 'percent' ? { piece, said, award: piece.award, edges: said.edges } : null;
  });
  return stretches.some((one) => one === null) ? null : stretches.filter((one) => one !== null);
}

const unitOf = (stretches: readonly Stretch[]): string => stretches.map(({ said }) => said.unit).find((unit) => unit !== '') ?? '';
const printed = (stretches: readonly { readonly piece: Piece }[]): string => stretches.map(({ piece }) => piece.text).join('; ');

/** A rule by stretches of its measure: `proportional` where that is what they say, else `bands`. */
export function proposeBands(stretches: readonly Stretch[], given: Measure | null, text: RuleText): Proposal {
  const line = printed(stretches);
  const guessed = given ? { measure: given, doubts: unitDoubts(given, unitOf(stretches), line) } : guessedMeasure({ title: text.title, unit: unitOf(stretches), edges: stretches.map(({ edges }) => edges), line });
  const least = withLeast(guessed.measure, stretches, line);
  const top = withRange(least.measure, stretches, line);
  const ranged = { measure: top.measure, doubts: [...least.doubts, ...top.doubts] };
  const trimmed = stretches.map((one) => ({ ...one, edges: trimmedEdges(one.edges, ranged.measure) }));
  const met = meeting(trimmed);
  const doubts = [...guessed.doubts, ...ranged.doubts, ...looseDoubts(stretches), ...met.doubts];
  const whole = proportionalOf(met.stretches, ranged.measure, text.max);
  if (whole) {
    return { rule: whole, doubts };
  }
  const bands = met.stretches.map((one) => bandOf(one, ranged.measure, text.max));
  return { rule: { kind: 'bands', measure: ranged.measure, bands: bands.map(({ band }) => band) }, doubts: [...doubts, ...bands.flatMap((one) => one.doubts), ...maxDoubts(bands, text, line)] };
}

/** A line in another unit than the measure that the document states. */
function unitDoubts(measure: Measure, unit: string, line: string): readonly Doubt[] {
  const own = measure.type === 'number' ? measure.unit : '%';
  return (unit === '' && measure.type !== 'number') || unit === own.toLowerCase() ? [] : [{ line, reason: unit === '' ? `Các mức không ghi đơn vị «${own}» của số liệu kê khai.` : `Đơn vị «${unit}» của các mức khác với số liệu kê khai.`, assumed: `Các mức tính theo «${own}».` }];
}

const looseDoubts = (stretches: readonly Stretch[]): readonly Doubt[] =>
  stretches.filter(({ said }) => said.isLoose).map(({ piece }) => ({ line: piece.text, reason: 'Khoảng không ghi «từ», «trên» hay «dưới».', assumed: 'Gồm cả hai mức ở hai đầu khoảng.' }));

const FAR = 1000;
const highest = ({ from, above, upTo, below }: BandEdges): number => Math.max(...[from, above, upTo, below].filter((value) => value !== undefined), -Infinity);

/** How far the measure goes, where the lines say more than its fields: a figure that can't be passed, or one beyond a hundred percent. */
function withRange(measure: Measure, stretches: readonly Stretch[], line: string): { readonly measure: Measure; readonly doubts: readonly Doubt[] } {
  const top = Math.max(...stretches.map(({ edges }) => highest(edges)));
  const last = stretches.find(({ edges }) => highest(edges) === top && (edges.upTo === top || edges.upTo === undefined) && (edges.from === top || edges.above === top));
  if (measure.type === 'number' && measure.max === undefined && last?.said.isSingle && top > 0) {
    const isScale = stretches.some(({ award }) => award.kind === 'share');
    const doubts = isScale ? [] : [{ line, reason: `Mức cao nhất chỉ ghi ${last.piece.left}.`, assumed: `Số liệu không vượt ${last.piece.left}.` }];
    return { measure: { ...measure, max: top }, doubts };
  }
  const isOpenAtTop = last !== undefined && !last.said.isSingle && last.edges.upTo === undefined && last.edges.below === undefined;
  if (measure.type === 'ratio' && measure.max === undefined && (top > 100 || (top === 100 && isOpenAtTop))) {
    return { measure: { ...measure, max: FAR }, doubts: [{ line, reason: 'Tỷ lệ có thể vượt 100% nhưng văn bản không ghi đến đâu.', assumed: `Tỷ lệ cao nhất ${FAR}%.` }] };
  }
  return { measure, doubts: [] };
}

/** «dưới 0», «từ 0 trở xuống»: there would be nothing to say of what can't be below zero. */
const isBelowZero = ({ from, above, upTo, below }: BandEdges): boolean => (below !== undefined && below <= 0) || (upTo !== undefined && upTo <= 0 && from === undefined && above === undefined);

/** A number that the lines take below zero, which a measure does not unless it says so. */
function withLeast(measure: Measure, stretches: readonly Stretch[], line: string): { readonly measure: Measure; readonly doubts: readonly Doubt[] } {
  const goesBelow = stretches.some(({ edges }) => isBelowZero(edges)) || stretches.some(({ edges }) => Object.values(edges).some((value) => value < 0));
  if (measure.type !== 'number' || measure.min !== undefined || !goesBelow) {
    return { measure, doubts: [] };
  }
  return { measure: { ...measure, min: -FAR }, doubts: [{ line, reason: 'Số liệu có thể âm nhưng văn bản không ghi đến đâu.', assumed: `Số liệu thấp nhất −${FAR}.` }] };
}

/** Without the edges that the measure's own range sets. */
function trimmedEdges(edges: BandEdges, measure: Measure): BandEdges {
  if (measure.type === 'growth') {
    return edges;
  }
  const least = measure.type === 'number' ? (measure.min ?? 0) : 0;
  const most = measure.type === 'ratio' ? (measure.max ?? 100) : measure.max;
  const { from, upTo, ...others } = edges;
  return { ...(from === undefined || from === least ? {} : { from }), ...(upTo === undefined || upTo === most ? {} : { upTo }), ...others };
}

/** Two stretches that both hold the value between them, or both leave it out. */
function meeting(stretches: readonly Stretch[]): { readonly stretches: readonly Stretch[]; readonly doubts: readonly Doubt[] } {
  const doubts: Doubt[] = [];
  const met = stretches.map((one) => {
    const { upTo, below } = one.edges;
    const above = upTo === undefined ? undefined : stretches.find((other) => other !== one && other.edges.from === upTo && other.edges.upTo !== upTo);
    if (above && upTo !== undefined) {
      doubts.push({ line: `${one.piece.text}; ${above.piece.text}`, reason: `Mức ${one.said.unit === '%' ? `${upTo}%` : upTo} nằm trong cả hai khoảng.`, assumed: `Mức đó thuộc khoảng «${above.piece.left}».` });
      const { upTo: _upTo, ...rest } = one.edges;
      return { ...one, edges: { ...rest, below: upTo } };
    }
    const next = below === undefined ? undefined : stretches.find((other) => other.edges.above === below);
    if (next && below !== undefined) {
      doubts.push({ line: `${one.piece.text}; ${next.piece.text}`, reason: `Mức ${one.said.unit === '%' ? `${below}%` : below} không nằm trong khoảng nào.`, assumed: `Mức đó thuộc khoảng «${one.piece.left}».` });
      const { below: _below, ...rest } = one.edges;
      return { ...one, edges: { ...rest, upTo: below } };
    }
    return one;
  });
  return { stretches: met, doubts };
}

/** Full points from a target, a share of them below it, nothing below a least value. */
function proportionalOf(stretches: readonly Stretch[], measure: Measure, max: number): Rule | null {
  const shares = stretches.filter(({ award }) => award.kind === 'share');
  const [share] = shares;
  const full = stretches.find(({ award }) => award.kind === 'points' && award.points === max);
  const rest = stretches.filter((one) => one !== share && one !== full);
  if (shares.length !== 1 || share?.award.kind !== 'share' || !full || rest.length > 1) {
    return null;
  }
  const target = full.edges.from;
  const { award, edges } = share;
  const fits = target !== undefined && target > 0 && Object.keys(full.edges).length === 1 && edges.below === target && (award.per ?? 100) === target && award.times === max && edges.above === undefined;
  const [zero] = rest;
  const canBeNegative = measure.type === 'growth' || (measure.type === 'number' && (measure.min ?? 0) < 0);
  const isZero = zero === undefined ? (edges.from ?? 0) <= 0 && !canBeNegative : zero.award.kind === 'points' && zero.award.points === 0 && Object.keys(zero.edges).length === 1 && zero.edges.below === (edges.from ?? 0);
  if (!fits || !isZero || (edges.from ?? 0) < 0 || (measure.type === 'number' && award.per === null)) {
    return null;
  }
  const zeroBelow = edges.from ?? 0;
  return { kind: 'proportional', measure, ...(target === 100 ? {} : { target }), ...(zeroBelow > 0 ? { zeroBelow } : {}) };
}

function bandOf({ edges, award, piece }: Stretch, measure: Measure, max: number): { readonly band: Band; readonly doubts: readonly Doubt[] } {
  if (award.kind === 'points') {
    return { band: { ...edges, points: award.points }, doubts: [] };
  }
  if (award.kind === 'linear') {
    return { band: { ...edges, linear: { from: award.from, to: award.to } }, doubts: [] };
  }
  const per = award.kind === 'share' ? award.per : null;
  const times = award.kind === 'share' ? award.times : null;
  const isPlain = times === max && (measure.type === 'number' ? per === 100 : per === null || per === 100);
  const assumed = `Tính theo tỷ lệ: giá trị chia 100, nhân ${String(max).replace('.', ',')} điểm.`;
  return { band: { ...edges, proportional: true }, doubts: isPlain ? [] : [{ line: piece.text, reason: 'Cách tính theo tỷ lệ ở dòng này chưa rõ hoặc chưa khớp điểm tối đa.', assumed }] };
}

/** The most that fixed and interpolated points give is the max of the criterion, or something was misread. */
function maxDoubts(bands: readonly { readonly band: Band }[], { max }: RuleText, line: string): readonly Doubt[] {
  const points = bands.flatMap(({ band }) => ('points' in band ? [band.points] : 'linear' in band ? [band.linear.from, band.linear.to] : [max]));
  const most = Math.max(...points);
  return most === max ? [] : [{ line, reason: `Mức cao nhất là ${String(most).replace('.', ',')} điểm, khác điểm tối đa ${String(max).replace('.', ',')}.`, assumed: 'Giữ điểm như văn bản ghi.' }];
}
