import { fractionOf } from '../exact/exact-value';
import type { ExactValue } from '../model/trace';

/** How many decimals to show at least: `91,2` as `91,20`. */
export interface NumberFormat {
  readonly decimals?: number;
}

const WRITTEN = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/;
const THOUSANDS = /\B(?=(?:\d{3})+$)/g;

/**
 * A number as Vietnamese documents write it: decimal comma, thousands with a point. Every digit that the number has is shown;
 * what is no finite number shows as `—`.
 *
 * @example
 * formatNumber(1842.5); // '1.842,5'
 * formatNumber(91.2, { decimals: 2 }); // '91,20'
 */
export function formatNumber(value: number, { decimals = 0 }: NumberFormat = {}): string {
  const match = WRITTEN.exec(String(value));
  if (match === null) return '—';
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const zeros = '0'.repeat(Math.abs(Number(exponent)));
  const digits = `${zeros}${whole}${fraction}${zeros}`;
  const point = zeros.length + whole.length + Number(exponent);
  return written(sign, digits.slice(0, point), digits.slice(point).replace(/0+$/, '').padEnd(decimals, '0'));
}

function written(sign: string, whole: string, fraction: string): string {
  const grouped = whole.replace(/^0+(?=\d)/, '').replace(THOUSANDS, '.');
  return `${sign}${grouped}${fraction === '' ? '' : `,${fraction}`}`;
}

/**
 * An exact fraction rounded half up to at most `decimals` decimals; zeros at the end are left out.
 *
 * @example
 * formatExact({ numerator: '7', denominator: '13' }, 4); // '0,5385'
 * formatExact({ numerator: '1', denominator: '2' }, 4); // '0,5'
 */
export function formatExact(value: ExactValue, decimals: number): string {
  const steps = roundedSteps(value, decimals);
  const digits = `${steps < 0n ? -steps : steps}`.padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  return written(steps < 0n ? '-' : '', digits.slice(0, point), digits.slice(point).replace(/0+$/, ''));
}

/**
 * The same behind its sign: `=` where nothing is lost, `≈` where the fraction has more decimals than are shown.
 *
 * @example
 * equalsExact({ numerator: '7', denominator: '13' }, 4); // '≈ 0,5385'
 * equalsExact({ numerator: '1', denominator: '2' }, 4); // '= 0,5'
 */
export function equalsExact(value: ExactValue, decimals: number): string {
  return `${isShownWhole(value, decimals) ? '=' : '≈'} ${formatExact(value, decimals)}`;
}

/** Whether `decimals` decimals hold the whole fraction. */
export function isShownWhole(value: ExactValue, decimals: number): boolean {
  const { n, d } = fractionOf(value);
  return (n * 10n ** BigInt(decimals)) % d === 0n;
}

/** Half up, below zero too: −0,5 becomes 0. */
function roundedSteps(value: ExactValue, decimals: number): bigint {
  const { n, d } = fractionOf(value);
  const [dividend, divisor] = [2n * n * 10n ** BigInt(decimals) + d, 2n * d];
  const quotient = dividend / divisor;
  return dividend < 0n && quotient * divisor !== dividend ? quotient - 1n : quotient;
}

/**
 * @example
 * pointsInWords(0.25); // '0,25 điểm'
 */
export const pointsInWords = (points: number): string => `${formatNumber(points)} điểm`;

/** The first letter in upper case. */
export const sentence = (words: string): string => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;

/** The first letter in lower case, unless the word is an abbreviation: `Báo cáo` becomes `báo cáo`, `UBND` stays. */
export const inSentence = (label: string): string =>
  label.slice(1, 2) === label.slice(1, 2).toLowerCase() ? `${label.slice(0, 1).toLowerCase()}${label.slice(1)}` : label;
