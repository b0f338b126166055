import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';

/** A sheet of Excel has no more rows, and nothing in it has a larger number as its place. */
const LAST_PLACE = 1_048_576;
/** Cells of merged and named ranges together: a reader of workbooks visits each of them, filled or not. */
const MOST_RANGED = 200_000;
const MOST_ROWS = 50_000;
const MOST_CELLS = 250_000;

const PLACES = /\s(?:r|min|max)\s*=\s*["']([A-Z]{0,3})(\d{1,20})/g;
const RANGE = String.raw`\$?([A-Z]{1,3})\$?(\d{1,9}):\$?([A-Z]{1,3})\$?(\d{1,9})`;
const NAMED_RANGES = new RegExp(RANGE, 'g');
/** The extent that a sheet states of itself is only text, however large. */
const MERGED_RANGES = new RegExp(String.raw`(?<!dimension)\sref\s*=\s*["']${RANGE}`, 'g');
/** The part in which names are given to ranges. */
const NAMES = 'xl/workbook.xml';
const CHARACTER = /&#(x[0-9a-f]{1,6}|\d{1,7});/gi;

function character(reference: string): string {
  const code = /^x/i.test(reference) ? parseInt(reference.slice(1), 16) : Number(reference);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

const columnOf = (letters: string): number => [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);

const extent = (from: number, to: number): number => Math.abs(to - from) + 1;

function cellsIn(text: string, ranges: RegExp): number {
  const sizes = [...text.matchAll(ranges)].map(([, left = '', top, right = '', bottom]) => extent(columnOf(left), columnOf(right)) * extent(Number(top), Number(bottom)));
  return sizes.reduce((sum, size) => sum + size, 0);
}

const countOf = (text: string, beginning: RegExp): number => [...text.matchAll(beginning)].length;

function isFarAway(text: string): boolean {
  return [...text.matchAll(PLACES)].some(([, , place]) => Number(place) > LAST_PLACE);
}

interface Size {
  readonly ranged: number;
  readonly rows: number;
  readonly cells: number;
}

const isWithin = ({ ranged, rows, cells }: Size): boolean => ranged <= MOST_RANGED && rows <= MOST_ROWS && cells <= MOST_CELLS;

interface Part {
  readonly name: string;
  readonly xml: string;
}

/** The size with one more part; null where that is too much. */
function withPart(size: Size, { name, xml }: Part): Size | null {
  const text = xml.replace(CHARACTER, (_, reference: string) => character(reference));
  if (isFarAway(text)) {
    return null;
  }
  const grown = {
    ranged: size.ranged + cellsIn(text, name === NAMES ? NAMED_RANGES : MERGED_RANGES),
    rows: size.rows + countOf(text, /<row[\s/>]/g),
    cells: size.cells + countOf(text, /<c[\s/>]/g),
  };
  return isWithin(grown) ? grown : null;
}

/**
 * Whether a workbook can be opened as a whole without holding up the server. Some hundred bytes can name ten milliard cells, and the
 * library visits every one. Throws for what is no zip, and for a part that unpacks to more than it says.
 */
export async function isModestWorkbook(bytes: Buffer): Promise<boolean> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false });
  try {
    let size: Size | null = { ranged: 0, rows: 0, cells: 0 };
    for await (const entry of zip.eachEntry()) {
      const content = await buffer(await zip.openReadStreamPromise(entry));
      size = withPart(size, { name: entry.fileName, xml: content.toString('utf8') });
      if (size === null) {
        return false;
      }
    }
    return true;
  } finally {
    zip.close();
  }
}
