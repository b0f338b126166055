import type { BandEdges } from '../model/rule';

/** What a text says of one stretch of figures: «từ 70% đến dưới 90%: 1,5 điểm». */
export interface SaidBand {
  /** As it is written. */
  readonly said: string;
  readonly edges: BandEdges;
  /** The points said behind it: a number, the full points, or null where it is said otherwise («tỷ lệ nhân …», «nội suy …») or not at all. */
  readonly points: number | 'max' | null;
}

const NUMBER = String.raw`(-?\d{1,3}(?:\.\d{3})+(?:,\d+)?|-?\d+(?:,\d+)?)`;
const UNIT = String.raw`\s*(?:%|phần trăm)?`;
const BETWEEN = new RegExp(String.raw`^(từ|trên)\s+${NUMBER}${UNIT}\s*(?:đến|tới|[-–—])\s*(dưới\s+)?${NUMBER}${UNIT}$`, 'iu');
const LOWER = new RegExp(String.raw`^(từ|trên|đạt từ)\s+${NUMBER}${UNIT}(?:\s+trở lên)?$`, 'iu');
const UPPER = new RegExp(String.raw`^(dưới|đến|từ)\s+${NUMBER}${UNIT}(\s+trở xuống)?$`, 'iu');
const EXACT = new RegExp(String.raw`^(?:đạt\s+)?${NUMBER}${UNIT}$`, 'iu');
const POINTS = new RegExp(String.raw`^(?:được\s+|đạt\s+)?${NUMBER}\s*(?:điểm)?$`, 'iu');
const FULL = /^(?:được\s+|đạt\s+)?(?:điểm tối đa|tối đa)$/iu;

/** A number as Vietnamese documents write it. */
const numberIn = (text: string): number => Number(text.replace(/\./gu, '').replace(',', '.'));

/**
 * The bands that a text speaks of, each as «<stretch>: <points>», one to a clause. What is not said this way is not read: better silent than wrong.
 *
 * @example
 * saidBands('Trên 90%: 2 điểm; từ 70% đến 90%: 1 điểm').map(({ edges }) => edges); // [{ above: 90 }, { from: 70, upTo: 90 }]
 */
export function saidBands(text: string): readonly SaidBand[] {
  return clausesOf(text).flatMap((clause) => {
    const [said = '', behind = ''] = splitOnce(clause);
    const edges = edgesIn(said.trim());
    return edges ? [{ said: said.trim(), edges, points: pointsIn(behind.trim()) }] : [];
  });
}

/** A point ends a clause only where a blank or nothing follows: 1.000 is one number. */
const clausesOf = (text: string): readonly string[] => text.split(/[;\n•]|\.(?=\s|$)/u).map((clause) => clause.replace(/^[\s+\-–*]+(?=\p{L}|\d)/u, ''));

function splitOnce(clause: string): readonly string[] {
  const colon = clause.indexOf(':');
  return colon < 0 ? [] : [clause.slice(0, colon), clause.slice(colon + 1)];
}

function edgesIn(said: string): BandEdges | null {
  const between = BETWEEN.exec(said);
  if (between) return { ...lowerEdge(between[1], between[2]), ...upperEdge(between[3] === undefined ? 'đến' : 'dưới', between[4]) };
  const upper = UPPER.exec(said);
  if (upper && (upper[1]?.toLowerCase() !== 'từ' || upper[3] !== undefined)) return upperEdge(upper[1] ?? '', upper[2]);
  const lower = LOWER.exec(said);
  if (lower) return lowerEdge(lower[1], lower[2]);
  const exact = EXACT.exec(said);
  return exact ? { from: numberIn(exact[1] ?? ''), upTo: numberIn(exact[1] ?? '') } : null;
}

const lowerEdge = (word = '', figure = ''): BandEdges => (word.toLowerCase() === 'trên' ? { above: numberIn(figure) } : { from: numberIn(figure) });
const upperEdge = (word: string, figure = ''): BandEdges => (word.toLowerCase() === 'dưới' ? { below: numberIn(figure) } : { upTo: numberIn(figure) });

function pointsIn(behind: string): number | 'max' | null {
  if (FULL.test(behind)) return 'max';
  const points = POINTS.exec(behind)?.[1];
  return points === undefined ? null : numberIn(points);
}

/**
 * The points that a label says, where it says them once.
 *
 * @example
 * saidPoints('Đúng hạn (2,5 điểm)'); // 2.5
 */
export function saidPoints(label: string): number | null {
  const found = [...label.matchAll(new RegExp(String.raw`(?<![\d,.])${NUMBER}\s*điểm(?!\s*(?:%|phần trăm|tối đa))`, 'giu'))];
  return found.length === 1 ? numberIn(found[0]?.[1] ?? '') : null;
}
