import { formatNumber } from '@par-index/scoring';

const WRITTEN = /^(\D*)([\d.]+)(?:,(\d+))?$/;

/**
 * A number as it is written in Vietnam: `1.842`, `96,5`, `−2`. With `decimals` it is rounded half up, digit by digit (never through a
 * binary fraction), and padded.
 */
export function numberInWords(value: number, decimals?: number): string {
  const written = formatNumber(value);
  const parts = WRITTEN.exec(written);
  if (!parts) {
    return written;
  }
  const [, sign = '', whole = '', fraction = ''] = parts;
  const digits = decimals === undefined ? (fraction ? `${whole},${fraction}` : whole) : rounded(whole.replaceAll('.', ''), fraction, decimals);
  return sign && /[1-9]/.test(digits) ? `−${digits}` : digits;
}

/** Points as they stand everywhere: two decimals. */
export function pointsFigure(points: number): string {
  return numberInWords(points, 2);
}

/** Maximum points: as few decimals as they have, `2` or `1,5`. */
export function maximumFigure(max: number): string {
  return numberInWords(max);
}

function rounded(whole: string, fraction: string, decimals: number): string {
  const kept = whole + fraction.slice(0, decimals).padEnd(decimals, '0');
  const up = (fraction[decimals] ?? '0') >= '5';
  const digits = up ? (BigInt(kept) + 1n).toString().padStart(kept.length, '0') : kept;
  const cut = digits.length - decimals;
  const grouped = digits.slice(0, cut).replace(/\B(?=(\d{3})+$)/g, '.');
  return decimals === 0 ? grouped : `${grouped},${digits.slice(cut)}`;
}
