import type { FieldHead, GroupResultView, PredecessorResult, ResultRow } from '@par-index/contract';
import { formatNumber, type NodeResult } from '@par-index/scoring';
import exceljs, { type Workbook, type Worksheet } from 'exceljs';
import { type Letterhead, setFigure, setStyle, setText, setUpPage, writeLetterhead, writeMerged, writeSignatures } from './printed-page';

export interface RankingReport {
  readonly result: GroupResultView;
  readonly letterhead: Letterhead;
  /** Names of the offices that sign, left to right. */
  readonly signers: readonly string[];
}

type Figure = number | string | null;

interface Column {
  readonly head: string;
  readonly width: number;
  readonly figureOf: (row: ResultRow) => Figure;
  readonly text?: true;
}

const WHOLE = '0';
const NOT_APPLICABLE = '–';
const HEAD_ROWS = 3;

const FIRST: readonly Column[] = [
  { head: 'Xếp hạng', width: 7, figureOf: ({ rank }) => rank },
  { head: 'Cơ quan, đơn vị', width: 30, figureOf: ({ agency }) => agency.name, text: true },
];

const LAST: readonly Column[] = [
  { head: 'Điểm tự đánh giá được công nhận', width: 10, figureOf: ({ selfPoints }) => selfPoints },
  { head: 'Điểm điều tra xã hội học', width: 10, figureOf: ({ surveyPoints }) => surveyPoints },
  { head: 'Điểm thưởng', width: 8, figureOf: ({ bonus }) => bonus },
  { head: 'Điểm trừ', width: 8, figureOf: ({ penalty }) => penalty },
  { head: 'Tổng điểm (chưa gồm thưởng, trừ)', width: 10, figureOf: ({ points }) => points },
  { head: 'Điểm tối đa áp dụng', width: 9, figureOf: ({ applicableMax }) => applicableMax },
  { head: 'Chỉ số (%)', width: 9, figureOf: ({ index }) => index },
  { head: 'Xếp loại', width: 10, figureOf: ({ grade }) => grade ?? '', text: true },
  { head: 'Chỉ số năm trước (%)', width: 9, figureOf: ({ previousIndex }) => previousIndex },
  { head: 'Xếp hạng năm trước', width: 8, figureOf: ({ previousRank }) => previousRank },
];

/** The agencies that one came from, each with its own result of the year before: nothing is summed over a merge. As the page shows them. */
const LINEAGE: Column = { head: 'Trước khi sắp xếp, đổi tên: chỉ số (%), xếp hạng năm trước', width: 34, figureOf: ({ predecessors }) => predecessors.map(predecessorWords).join('; '), text: true };

const predecessorWords = ({ agency, index, rank }: PredecessorResult): string => `${agency.name} (${formatNumber(index, { decimals: 2 })}, hạng ${rank})`;

const lastOf = ({ rows }: GroupResultView): readonly Column[] => (rows.some(({ predecessors }) => predecessors.length > 0) ? [...LAST, LINEAGE] : LAST);

const RANKS: ReadonlySet<string> = new Set(['Xếp hạng', 'Xếp hạng năm trước']);

/** The ranking of one group with a column for each field, laid out as the annex of a decision. */
export function rankingWorkbook({ result, letterhead, signers }: RankingReport): Workbook {
  const fields = result.fields.filter(({ section }) => section === 'scored');
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet('Xếp hạng');
  const last = lastOf(result);
  const columns = [...FIRST, ...fields.map(fieldColumn), ...last];
  columns.forEach(({ width }, index) => Object.assign(sheet.getColumn(index + 1), { width }));
  const head = writeLetterhead(sheet, columns.length, letterhead);
  writeHead(sheet, head, { fields, last });
  setUpPage(sheet, [head, head + HEAD_ROWS - 1], FIRST.length);
  result.rows.forEach((row, index) => writeRow(sheet, head + HEAD_ROWS + index, columns, row));
  const below = writeSummary(sheet, head + HEAD_ROWS + result.rows.length + 1, result);
  writeSignatures(sheet, below + 1, columns.length, signers);
  return workbook;
}

function fieldColumn({ code, title }: FieldHead): Column {
  return { head: `${code}. ${title}`, width: 11, figureOf: (row) => nodeFigure(row.fields[code]) };
}

const nodeFigure = (node: NodeResult | undefined): Figure => (node === undefined || 'excluded' in node ? NOT_APPLICABLE : node.points);

/** One merged head over the fields, their names below it and their maxima below those; every other column merged downwards. */
function writeHead(sheet: Worksheet, top: number, { fields, last }: { readonly fields: readonly FieldHead[]; readonly last: readonly Column[] }): void {
  const style = { font: { bold: true }, boxed: true } as const;
  const bottom = top + HEAD_ROWS - 1;
  const whole = (column: number, head: string) => writeMerged(sheet, `${at(sheet, column, top)}:${at(sheet, column, bottom)}`, head, style);
  FIRST.forEach(({ head }, index) => whole(index + 1, head));
  last.forEach(({ head }, index) => whole(FIRST.length + fields.length + index + 1, head));
  if (fields.length > 0) {
    writeMerged(sheet, `${at(sheet, FIRST.length + 1, top)}:${at(sheet, FIRST.length + fields.length, top)}`, 'Điểm theo lĩnh vực', style);
  }
  fields.forEach(({ code, title, max }, index) => {
    const column = FIRST.length + index + 1;
    const name = setText(sheet.getCell(top + 1, column), `${code}. ${title}`);
    setStyle(name, { ...style, alignment: { horizontal: 'center', vertical: 'middle' } });
    const most = setFigure(sheet.getCell(bottom, column), max);
    setStyle(most, { font: { italic: true }, alignment: { horizontal: 'center' }, boxed: true });
  });
  Object.assign(sheet.getRow(top + 1), { height: 90 });
}

const at = (sheet: Worksheet, column: number, row: number): string => `${sheet.getColumn(column).letter}${row}`;

function writeRow(sheet: Worksheet, number: number, columns: readonly Column[], row: ResultRow): void {
  columns.forEach(({ head, figureOf, text }, index) => {
    const cell = sheet.getCell(number, index + 1);
    const figure = figureOf(row);
    if (typeof figure === 'string') {
      setText(cell, figure);
    } else {
      setFigure(cell, figure, RANKS.has(head) ? WHOLE : undefined);
    }
    setStyle(cell, { alignment: { horizontal: text ? 'left' : figure === NOT_APPLICABLE || RANKS.has(head) ? 'center' : 'right' }, boxed: true });
  });
}

/** Label and figure side by side; says which row is the first one below. */
function writeSummary(sheet: Worksheet, top: number, { summary }: GroupResultView): number {
  const lines: readonly (readonly [string, number | null, string | undefined])[] = [
    ['Số cơ quan, đơn vị', summary.count, WHOLE],
    ['Chỉ số cao nhất (%)', summary.highest, undefined],
    ['Chỉ số thấp nhất (%)', summary.lowest, undefined],
    ['Chỉ số trung bình (%)', summary.mean, undefined],
    ...summary.grades.map(({ name, count }): [string, number, string] => [`Xếp loại ${name}`, count, WHOLE]),
  ];
  lines.forEach(([label, figure, format], index) => {
    setStyle(setText(sheet.getCell(top + index, 2), label), { font: { bold: true } });
    setStyle(setFigure(sheet.getCell(top + index, 3), figure, format), { alignment: { horizontal: 'right' } });
  });
  return top + lines.length;
}
