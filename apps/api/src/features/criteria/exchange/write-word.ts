import { AlignmentType, BorderStyle, Document, Footer, Packer, PageNumber, PageOrientation, Paragraph, Table, TableCell, TableRow, TextRun, VerticalAlignTable, WidthType } from 'docx';
import { fieldAt } from './fields';
import { type PrintedRow, printedRows } from './printed-set';
import { isNote } from './word-node';

/** `annex`: a column for everything that a set says. `decree`: the three columns of a decision, how a criterion is scored in rows below it. */
export const WORD_LAYOUTS = ['annex', 'decree'] as const;
export type WordLayout = (typeof WORD_LAYOUTS)[number];

interface Column {
  readonly head: string;
  /** Hundredths of the width. */
  readonly width: number;
  readonly texts: (row: PrintedRow) => readonly string[];
  readonly centred?: true;
}

const ORDINAL: Column = { head: 'STT', width: 6, texts: ({ code }) => [code], centred: true };
const NAME: Column = { head: 'Lĩnh vực/Tiêu chí/Tiêu chí thành phần', width: 28, texts: ({ title }) => [title] };
const MAX: Column = { head: 'Điểm tối đa', width: 7, texts: ({ max }) => [max], centred: true };

const COLUMNS: Readonly<Record<WordLayout, readonly Column[]>> = {
  annex: [
    ORDINAL,
    NAME,
    MAX,
    { head: 'Cách tính điểm', width: 27, texts: ({ lines }) => lines },
    { head: 'Tài liệu kiểm chứng', width: 14, texts: ({ evidence }) => evidence.split('\n') },
    { head: 'Cơ quan thẩm định', width: 9, texts: ({ appraiser }) => [appraiser] },
    { head: 'Ghi chú', width: 9, texts: ({ notes }) => notes },
  ],
  decree: [{ ...ORDINAL, width: 10 }, { ...NAME, width: 75 }, { ...MAX, width: 15 }],
};

const SIZE = 24;
const BORDER = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const BORDERS = { top: BORDER, bottom: BORDER, left: BORDER, right: BORDER };

/** Without what XML has no place for. */
const readable = (text: string): string => text.replace(/[^\P{Cc}\t\n]|\p{Cs}|[\ufffe\uffff]/gu, '');

interface Style {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly size?: number;
}

const run = (text: string, { bold = false, italics = false, size = SIZE }: Style): TextRun => new TextRun({ text: readable(text), bold, italics, size });
const paragraph = (text: string, centred: boolean | undefined, style: Style): Paragraph =>
  new Paragraph({ ...(centred ? { alignment: AlignmentType.CENTER } : {}), spacing: { before: 40, after: 40 }, children: [run(text, style)] });

function cell(texts: readonly string[], { width, centred }: Column, style: Style): TableCell {
  const lines = texts.flatMap((text) => text.split('\n'));
  return new TableCell({
    width: { size: width, type: WidthType.PERCENTAGE },
    borders: BORDERS,
    margins: { left: 60, right: 60 },
    verticalAlign: VerticalAlignTable.TOP,
    children: (lines.length === 0 ? [''] : lines).map((text) => paragraph(text, centred, style)),
  });
}

const styleOf = ({ level }: PrintedRow): Style => ({ bold: level === 1, italics: level === 2 });

/** The row of a criterion; in a decree, its lines are rows below it. */
function rowsOf(row: PrintedRow, layout: WordLayout): readonly TableRow[] {
  const columns = COLUMNS[layout];
  const own = new TableRow({ cantSplit: true, children: columns.map((column) => cell(column.texts(row), column, styleOf(row))) });
  const below = layout === 'decree' ? [...row.lines, ...row.notes.filter(isNote)].map((line) => new TableRow({ cantSplit: true, children: columns.map((column) => cell(column === columns[1] ? [decreed(line)] : [''], column, {})) })) : [];
  return [own, ...below];
}

/** A decision leaves the word for points out behind a colon. */
const decreed = (line: string): string => line.replace(/(: \d[\d.]*(?:,\d+)?) điểm(?=;|$)/gu, '$1');

function headOf(layout: WordLayout): TableRow {
  return new TableRow({ tableHeader: true, cantSplit: true, children: COLUMNS[layout].map((column) => cell([column.head], { ...column, centred: true }, { bold: true })) });
}

const textAt = (document: unknown, path: string): string => {
  const value = fieldAt(document, path);
  return typeof value === 'string' ? value : '';
};

/** What stands above the table, and its rows. */
export interface PrintedSet {
  readonly title: string;
  readonly legalBasis: string;
  readonly rows: readonly PrintedRow[];
}

/** A set, or a draft of one, as it is printed. `names`: of agencies by code. */
export const printedSet = (document: unknown, names: ReadonlyMap<string, string>): PrintedSet => ({
  title: textAt(document, 'title'),
  legalBasis: textAt(document, 'legalBasis'),
  rows: printedRows(document, names),
});

/** A printed set as a Word document of the usual kind. */
export function wordDocument({ title, legalBasis, rows }: PrintedSet, layout: WordLayout): Promise<Buffer> {
  const table = new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: [headOf(layout), ...rows.flatMap((row) => rowsOf(row, layout))] });
  const basis = legalBasis === '' ? [] : [paragraph(`(${legalBasis})`, true, { italics: true })];
  const orientation = layout === 'annex' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  const page = { size: { orientation, width: 11_906, height: 16_838 }, margin: { top: 1134, bottom: 1134, left: 1134, right: 850 } };
  const footer = new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT], size: 22 })] })] });
  const styles = { default: { document: { run: { font: 'Times New Roman', size: SIZE } } } };
  const children = [paragraph(title, true, { bold: true, size: 28 }), ...basis, table];
  return Packer.toBuffer(new Document({ styles, sections: [{ properties: { page }, footers: { default: footer }, children }] }));
}
