/** What somebody typed as a number: its value, or why it is none. `empty` is not an error by itself. */
export type TypedNumber =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable' };

const GROUPED = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/;
const COMMA = /^-?\d+(,\d+)?$/;
const POINT = /^-?\d+\.\d+$/;

/**
 * Reads a number the Vietnamese way: `1.842` is one thousand eight hundred and forty-two, `96,5` is ninety-six and a half. A point that
 * cannot group thousands (`96.5`) is taken for the decimal sign, because that is what whoever typed it meant.
 */
export function readTypedNumber(text: string): TypedNumber {
  const plain = text.replace(/[\s\u00a0]/g, '').replace('−', '-');
  if (plain === '') {
    return { kind: 'empty' };
  }
  if (GROUPED.test(plain)) {
    return { kind: 'number', value: Number(plain.replaceAll('.', '').replace(',', '.')) };
  }
  if (COMMA.test(plain)) {
    return { kind: 'number', value: Number(plain.replace(',', '.')) };
  }
  return POINT.test(plain) ? { kind: 'number', value: Number(plain) } : { kind: 'unreadable' };
}
