import { isAmbiguous, numberOf } from './cell-text';

/** What the right side of a line gives: points, a share of some points, points between two, or a percent of a survey. */
export type SaidAward =
  | { readonly kind: 'points'; readonly points: number }
  /** `per` null: the value as a percent. `times` null: the line does not say of how many points. */
  | { readonly kind: 'share'; readonly per: number | null; readonly times: number | null }
  | { readonly kind: 'linear'; readonly from: number; readonly to: number }
  | { readonly kind: 'percent'; readonly percent: number };

/** One statement of a line: what stands before its colon, and what it gives. */
export interface Piece {
  readonly text: string;
  readonly left: string;
  /** Null where nothing is given, or not in words that are known. */
  readonly award: SaidAward | null;
}

export const N = String.raw`[-−]?\d[\d.]*(?:,\d+)?`;
const POINTS = String.raw`\s*(?:điểm|đ)?`;
const VALUE = String.raw`(?:tỷ lệ|tỉ lệ|giá trị|tốc độ tăng)(?: (?:đạt được|thực hiện|hoàn thành))?(?:\s*%)?`;

type Figures = readonly (number | null)[];

/** Figures that are all there, or nothing: what can be read in two ways is not read. */
const sound = (figures: Figures, build: (a: number, b: number) => SaidAward): SaidAward | null => {
  const [a = 0, b = 0] = figures;
  return a === null || b === null ? null : build(a, b);
};

const FORMS: readonly (readonly [RegExp, (figures: Figures) => SaidAward | null])[] = [
  [new RegExp(`^(${N})${POINTS}$`, 'iu'), (figures) => sound(figures, (points) => ({ kind: 'points', points }))],
  [new RegExp(`^(${N})\\s*%$`, 'u'), (figures) => sound(figures, (percent) => ({ kind: 'percent', percent }))],
  [new RegExp(`^${VALUE}\\s*/\\s*(${N})\\s*%?\\s*[×x*]\\s*(${N})${POINTS}$`, 'iu'), (figures) => sound(figures, (per, times) => ({ kind: 'share', per, times }))],
  [new RegExp(`^${VALUE}\\s*[×x*]\\s*(${N})${POINTS}$`, 'iu'), (figures) => sound(figures, (times) => ({ kind: 'share', per: null, times }))],
  [new RegExp(`^(${N})${POINTS}\\s*[×x*]\\s*${VALUE}$`, 'iu'), (figures) => sound(figures, (times) => ({ kind: 'share', per: null, times }))],
  [/^(?:tính |chấm )?(?:điểm )?theo (?:tỷ|tỉ) lệ(?: tương ứng| %)?$/iu, () => ({ kind: 'share', per: null, times: null })],
  [new RegExp(`^nội suy(?: tuyến tính)?(?: điểm)? từ (${N})${POINTS} (?:đến|xuống|lên) (${N})${POINTS}$`, 'iu'), (figures) => sound(figures, (from, to) => ({ kind: 'linear', from, to }))],
];

/** A figure of a line; null where it can be read in two ways. */
export const figureOf = (text: string | undefined): number | null => (text === undefined || isAmbiguous(text) ? null : numberOf(text));

/**
 * What the right side of a line gives; null for words that are not known.
 *
 * @example
 * saidAward('tỷ lệ × 2,5'); // { kind: 'share', per: null, times: 2.5 }
 */
export function saidAward(words: string): SaidAward | null {
  const text = words.trim().replace(/[.;,]+$/, '').replace(/\s+/g, ' ');
  for (const [form, build] of FORMS) {
    const match = form.exec(text);
    if (match) {
      return build(match.slice(1).map(figureOf));
    }
  }
  return null;
}

/** Gives something, in words or figures that are not understood: it is no part of the label behind it. */
const FIGURE_BEHIND_COLON = /:[^:]*\d[^:]*$/u;
const COLON = /^(.*\S)\s*:\s*([^:]+)$/su;

function pieceOf(text: string): Piece {
  const [, left, right] = COLON.exec(text) ?? [];
  const award = right === undefined ? null : saidAward(right);
  return { text, left: award === null ? text : (left ?? '').trim(), award };
}

/**
 * The statements of a line, between semicolons. What gives nothing by itself belongs to the statement behind it: a label may hold a semicolon.
 *
 * @example
 * piecesOf('Đạt: 1; Không đạt: 0').map(({ left }) => left); // ['Đạt', 'Không đạt']
 */
export function piecesOf(line: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let open = '';
  for (const part of line.split(/;\s*/u)) {
    const text = open === '' ? part.trim() : `${open}; ${part.trim()}`;
    const piece = pieceOf(text);
    const isWhole = piece.award !== null || FIGURE_BEHIND_COLON.test(text);
    open = isWhole ? '' : text;
    if (isWhole) pieces.push(piece);
  }
  return open.trim() === '' ? pieces : [...pieces, pieceOf(open)];
}

/** The first letter in upper case: a label as it stands alone. */
export const capital = (words: string): string => `${words.slice(0, 1).toLocaleUpperCase('vi')}${words.slice(1)}`;
