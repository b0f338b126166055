import type { Alignment, Border, Borders, Cell, Font, Worksheet } from 'exceljs';

/** The letterhead of a Vietnamese official document (Nghị định 30/2020/NĐ-CP), above a table. */
export interface Letterhead {
  /** The body above the issuer, such as «UBND TỈNH TUYÊN QUANG». */
  readonly parent: string;
  readonly issuer: string;
  readonly province: string;
  readonly title: string;
  readonly subtitles: readonly string[];
}

/** Figures as Vietnamese readers write them: a comma before the decimals, points between thousands. */
export const POINTS_FORMAT = '[$-42A]#,##0.00##';

const FONT_NAME = 'Times New Roman';
const THIN: Partial<Border> = { style: 'thin', color: { argb: 'FF000000' } };
export const BOX: Partial<Borders> = { top: THIN, left: THIN, bottom: THIN, right: THIN };
const CENTRED: Partial<Alignment> = { horizontal: 'center', vertical: 'middle', wrapText: true };

/** A4 landscape, as wide as the paper, the table's head on every page, page numbers below. `headRows` are the first and last row of the head. */
export function setUpPage(sheet: Worksheet, headRows: readonly [number, number], frozenColumns: number): void {
  const [first, last] = headRows;
  Object.assign(sheet.pageSetup, {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: { left: 0.5, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    printTitlesRow: `${first}:${last}`,
  });
  Object.assign(sheet.headerFooter, { oddFooter: '&C&"Times New Roman,Regular"&10Trang &P/&N' });
  Object.assign(sheet, { views: [{ state: 'frozen', xSplit: frozenColumns, ySplit: last, showGridLines: false }] });
}

/**
 * Writes text that came from a person. It is stored as text, so that no program computes it: a text cell is never a formula. Control
 * characters that XML has no place for are left out, and 32,767 characters is what one cell holds.
 */
export function setText(cell: Cell, text: string): Cell {
  // eslint would see control characters in a literal pattern: they are named by their numbers here
  const readable = [...text].filter((character) => isXmlCharacter(character.codePointAt(0) ?? 0)).join('');
  Object.assign(cell, { value: readable.slice(0, LONGEST_TEXT), numFmt: '@' });
  return cell;
}

const LONGEST_TEXT = 32_767;
const isXmlCharacter = (code: number): boolean => code >= 32 ? code !== 0xfffe && code !== 0xffff && !(code >= 0xd800 && code <= 0xdfff) : code === 9 || code === 10 || code === 13;

/** Writes points, a percent or a count; null leaves the cell empty. */
export function setFigure(cell: Cell, figure: number | null, format: string = POINTS_FORMAT): Cell {
  Object.assign(cell, { value: figure, numFmt: format });
  return cell;
}

export interface CellStyle {
  readonly font?: Partial<Font>;
  readonly alignment?: Partial<Alignment>;
  readonly boxed?: true;
}

export function setStyle(cell: Cell, { font = {}, alignment = {}, boxed }: CellStyle): void {
  Object.assign(cell, { font: { name: FONT_NAME, size: 11, ...font }, alignment: { vertical: 'top', wrapText: true, ...alignment } });
  if (boxed) {
    Object.assign(cell, { border: BOX });
  }
}

/** Merges `range` and writes into it, centred. */
export function writeMerged(sheet: Worksheet, range: string, text: string, style: CellStyle = {}): void {
  sheet.mergeCells(range);
  const cell = sheet.getCell(range.slice(0, range.indexOf(':')));
  setText(cell, text);
  setStyle(cell, { ...style, alignment: { ...CENTRED, ...style.alignment } });
}

/** Writes the letterhead above a table of `columns` columns and says which row is the first one below it. */
export function writeLetterhead(sheet: Worksheet, columns: number, letterhead: Letterhead): number {
  const last = sheet.getColumn(columns).letter;
  const half = Math.max(2, Math.floor(columns / 2) - 1);
  const [left, right] = [sheet.getColumn(half).letter, sheet.getColumn(half + 1).letter];
  writeMerged(sheet, `A1:${left}1`, letterhead.parent.toLocaleUpperCase('vi'), { font: { size: 12 } });
  writeMerged(sheet, `${right}1:${last}1`, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { font: { size: 12, bold: true } });
  writeMerged(sheet, `A2:${left}2`, letterhead.issuer.toLocaleUpperCase('vi'), { font: { size: 12, bold: true } });
  writeMerged(sheet, `${right}2:${last}2`, 'Độc lập - Tự do - Hạnh phúc', { font: { size: 13, bold: true, underline: true } });
  writeMerged(sheet, `A3:${left}3`, 'Số:        /BC-', { font: { size: 12 } });
  writeMerged(sheet, `${right}3:${last}3`, `${letterhead.province}, ngày      tháng      năm`, { font: { size: 12, italic: true } });
  writeMerged(sheet, `A5:${last}5`, letterhead.title.toLocaleUpperCase('vi'), { font: { size: 14, bold: true } });
  letterhead.subtitles.forEach((subtitle, index) => writeMerged(sheet, `A${6 + index}:${last}${6 + index}`, subtitle, { font: { size: 12, italic: true } }));
  return 7 + letterhead.subtitles.length;
}

/** Who signs, left to right, below the table, with room for signature and seal. */
export function writeSignatures(sheet: Worksheet, row: number, columns: number, signers: readonly string[]): void {
  const width = Math.floor(columns / signers.length);
  signers.forEach((signer, index) => {
    const from = sheet.getColumn(index * width + 1).letter;
    const to = sheet.getColumn(index === signers.length - 1 ? columns : (index + 1) * width).letter;
    writeMerged(sheet, `${from}${row}:${to}${row}`, signer.toLocaleUpperCase('vi'), { font: { size: 12, bold: true } });
    writeMerged(sheet, `${from}${row + 1}:${to}${row + 1}`, '(Ký, ghi rõ họ tên)', { font: { size: 11, italic: true } });
  });
}
