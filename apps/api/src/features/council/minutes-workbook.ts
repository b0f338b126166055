import exceljs, { type Cell, type Workbook, type Worksheet } from 'exceljs';
import { type MinutesContent, type MinutesItem, type MinutesProposal, ORIGIN_WORDS, OUTCOME_WORDS, proposalWords, soundText, STATE_WORDS } from './minutes-content';

type Value = number | string | null;

interface Line {
  readonly number: number;
  readonly item: MinutesItem;
  readonly proposal: MinutesProposal | null;
}

interface Column {
  readonly head: string;
  readonly width: number;
  readonly of: (line: Line) => Value;
}

const WHOLE = '0';
const POINTS = '[$-42A]#,##0.00##';
const LONGEST_TEXT = 32_767;
const WHOLE_HEADS: ReadonlySet<string> = new Set(['TT', 'Số người được biểu quyết', 'Đã biểu quyết', 'Số phiếu']);

const COLUMNS: readonly Column[] = [
  { head: 'TT', width: 6, of: ({ number }) => number },
  { head: 'Cơ quan, đơn vị', width: 30, of: ({ item }) => item.agency },
  { head: 'Mã tiêu chí', width: 12, of: ({ item }) => item.code },
  { head: 'Tiêu chí', width: 44, of: ({ item }) => item.title },
  { head: 'Nguồn', width: 24, of: ({ item }) => ORIGIN_WORDS[item.origin] },
  { head: 'Trạng thái', width: 16, of: ({ item }) => STATE_WORDS[item.state] },
  { head: 'Số người được biểu quyết', width: 12, of: ({ item }) => item.entitled },
  { head: 'Đã biểu quyết', width: 10, of: ({ item }) => item.cast },
  { head: 'Phương án', width: 32, of: ({ proposal }) => proposal && proposalWords(proposal) },
  { head: 'Điểm của phương án', width: 12, of: ({ proposal }) => proposal?.points ?? null },
  { head: 'Lý do của phương án', width: 32, of: ({ proposal }) => proposal?.reason ?? '' },
  { head: 'Số phiếu', width: 10, of: ({ proposal }) => proposal?.votes ?? null },
  { head: 'Được thông qua', width: 12, of: ({ proposal }) => (proposal?.carried ? 'x' : '') },
  { head: 'Kết luận', width: 36, of: ({ item }) => item.outcome && OUTCOME_WORDS[item.outcome] },
  { head: 'Lý do của Chủ tịch', width: 32, of: ({ item }) => item.chairReason },
  { head: 'Điểm sau kết luận', width: 12, of: ({ item }) => item.points },
];

/** One line for each proposal, so that the figures can be filtered and summed. */
export function minutesWorkbook({ items, members }: MinutesContent): Workbook {
  const workbook = new exceljs.Workbook();
  writeTable(workbook.addWorksheet('Nội dung'), COLUMNS, items.flatMap(linesOf));
  writeTable(workbook.addWorksheet('Thành phần'), MEMBER_COLUMNS, members.map((member, index) => ({ ...member, number: index + 1 })));
  return workbook;
}

interface TableColumn<T> {
  readonly head: string;
  readonly width: number;
  readonly of: (line: T) => Value;
}

const MEMBER_COLUMNS: readonly TableColumn<MinutesContent['members'][number] & { readonly number: number }>[] = [
  { head: 'TT', width: 6, of: ({ number }) => number },
  { head: 'Họ và tên', width: 30, of: ({ name }) => name },
  { head: 'Vai trò', width: 20, of: ({ isChair }) => (isChair ? 'Chủ tịch Hội đồng' : 'Thành viên') },
  { head: 'Cơ quan, đơn vị', width: 36, of: ({ agency }) => agency },
];

function linesOf(item: MinutesItem, index: number): readonly Line[] {
  const proposals = item.proposals.length === 0 ? [null] : item.proposals;
  return proposals.map((proposal) => ({ number: index + 1, item, proposal }));
}

function writeTable<T>(sheet: Worksheet, columns: readonly TableColumn<T>[], lines: readonly T[]): void {
  columns.forEach(({ head, width }, index) => {
    Object.assign(sheet.getColumn(index + 1), { width });
    write(sheet.getCell(1, index + 1), head, WHOLE, { bold: true });
  });
  lines.forEach((line, row) => columns.forEach(({ head, of }, index) => write(sheet.getCell(row + 2, index + 1), of(line), WHOLE_HEADS.has(head) ? WHOLE : POINTS)));
  Object.assign(sheet, { views: [{ state: 'frozen', ySplit: 1 }] });
  Object.assign(sheet.pageSetup, { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:1' });
}

/** Text is stored as text, so that no program computes it; a figure is stored as a number. */
function write(cell: Cell, value: Value, format: string, font: { readonly bold?: true } = {}): void {
  const stored = typeof value === 'string' ? { value: soundText(value).slice(0, LONGEST_TEXT), numFmt: '@' } : { value, numFmt: format };
  const border = { style: 'thin' } as const;
  Object.assign(cell, {
    ...stored,
    font: { name: 'Times New Roman', size: 12, ...font },
    alignment: { vertical: 'top', wrapText: true },
    border: { top: border, left: border, bottom: border, right: border },
  });
}
