import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { ListPlace, Numbering } from './word-table';

interface Level {
  start: number;
  format: string;
  text: string;
}

type Levels = Map<number, Level>;

const ROMAN: readonly (readonly [number, string])[] = [[100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']];

/**
 * @example
 * romanOf(4); // 'IV'
 */
export function romanOf(value: number): string {
  const part = ROMAN.find(([worth]) => worth <= value);
  return part === undefined ? '' : `${part[1]}${romanOf(value - part[0])}`;
}

const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  upperRoman: romanOf,
  lowerRoman: (value) => romanOf(value).toLowerCase(),
  upperLetter: (value) => String.fromCharCode(64 + Math.min(26, Math.max(1, value))),
  lowerLetter: (value) => String.fromCharCode(96 + Math.min(26, Math.max(1, value))),
  bullet: () => '-',
  none: () => '',
};

const value = (tag: SaxesTagNS, local: string): string => Object.values(tag.attributes).find((one) => one.local === local)?.value ?? '';
const wholeOf = (text: string): number => (/^\d{1,5}$/.test(text) ? Number(text) : 0);

/** The lists of a document: the levels of each, by the number that paragraphs name it with. */
class ListReader {
  readonly lists = new Map<string, Levels>();
  private readonly abstract = new Map<string, Levels>();
  private levels: Levels = new Map();
  private level: Level | null = null;
  private list = '';

  open(tag: SaxesTagNS): void {
    const given = value(tag, 'val');
    if (tag.local === 'abstractNum') {
      this.levels = new Map();
      this.abstract.set(value(tag, 'abstractNumId'), this.levels);
    } else if (tag.local === 'lvl') {
      this.level = { start: 1, format: 'decimal', text: '' };
      this.levels.set(wholeOf(value(tag, 'ilvl')), this.level);
    } else if (tag.local === 'num') {
      this.list = value(tag, 'numId');
    } else if (tag.local === 'abstractNumId') {
      this.lists.set(this.list, this.abstract.get(given) ?? new Map());
    } else if (this.level && tag.local === 'start') {
      this.level.start = wholeOf(given);
    } else if (this.level && tag.local === 'numFmt') {
      this.level.format = given;
    } else if (this.level && tag.local === 'lvlText') {
      this.level.text = given;
    }
  }
}

function listsOf(xml: string): ReadonlyMap<string, Levels> {
  const parser = new SaxesParser({ xmlns: true });
  const reader = new ListReader();
  parser.on('doctype', () => {
    throw new SyntaxError('a document type');
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => reader.open(tag));
  parser.write(xml).close();
  return reader.lists;
}

/** The numbers that Word prints before paragraphs of its lists, from the part of the document that defines them. None without it. */
export function numberingOf(xml: string | null): Numbering {
  const lists = xml === null ? new Map<string, Levels>() : listsOf(xml);
  const counters = new Map<string, number[]>();
  return ({ list, level }: ListPlace) => {
    const levels = lists.get(list);
    const own = levels?.get(level);
    if (levels === undefined || own === undefined) {
      return '';
    }
    const counts = counters.get(list) ?? [];
    const next = [...Array.from({ length: level }, (_, index) => counts[index] ?? levels.get(index)?.start ?? 1), counts[level] === undefined ? own.start : counts[level] + 1];
    counters.set(list, next);
    return own.format === 'bullet' ? '-' : own.text.replace(/%([1-9])/g, (_, digit: string) => shown(levels.get(Number(digit) - 1), next[Number(digit) - 1] ?? 1));
  };
}

const shown = (level: Level | undefined, count: number): string => (FORMATS[level?.format ?? 'decimal'] ?? String)(count);
