import { type Layer, LAYERS } from '@par-index/contract';
import exceljs, { type Cell, type Workbook, type Worksheet } from 'exceljs';
import { type Letterhead, setFigure, setStyle, setText, setUpPage, writeLetterhead, writeMerged, writeSignatures } from './printed-page';

/** A number of points, a word in its place («chờ tổng hợp», «không áp dụng»), or nothing. */
export type Figure = number | string | null;


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
  readonly layers: Readonly<Record<Layer, Figure>>;
  readonly remark: string;
}

/** What the columns of points add up to; null where the reader sees no points of that column. */
export interface ReportTotals {
  readonly max: number;
  readonly self: number | null;
  readonly layers: Readonly<Record<Layer, number | null>>;
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

const LAYER_HEADS: Readonly<Record<Layer, string>> = { 'base': 'Số liệu gốc', 'appraisal-1': 'Lần 1', 'appraisal-2': 'Lần 2', 'council': 'Hội đồng' };

/** The columns that officers know. The four layers of a criterion stand under one head. */
const COLUMNS: readonly Column[] = [
  { head: 'STT', width: 7, align: 'left', of: ({ code }) => code },
  { head: 'Tiêu chí, tiêu chí thành phần', width: 34, align: 'left', of: ({ title }) => title },
  { head: 'Điểm tối đa', width: 8, align: 'right', of: ({ max }) => max },
  { head: 'Số liệu kê khai', width: 26, align: 'left', of: ({ declared }) => declared },
  { head: 'Cách tính điểm', width: 34, align: 'left', of: ({ rule }) => rule },
  { head: 'Tài liệu kiểm chứng', width: 30, align: 'left', of: ({ evidence }) => evidence },
  { head: 'Điểm tự đánh giá', width: 9, align: 'right', of: ({ self }) => self },
  ...LAYERS.map((layer) => ({ head: LAYER_HEADS[layer], width: 9, align: 'right' as const, of: ({ layers }: ReportLine) => layers[layer] })),
  { head: 'Lý do chênh lệch', width: 30, align: 'left', of: ({ remark }) => remark },
];

const columnOf = (head: string): number => COLUMNS.findIndex((column) => column.head === head) + 1;
const APPRAISED_FROM = columnOf(LAYER_HEADS.base);
const APPRAISED_TO = columnOf(LAYER_HEADS.council);
const HEAD_ROWS = 2;

/** One agency's full sheet with all layers: the printable report of self-assessment, to be signed. */
export function sheetWorkbook({ letterhead, lines, totals, signers }: SheetReport): Workbook {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet('Phiếu chấm điểm');
  COLUMNS.forEach(({ width }, index) => Object.assign(sheet.getColumn(index + 1), { width }));
  const head = writeLetterhead(sheet, COLUMNS.length, letterhead);
  writeHead(sheet, head);
  setUpPage(sheet, [head, head + HEAD_ROWS - 1], 2);
  const first = head + HEAD_ROWS;
  lines.forEach((line, index) => writeLine(sheet, first + index, line));
  writeTotals(sheet, first + lines.length, totals);
  writeSignatures(sheet, first + lines.length + 2, COLUMNS.length, signers);
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
    writeFigure(cell, figure);
    const indent = index === 1 ? { indent: line.depth } : {};
    const isWord = align === 'right' && typeof figure === 'string';
    setStyle(cell, { font: fontOf(line), alignment: { horizontal: isWord ? 'center' : align, ...indent }, boxed: true });
  });
}

function writeFigure(cell: Cell, figure: Figure): void {
  if (typeof figure === 'string') {
    setText(cell, figure);
  } else {
    setFigure(cell, figure);
  }
}

const fontOf = ({ leaf, depth }: ReportLine) => (leaf ? {} : { bold: true, italic: depth > 0 });

function writeTotals(sheet: Worksheet, row: number, { max, self, layers }: ReportTotals): void {
  const figures = new Map<number, number | null>([
    [columnOf('Điểm tối đa'), max],
    [columnOf('Điểm tự đánh giá'), self],
    ...LAYERS.map((layer): [number, number | null] => [columnOf(LAYER_HEADS[layer]), layers[layer]]),
  ]);
  COLUMNS.forEach((_, index) => {
    const cell = sheet.getCell(row, index + 1);
    writeFigure(cell, figures.get(index + 1) ?? null);
    setStyle(cell, { font: { bold: true }, alignment: { horizontal: 'right' }, boxed: true });
  });
  setText(sheet.getCell(row, 2), 'TỔNG ĐIỂM (chưa gồm điểm thưởng, điểm trừ)');
}
