import { SaxesParser, type SaxesTagNS } from 'saxes';

/** One cell of a Word table: the grid columns that it covers, and its paragraphs without blanks at their ends. */
export interface WordCell {
  readonly column: number;
  readonly span: number;
  /** Goes on from the cell above: its text stands there. */
  readonly continued: boolean;
  readonly paragraphs: readonly string[];
}

export interface WordRow {
  /** Counts the tables of the document from 1. */
  readonly table: number;
  /** Counts all rows of all tables from 1. */
  readonly number: number;
  /** Repeated at the top of each page. */
  readonly isHead: boolean;
  readonly cells: readonly WordCell[];
}

export interface WordContent {
  /** The paragraphs outside of tables, in their order; empty ones left out. */
  readonly paragraphs: readonly string[];
  readonly rows: readonly WordRow[];
}

/** What a paragraph is numbered with by Word itself: list and level. */
export interface ListPlace {
  readonly list: string;
  readonly level: number;
}

/** The number that Word would print before a paragraph of a list; called once for each, in their order. */
export type Numbering = (place: ListPlace) => string;

const WORD = /\/wordprocessingml\/(?:2006\/)?main$/;
/** More than any decision has. */
const MOST_ROWS = 5000;
const LONGEST_PARAGRAPH = 2000;
const MOST_CHARACTERS = 500_000;
const MOST_DEPTH = 300;

interface OpenCell {
  column: number;
  span: number;
  continued: boolean;
  readonly paragraphs: string[];
}

interface OpenRow {
  isHead: boolean;
  next: number;
  readonly cells: OpenCell[];
}

/** What was deleted while changes were tracked, and what stands in a frame, is no text of the table. */
const PASSED_OVER = new Set(['del', 'moveFrom', 'txbxContent', 'Fallback', 'instrText', 'delText']);
const BREAKS: ReadonlySet<string> = new Set(['tab', 'br', 'cr', 'noBreakHyphen']);

const attribute = (tag: SaxesTagNS, local: string): string => Object.values(tag.attributes).find((one) => one.local === local)?.value ?? '';
const isOn = (tag: SaxesTagNS): boolean => !['0', 'false', 'off'].includes(attribute(tag, 'val'));
const wholeOf = (text: string): number => (/^\d{1,4}$/.test(text) ? Number(text) : 0);

class ContentReader {
  readonly paragraphs: string[] = [];
  readonly rows: WordRow[] = [];
  private tables = 0;
  private depth = 0;
  private row: OpenRow | null = null;
  private cell: OpenCell | null = null;
  private text: string[] | null = null;
  private list: { list: string; level: number } | null = null;
  private passedOver = 0;
  private inText = false;
  private weight = 0;

  constructor(private readonly numbering: Numbering) {}

  open(tag: SaxesTagNS): void {
    if (this.passedOver > 0 || PASSED_OVER.has(tag.local)) {
      this.passedOver += 1;
    } else if (WORD.test(tag.uri)) {
      (this.openers[tag.local] ?? (() => undefined))(tag);
    }
  }

  /** Tables in a table are read as paragraphs of the cell that they stand in. */
  private readonly openers: Readonly<Record<string, (tag: SaxesTagNS) => void>> = {
    tbl: () => {
      this.depth += 1;
      this.tables += this.depth === 1 ? 1 : 0;
    },
    tr: () => void (this.depth === 1 && (this.row = { isHead: false, next: 0, cells: [] })),
    gridBefore: (tag) => void (this.depth === 1 && this.row && (this.row.next += wholeOf(attribute(tag, 'val')))),
    tblHeader: (tag) => void (this.depth === 1 && this.row && (this.row.isHead = isOn(tag))),
    tc: () => this.openCell(),
    gridSpan: (tag) => void (this.depth === 1 && this.cell && (this.cell.span = Math.max(1, wholeOf(attribute(tag, 'val'))))),
    vMerge: (tag) => void (this.depth === 1 && this.cell && (this.cell.continued = attribute(tag, 'val') !== 'restart')),
    p: () => {
      this.text = [];
      this.list = null;
    },
    ilvl: (tag) => void (this.list = { list: this.list?.list ?? '', level: wholeOf(attribute(tag, 'val')) }),
    numId: (tag) => void (this.list = { level: this.list?.level ?? 0, list: attribute(tag, 'val') }),
    t: () => void (this.inText = true),
    ...Object.fromEntries([...BREAKS].map((name) => [name, () => this.text?.push(name === 'noBreakHyphen' ? '-' : name === 'tab' ? ' ' : '\n')])),
  };

