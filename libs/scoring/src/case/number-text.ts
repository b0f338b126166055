/**
 * Whether a number in JSON text is the one that a computer reads.
 *
 * @example
 * isReadAsWritten('1.50'); // true
 * isReadAsWritten('0.10000000000000000001'); // false: it is read as 0.1
 */
export function isReadAsWritten(text: string): boolean {
  const read = Number(text);
  return Number.isFinite(read) && significand(text) === significand(String(read));
}

/** Sign, digits without zeros at their ends, and exponent: the same for every way to write a number. */
function significand(text: string): string {
  const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e');
  const [whole = '', decimals = ''] = mantissa.replace('-', '').split('.');
  const digits = `${whole}${decimals}`.replace(/^0+/, '');
  const kept = digits.replace(/0+$/, '');
  if (kept === '') return '0';
  const power = Number(exponent) - decimals.length + digits.length - kept.length;
  return `${mantissa.startsWith('-') ? '-' : ''}${kept}e${power}`;
}
