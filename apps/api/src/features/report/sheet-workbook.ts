import { Workbook, type Worksheet } from 'exceljs';
import { type Letterhead, setFigure, setStyle, setText, setUpPage, writeLetterhead, writeMerged, writeSignatures } from './printed-page';

/** A number of points, a word in its place («chờ tổng hợp», «không áp dụng»), or nothing. */
export type Figure = number | string | null;

export const APPRAISALS = ['appraisal-1', 'appraisal-2', 'council'] as const;
export type AppraisalColumn = (typeof APPRAISALS)[number];

/** One line of the printed report, parents included, in document order. */
export interface ReportLine {
  readonly code: string;
  readonly title: string;
  /** 0 for a field of work. */
  readonly depth: number;
  readonly leaf: boolean;
  readonly max: number;
  readonly declared: string;
  readonly rule: string;
  readonly evidence: string;
  readonly self: Figure;
  readonly appraised: Readonly<Record<AppraisalColumn, Figure>>;
  readonly remark: string;
}

/** Points and, below them, the index in percent, under each column of points. */
export interface ReportTotals {
  readonly max: number;
  readonly self: { readonly points: number; readonly index: number | null };
  readonly appraised: Readonly<Record<AppraisalColumn, { readonly points: number; readonly index: number | null } | null>>;
}

export interface SheetReport {
  readonly letterhead: Letterhead;
  readonly lines: readonly ReportLine[];
  readonly totals: ReportTotals;
  readonly signers: readonly string[];
}

interface Column {
  readonly head: string;
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
  readonly of: (line: ReportLine) => Figure;
}

/** The columns that officers know. The three of the appraisal stand under one head. */
const COLUMNS: readonly Column[] = [
  { head: 'STT', width: 7, align: 'left', of: ({ code }) => code },
  { head: 'Tiêu chí, tiêu chí thành phần', width: 34, align: 'left', of: ({ title }) => title },
  { head: 'Điểm tối đa', width: 8, align: 'right', of: ({ max }) => max },
  { head: 'Số liệu kê khai', width: 26, align: 'left', of: ({ declared }) => declared },
  { head: 'Cách tính điểm', width: 34, align: 'left', of: ({ rule }) => rule },
  { head: 'Tài liệu kiểm chứng', width: 30, align: 'left', of: ({ evidence }) => evidence },
  { head: 'Điểm tự đánh giá', width: 9, align: 'right', of: ({ self }) => self },
  { head: 'Lần 1', width: 9, align: 'right', of: ({ appraised }) => appraised['appraisal-1'] },
  { head: 'Lần 2', width: 9, align: 'right', of: ({ appraised }) => appraised['appraisal-2'] },
  { head: 'Hội đồng', width: 9, align: 'right', of: ({ appraised }) => appraised.council },
  { head: 'Lý do chênh lệch', width: 30, align: 'left', of: ({ remark }) => remark },
];

const APPRAISED_FROM = COLUMNS.findIndex(({ head }) => head === 'Lần 1') + 1;
const APPRAISED_TO = APPRAISED_FROM + APPRAISALS.length - 1;
const SELF = APPRAISED_FROM - 1;
const MAX = COLUMNS.findIndex(({ head }) => head === 'Điểm tối đa') + 1;
const HEAD_ROWS = 2;

/** One agency's full sheet with all layers: the printable report of self-assessment, to be signed. */
export function sheetWorkbook({ letterhead, lines, totals, signers }: SheetReport): Workbook {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet('Phiếu chấm điểm');
  COLUMNS.forEach(({ width }, index) => Object.assign(sheet.getColumn(index + 1), { width }));
  const head = writeLetterhead(sheet, COLUMNS.length, letterhead);
  writeHead(sheet, head);
  setUpPage(sheet, [head, head + HEAD_ROWS - 1], 2);
  const first = head + HEAD_ROWS;
  lines.forEach((line, index) => writeLine(sheet, first + index, line));
  writeTotals(sheet, first + lines.length, totals);
  writeSignatures(sheet, first + lines.length + 3, COLUMNS.length, signers);
  return workbook;
}

function writeHead(sheet: Worksheet, top: number): void {
  const style = { font: { bold: true }, boxed: true } as const;
  const at = (column: number, row: number) => `${sheet.getColumn(column).letter}${row}`;
  writeMerged(sheet, `${at(APPRAISED_FROM, top)}:${at(APPRAISED_TO, top)}`, 'Điểm thẩm định', style);
  COLUMNS.forEach(({ head }, index) => {
    const column = index + 1;
    if (column >= APPRAISED_FROM && column <= APPRAISED_TO) {
      const cell = setText(sheet.getCell(top + 1, column), head);
      setStyle(cell, { ...style, alignment: { horizontal: 'center', vertical: 'middle' } });
    } else {
      writeMerged(sheet, `${at(column, top)}:${at(column, top + 1)}`, head, style);
    }
  });
}

function writeLine(sheet: Worksheet, row: number, line: ReportLine): void {
  COLUMNS.forEach(({ align, of }, index) => {
    const cell = sheet.getCell(row, index + 1);
    const figure = of(line);
    writeFigure(sheet, [row, index + 1], figure);
    const indent = index === 1 ? { indent: line.depth } : {};
    const isWord = align === 'right' && typeof figure === 'string';
    setStyle(cell, { font: fontOf(line), alignment: { horizontal: isWord ? 'center' : align, ...indent }, boxed: true });
  });
}

function writeFigure(sheet: Worksheet, [row, column]: readonly [number, number], figure: Figure): void {
  const cell = sheet.getCell(row, column);
  if (typeof figure === 'string') {
    setText(cell, figure);
  } else {
    setFigure(cell, figure);
  }
}

const fontOf = ({ leaf, depth }: ReportLine) => (leaf ? {} : { bold: true, italic: depth > 0 });

function writeTotals(sheet: Worksheet, top: number, { max, self, appraised }: ReportTotals): void {
  writeTotal(sheet, top, 'TỔNG ĐIỂM', [max, self.points, ...APPRAISALS.map((layer) => appraised[layer]?.points ?? null)]);
  writeTotal(sheet, top + 1, 'CHỈ SỐ (%)', [null, self.index, ...APPRAISALS.map((layer) => appraised[layer]?.index ?? null)]);
}

/** `figures` stand under: the maximum, the own points, and each appraisal. */
function writeTotal(sheet: Worksheet, row: number, label: string, figures: readonly Figure[]): void {
  const places = [MAX, SELF, ...APPRAISALS.map((_, index) => APPRAISED_FROM + index)];
  COLUMNS.forEach((_, index) => setStyle(sheet.getCell(row, index + 1), { font: { bold: true }, alignment: { horizontal: 'right' }, boxed: true }));
  setStyle(setText(sheet.getCell(row, 2), label), { font: { bold: true }, boxed: true });
  places.forEach((column, index) => writeFigure(sheet, [row, column], figures[index] ?? null));
}
