import { common, compareCuts, type Cut, isEmpty, rangeOf, type Stretch, stretchOf } from '../check/stretch';
import type { Measure } from '../model/measure';
import type { BandEdges } from '../model/rule';
import type { ExactValue } from '../model/trace';
import { formatExact, formatNumber, isShownWhole } from './number-words';

const isPercent = (measure: Measure): boolean => measure.type !== 'number';

/** What stands behind a figure of the measure. */
function unitOf(measure: Measure): string {
  if (measure.type !== 'number') return '%';
  return measure.unit === '' ? '' : ` ${measure.unit}`;
}

/** What the value of a measure is called in a formula. */
export const valueName = {
  ratio: 'tỷ lệ',
  number: 'giá trị',
  growth: 'tốc độ tăng',
} satisfies Record<Measure['type'], string>;

/**
 * Where the value of a measure comes from.
 *
 * @example
 * measureInWords({ type: 'ratio', numerator: 'Hồ sơ đúng hạn', denominator: 'Tổng số hồ sơ' });
 * // 'Tỷ lệ = Hồ sơ đúng hạn / Tổng số hồ sơ × 100%'
 */
export function measureInWords(measure: Measure): string {
  if (measure.type === 'ratio') return `Tỷ lệ = ${measure.numerator} / ${measure.denominator} × 100%`;
  if (measure.type === 'growth') return `Tốc độ tăng = (${measure.current} − ${measure.previous}) / ${measure.previous} × 100%`;
  return `Số liệu: ${measure.label}${measure.unit === '' ? '' : ` (${measure.unit})`}`;
}

/** A value of the measure with its unit: `90%`, `3 ngày`. */
export const amount = (value: number, measure: Measure): string => `${formatNumber(value)}${unitOf(measure)}`;

/**
 * Two decimals of a percent, or four where two would mislead: 89,9996 % is not the whole number 90, and of 0,005 % little would be left.
 */
function shownDecimals(value: ExactValue, measure: Measure): number {
  const misleading = !isShownWhole(value, 2) && /^(?:-?0,.*|[^,]*)$/.test(formatExact(value, 2));
  return isPercent(measure) && !misleading ? 2 : 4;
}

/** A measured value with its unit: `96,69%`, `3 ngày`. */
export const exactAmount = (value: ExactValue, measure: Measure): string =>
  `${formatExact(value, shownDecimals(value, measure))}${unitOf(measure)}`;

/** The same behind `=`, or behind `≈` where it has more decimals than are shown. */
export const equalsAmount = (value: ExactValue, measure: Measure): string =>
  `${isShownWhole(value, shownDecimals(value, measure)) ? '=' : '≈'} ${exactAmount(value, measure)}`;

/** How the figures of a stretch are said: the first of two may leave its unit to the second. */
interface Figures {
  readonly first: (value: number) => string;
  readonly last: (value: number) => string;
}

const figuresOf = (measure: Measure): Figures => {
  const last = (value: number): string => amount(value, measure);
  return { first: isPercent(measure) ? last : formatNumber, last };
};

const PLAIN: Figures = { first: formatNumber, last: formatNumber };
const EVERYTHING = stretchOf({});

/**
 * The values between two edges, as a decision prints them. Edges that the measure's own range sets are not said.
 *
 * @example
 * edgesInWords({ from: 70, upTo: 90 }, ratio); // 'từ 70% đến 90%'
 * edgesInWords({ from: 100 }, ratio); // '100%'
 */
export function edgesInWords(edges: BandEdges, measure: Measure): string {
  const whole = stretchOf(edges);
  const range = rangeOf(measure);
  const inside = common(whole, range);
  const figures = figuresOf(measure);
  return isEmpty(inside) ? stretchInWords(whole, EVERYTHING, figures) : stretchInWords(inside, range, figures);
}

/**
 * The same without a measure: every edge is said, and no unit.
 *
 * @example
 * plainEdgesInWords({ above: 70, below: 80 }); // 'trên 70 đến dưới 80'
 */
export const plainEdgesInWords = (edges: BandEdges): string => stretchInWords(stretchOf(edges), EVERYTHING, PLAIN);

/** Whether some value of the measure lies between the edges. */
export const isWithinRange = (edges: BandEdges, measure: Measure): boolean => !isEmpty(common(stretchOf(edges), rangeOf(measure)));

function stretchInWords(stretch: Stretch, range: Stretch, figures: Figures): string {
  const { start, end } = stretch;
  if (start.value === end.value && !isEmpty(stretch)) return figures.last(start.value);
  const lower = compareCuts(start, range.start) === 0 ? null : start;
  const upper = compareCuts(end, range.end) === 0 ? null : end;
  if (lower === null) return upper === null ? 'mọi giá trị' : upToInWords(upper, figures);
  return upper === null ? fromInWords(lower, figures) : betweenInWords(lower, upper, figures);
}

const upToInWords = ({ value, side }: Cut, { last }: Figures): string =>
  side === 1 ? `từ ${last(value)} trở xuống` : `dưới ${last(value)}`;

const fromInWords = ({ value, side }: Cut, { last }: Figures): string =>
  side === 0 ? `từ ${last(value)} trở lên` : `trên ${last(value)}`;

const betweenInWords = (lower: Cut, upper: Cut, { first, last }: Figures): string =>
  `${lower.side === 0 ? 'từ' : 'trên'} ${first(lower.value)} đến ${upper.side === 1 ? '' : 'dưới '}${last(upper.value)}`;