  characters(text: string): void {
    if (this.inText && this.passedOver === 0) {
      this.text?.push(text);
    }
  }

  close({ local, uri }: SaxesTagNS): void {
    if (this.passedOver > 0) {
      this.passedOver -= 1;
    } else if (WORD.test(uri)) {
      (this.closers[local] ?? (() => undefined))();
    }
  }

  private readonly closers: Readonly<Record<string, () => void>> = {
    t: () => void (this.inText = false),
    p: () => this.closeParagraph(),
    tc: () => this.closeCell(),
    tr: () => this.closeRow(),
    tbl: () => void (this.depth -= 1),
  };

  private openCell(): void {
    if (this.depth === 1 && this.row) {
      this.cell = { column: this.row.next, span: 1, continued: false, paragraphs: [] };
    }
  }

  private closeParagraph(): void {
    const number = this.list === null || this.list.list === '0' || this.list.list === '' ? '' : this.numbering(this.list);
    const lines = `${number === '' ? '' : `${number} `}${(this.text ?? []).join('')}`.normalize('NFC').split('\n');
    const said = lines.map((line) => line.replace(/[\s\u00a0]+/g, ' ').trim()).filter((line) => line !== '');
    this.weigh(said);
    (this.depth === 0 ? this.paragraphs : (this.cell?.paragraphs ?? [])).push(...said);
    this.text = null;
  }

  /** What no decision has is not looked at word by word. */
  private weigh(said: readonly string[]): void {
    this.weight += said.reduce((sum, line) => sum + line.length, 0);
    if (this.weight > MOST_CHARACTERS || (this.depth > 0 && said.some((line) => line.length > LONGEST_PARAGRAPH))) {
      throw new RangeError('more text than any decision has');
    }
  }

  private closeCell(): void {
    if (this.depth === 1 && this.row && this.cell) {
      this.row.cells.push(this.cell);
      this.row.next += this.cell.span;
      this.cell = null;
    }
  }

  private closeRow(): void {
    if (this.depth !== 1 || !this.row) {
      return;
    }
    if (this.rows.length >= MOST_ROWS) {
      throw new RangeError('more rows than any decision has');
    }
    this.rows.push({ table: this.tables, number: this.rows.length + 1, isHead: this.row.isHead, cells: this.row.cells });
    this.row = null;
  }
}

/**
 * The text of a Word document by its tables. Entities are not known and document types refused; throws for what is no sound XML, is
 * nested beyond reason, or has more rows than any decision.
 */
export function readWordContent(xml: string, numbering: Numbering): WordContent {
  const parser = new SaxesParser({ xmlns: true });
  const reader = new ContentReader(numbering);
  let depth = 0;
  parser.on('doctype', () => {
    throw new SyntaxError('a document type');
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > MOST_DEPTH) {
      throw new RangeError('nested beyond reason');
    }
    reader.open(tag);
  });
  parser.on('text', (text) => reader.characters(text));
  parser.on('cdata', (text) => reader.characters(text));
  parser.on('closetag', (tag) => {
    depth -= 1;
    reader.close(tag);
  });
  parser.write(xml).close();
  return { paragraphs: reader.paragraphs, rows: reader.rows };
}
