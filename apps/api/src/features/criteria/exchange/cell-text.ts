/** What a cell holds: text, a number, or nothing. */
export type CellValue = string | number | null;

/** A cell that was read: its value in the set, or what is wrong with it. */
export type Decoded = { readonly value: unknown } | { readonly problem: string };

/** Stands for a list or an object that is there and holds nothing, which an empty cell could not say. */
export const EMPTY = '(trống)';

/** No cell of Excel holds more. */
export const LONGEST_CELL = 32_767;

/** What a cell would not give back as it is: blanks at the ends, what XML has no place for, what the file format reads as its own. */
const SPOILED = /^$|^\s|\s$|^~"|[^\P{Cc}\n]|\p{Cs}|[\u2028\u2029\ufffe\uffff]|_x[0-9a-f]{4}_/iu;
/** What JSON leaves as it is, and a cell or a list in it would not. */
const NOT_ESCAPED = /[\u007f-\u009f\u2028\u2029\ufffe\uffff;]|_(?=x)/gi;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
/** Behind `~`, in the quotes of JSON: every character comes back. */
export const inQuotes = (text: string): string => `~${JSON.stringify(text).replace(NOT_ESCAPED, escaped)}`;

/**
 * A text as it stands in a cell. The few that a cell would not give back are written behind `~` in the quotes of JSON.
 *
 * @example
 * writtenText('Kế hoạch năm'); // 'Kế hoạch năm'
 * writtenText(''); // '~""'
 */
export const writtenText = (text: string): string => (text === EMPTY || SPOILED.test(text) ? inQuotes(text) : text);

/** The text that a cell says: without blanks at its ends, unless it was written in quotes. */
export function readText(written: string): string {
  const text = written.trim();
  return text.startsWith('~"') ? (textInQuotes(text.slice(1)) ?? text) : text;
}

function textInQuotes(quoted: string): string | null {
  try {
    const value: unknown = JSON.parse(quoted);
    return typeof value === 'string' ? value : null;
  } catch {
    return null;
  }
}

const NUMBER = /^[-−]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/;
const WITH_POINT = /^[-−]?\d+\.\d+$/;
const AMBIGUOUS = /^[-−]?[1-9]\d{0,2}\.\d{3}$/;

/**
 * A number as Vietnamese documents write it; null for what is none. A point before other than three digits is taken for a decimal point.
 *
 * @example
 * numberOf('1.842,5'); // 1842.5
 * numberOf('0.5'); // 0.5
 */
export function numberOf(written: string): number | null {
  const text = written.trim().replaceAll('−', '-');
  if (WITH_POINT.test(text) && !AMBIGUOUS.test(text)) {
    return Number(text);
  }
  return NUMBER.test(text) ? Number(text.replaceAll('.', '').replace(',', '.')) : null;
}

/** Whether a number can be read in two ways: `1.250` is one thousand two hundred and fifty here, and one and a quarter elsewhere. */
export const isAmbiguous = (written: string): boolean => AMBIGUOUS.test(written.trim());

const PART = /\s*(?:~("(?:[^"\\]|\\.)*")|([^;]*))\s*(;|$)/gy;

/**
 * Texts in one cell, between semicolons.
 *
 * @example
 * writtenList(['8.1', '3']); // '8.1; 3'
 */
export const writtenList = (texts: readonly string[]): string =>
  texts.length === 0 ? EMPTY : texts.map((text) => (/[;~"]/.test(text) ? inQuotes(text) : writtenText(text))).join('; ');

export function readList(written: string): readonly string[] {
  const text = written.trim();
  if (text === EMPTY) {
    return [];
  }
  return [...text.matchAll(PART)].filter(({ 0: all }) => all !== '').map(([, quoted, plain = '']) => (quoted === undefined ? plain.trim() : (textInQuotes(quoted) ?? quoted)));
}

/** Capitals, accents and blanks set aside: how words of a person are compared with ours. */
export const folded = (text: string): string =>
  text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/đ/gi, 'd').toLowerCase().replace(/\s+/g, ' ').trim();
