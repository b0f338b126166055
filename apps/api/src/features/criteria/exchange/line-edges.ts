import type { BandEdges } from '@par-index/scoring';
import { isAmbiguous, numberOf } from './cell-text';

/** A stretch of values as a line of a decision says it. */
export interface SaidEdges {
  readonly edges: BandEdges;
  /** What stands behind the figures: `%`, `ngày`, or nothing. */
  readonly unit: string;
  /** One value alone: `100%`, `0 ngày`. */
  readonly isSingle: boolean;
  /** «70% - 90%» without «từ» or «dưới»: whether the edges belong to it is not said. */
  readonly isLoose: boolean;
}

const N = String.raw`[-−]?\d[\d.]*(?:,\d+)?`;
const UNIT = String.raw`\s*(%|phần trăm|(?!(?:đến|tới|trở|trên|dưới)(?:\s|$))[\p{L}][\p{L}\s]{0,30}?)?`;
const LEAD = String.raw`(?:(?:có |đạt )?(?:tỷ lệ |tỉ lệ |mức |kết quả )?(?:hoàn thành |thực hiện |đạt |giảm |tăng )?)`;

const pattern = (body: string): RegExp => new RegExp(`^${LEAD}${body}$`, 'iu');
const DASH = String.raw`(?:\s*[-–—]\s*|\s*đến\s+|\s*tới\s+)`;

type Build = (figures: readonly number[]) => { readonly edges: BandEdges; readonly isSingle?: true; readonly isLoose?: true };

/** The ways to say a stretch, the narrower before the wider. */
const WAYS: readonly (readonly [RegExp, Build])[] = [
  [pattern(`từ\\s+(?:trên\\s+)(${N})${UNIT}${DASH}(?:dưới|<)\\s*(${N})${UNIT}`), ([a = 0, b = 0]) => ({ edges: { above: a, below: b } })],
  [pattern(`(?:từ\\s+trên|trên|>)\\s*(${N})${UNIT}${DASH}(?:dưới|<)\\s*(${N})${UNIT}`), ([a = 0, b = 0]) => ({ edges: { above: a, below: b } })],
  [pattern(`(?:từ\\s+trên|trên|>)\\s*(${N})${UNIT}${DASH}(${N})${UNIT}`), ([a = 0, b = 0]) => ({ edges: { above: a, upTo: b } })],
  [pattern(`(?:từ|≥|>=)\\s*(${N})${UNIT}${DASH}(?:dưới|<)\\s*(${N})${UNIT}`), ([a = 0, b = 0]) => ({ edges: { from: a, below: b } })],
  [pattern(`từ\\s+(${N})${UNIT}${DASH}(${N})${UNIT}`), ([a = 0, b = 0]) => ({ edges: { from: a, upTo: b } })],
  [pattern(`(${N})${UNIT}${DASH}(?:dưới|<)\\s*(${N})${UNIT}`), ([a = 0, b = 0]) => ({ edges: { from: a, below: b } })],
  [pattern(`(${N})${UNIT}${DASH}(${N})${UNIT}`), ([a = 0, b = 0]) => ({ edges: { from: a, upTo: b }, isLoose: true })],
  [pattern(`(?:từ\\s+)?(${N})${UNIT}\\s+trở\\s+lên`), ([a = 0]) => ({ edges: { from: a } })],
  [pattern(`(?:từ\\s+)?(${N})${UNIT}\\s+trở\\s+xuống`), ([a = 0]) => ({ edges: { upTo: a } })],
  [pattern(`(?:≥|>=|ít\\s+nhất|tối\\s+thiểu)\\s*(${N})${UNIT}`), ([a = 0]) => ({ edges: { from: a } })],
  [pattern(`(?:≤|<=|đến|không\\s+quá|nhiều\\s+nhất)\\s*(${N})${UNIT}`), ([a = 0]) => ({ edges: { upTo: a } })],
  [pattern(`(?:trên|>|lớn\\s+hơn)\\s*(${N})${UNIT}`), ([a = 0]) => ({ edges: { above: a } })],
  [pattern(`(?:dưới|<|nhỏ\\s+hơn)\\s*(${N})${UNIT}`), ([a = 0]) => ({ edges: { below: a } })],
  [pattern(`(?:bằng\\s+)?(${N})${UNIT}`), ([a = 0]) => ({ edges: { from: a, upTo: a }, isSingle: true })],
];

const unitIn = (units: readonly string[]): string | null => {
  const said = [...new Set(units.map((unit) => unit.trim().toLowerCase().replace(/^phần trăm$/, '%')).filter((unit) => unit !== ''))];
  return said.length > 1 ? null : (said[0] ?? '');
};

/**
 * The stretch of values that the left side of a line says; null where it says none.
 *
 * @example
 * saidEdges('Từ 80% - dưới 100%'); // { edges: { from: 80, below: 100 }, unit: '%', isSingle: false, isLoose: false }
 */
export function saidEdges(words: string): SaidEdges | null {
  const text = words.trim().replace(/\s+/g, ' ');
  if (/^mọi giá trị$/i.test(text)) {
    return { edges: {}, unit: '', isSingle: false, isLoose: false };
  }
  for (const [way, build] of WAYS) {
    const match = way.exec(text);
    const read = match && figuresIn(match.slice(1));
    if (read) {
      const { isSingle = false, isLoose = false, edges } = build(read.figures);
      return { edges, unit: read.unit, isSingle, isLoose };
    }
  }
  return null;
}

/** Figures and units by turns, as the patterns catch them. */
function figuresIn(caught: readonly (string | undefined)[]): { readonly figures: readonly number[]; readonly unit: string } | null {
  const figures = caught.filter((_, index) => index % 2 === 0).map((figure) => (isAmbiguous(figure ?? '') ? null : numberOf(figure ?? '')));
  const unit = unitIn(caught.filter((_, index) => index % 2 === 1).map((one) => one ?? ''));
  const sound = figures.filter((figure) => figure !== null);
  return unit === null || sound.length < figures.length ? null : { figures: sound, unit };
}
