const PLAIN = /^(-?)(\d+)(?:\.(\d+))?$/;

/**
 * A number as it is written in Vietnam: `1.842`, `96,5`, `−2`. With `decimals` it is rounded half up, digit by digit (never through a
 * binary fraction), and padded. Takes what the library gives: at most four decimals.
 */
export function numberInWords(value: number, decimals?: number): string {
  const parts = PLAIN.exec(decimalText(value));
  if (!parts) {
    return String(value);
  }
  const [, sign = '', whole = '0', fraction = ''] = parts;
  const digits = decimals === undefined ? { whole, fraction } : roundDigits(whole, fraction, decimals);
  const grouped = digits.whole.replace(/\B(?=(\d{3})+$)/g, '.');
  const text = digits.fraction ? `${grouped},${digits.fraction}` : grouped;
  return sign && /[1-9]/.test(text) ? `−${text}` : text;
}

/** Points as they stand everywhere: two decimals. */
export function pointsFigure(points: number): string {
  return numberInWords(points, 2);
}

/** Maximum points: as few decimals as they have, `2` or `1,5`. */
export function maximumFigure(max: number): string {
  return numberInWords(max);
}

function roundDigits(whole: string, fraction: string, decimals: number): { readonly whole: string; readonly fraction: string } {
  const kept = (whole + fraction.slice(0, decimals).padEnd(decimals, '0'));
  const up = (fraction[decimals] ?? '0') >= '5';
  const digits = up ? (BigInt(kept) + 1n).toString().padStart(kept.length, '0') : kept;
  const cut = digits.length - decimals;
  return { whole: digits.slice(0, cut), fraction: digits.slice(cut) };
}

function decimalText(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(10).replace(/0+$/, '').replace(/\.$/, '') : text;
}
