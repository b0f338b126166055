import type { SheetError } from '@par-index/contract';
import exceljs, { type Cell, type Worksheet } from 'exceljs';
import { isModestWorkbook } from '../../platform/files/modest-workbook';
import { officeTypeOfBytes } from '../../platform/files/office-type';
import { DomainError } from '../../platform/problem/domain-error';

export const MOST_LINES = 5000;
const MOST_UNPACKED = 25 * 1024 * 1024;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A row as it was written: texts without spaces around, a column each. */
export interface SheetLine {
  readonly row: number;
  readonly texts: readonly string[];
}

export interface SurveySheet {
  readonly sheet: string;
  readonly lines: readonly SheetLine[];
  readonly errors: readonly SheetError[];
}

/** In which row each key stands first; to find what is said twice. */
export function firstRows(lines: readonly SheetLine[], keyOf: (texts: readonly string[]) => string): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (const { row, texts } of lines) {
    const key = keyOf(texts);
    rows.set(key, Math.min(rows.get(key) ?? row, row));
  }
  return rows;
}

/** What is wrong with one cell; columns count from 0. */
export interface CellRefusal {
  readonly row: number;
  readonly column: number;
  readonly detail: string;
}

export const cellErrors = (sheet: string, refusals: readonly CellRefusal[]): readonly SheetError[] => refusals.map(({ row, column, detail }) => ({ sheet, cell: `${'ABCDEFGH'[column] ?? 'A'}${row}`, detail }));

const { ValueType } = exceljs;
const READABLE: ReadonlySet<number> = new Set([ValueType.String, ValueType.SharedString, ValueType.RichText, ValueType.Number, ValueType.Hyperlink]);

/** The first sheet of a workbook whose first row holds these columns. Refuses what is no workbook; what is wrong in one is told cell by cell. */
export async function readSheet(bytes: Buffer, columns: readonly string[]): Promise<SurveySheet> {
  const worksheet = await firstSheetOf(bytes);
  if (!worksheet) {
    return refused('Trang 1', 1, 'Tệp quá lớn: có quá nhiều dòng, ô gộp hoặc vùng đặt tên. Hãy chép danh sách sang một tệp mẫu mới.');
  }
  const sheet = worksheet.name;
  const heading = columns.flatMap((words, column) =>
    textOf(worksheet.getRow(1).getCell(column + 1)).text.toLocaleLowerCase('vi') === words.toLocaleLowerCase('vi') ? [] : [{ row: 1, column, detail: `Dòng đầu cần ghi «${words}» ở cột này. Hãy dùng tệp mẫu.` }],
  );
  if (heading.length > 0) {
    return { sheet, lines: [], errors: cellErrors(sheet, heading) };
  }
  if (worksheet.actualRowCount > MOST_LINES + 1) {
    return refused(sheet, MOST_LINES + 2, `Tệp có hơn ${MOST_LINES} dòng. Hãy tách thành nhiều tệp.`);
  }
  return linesOf(worksheet, columns.length);
}

function linesOf(worksheet: Worksheet, width: number): SurveySheet {
  const lines: SheetLine[] = [];
  const refusals: CellRefusal[] = [];
  worksheet.eachRow((line) => {
    const cells = Array.from({ length: width }, (_, column) => ({ column, ...textOf(line.getCell(column + 1)) }));
    if (line.number > 1 && cells.some(({ text, problem }) => text !== '' || problem !== null)) {
      lines.push({ row: line.number, texts: cells.map(({ text }) => text) });
      refusals.push(...cells.flatMap(({ column, problem }) => (problem === null ? [] : [{ row: line.number, column, detail: problem }])));
    }
  });
  return lines.length === 0 ? refused(worksheet.name, 2, 'Tệp chưa có dòng nào. Hãy nhập từ dòng 2.') : { sheet: worksheet.name, lines, errors: cellErrors(worksheet.name, refusals) };
}

const refused = (sheet: string, row: number, detail: string): SurveySheet => ({ sheet, lines: [], errors: cellErrors(sheet, [{ row, column: 0, detail }]) });

/** Formulas are never evaluated, and their stored results never taken. */
function textOf(cell: Cell): { readonly text: string; readonly problem: string | null } {
  if (cell.type === ValueType.Null) {
    return { text: '', problem: null };
  }
  if (cell.type === ValueType.Formula) {
    return { text: '', problem: 'Ô chứa công thức. Hãy dán giá trị thay cho công thức.' };
  }
  const readable = READABLE.has(cell.type);
  return { text: readable ? cell.text.trim() : '', problem: readable ? null : 'Ô không phải là chữ hoặc số. Hãy nhập lại ô này.' };
}

const noWorkbook = (): never => {
  throw new DomainError('request.media-type');
};

/** Null for one that is too large to be opened. */
async function firstSheetOf(bytes: Buffer): Promise<Worksheet | null> {
  if ((await officeTypeOfBytes(bytes, MOST_UNPACKED)) !== XLSX) {
    return noWorkbook();
  }
  if (!(await isModestWorkbook(bytes).catch(noWorkbook))) {
    return null;
  }
  const workbook = new exceljs.Workbook();
  const ignoreNodes = ['dataValidations', 'conditionalFormatting', 'drawing', 'picture', 'tableParts', 'hyperlinks', 'extLst'];
  await workbook.xlsx.load(bytes as unknown as exceljs.Buffer, { ignoreNodes }).catch(noWorkbook);
  return workbook.worksheets[0] ?? noWorkbook();
}

/** A workbook to fill in, with the columns that the reader wants. */
export async function sheetTemplate(title: string, columns: readonly string[]): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map((header) => ({ header, width: 32, style: { numFmt: '@' } }));
  sheet.getRow(1).font = { bold: true };
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
