import type { SheetError } from '@par-index/contract';
import exceljs, { type Cell, type Row, type Worksheet } from 'exceljs';
import { isModestWorkbook } from '../../platform/files/modest-workbook';
import { officeTypeOfBytes } from '../../platform/files/office-type';
import { DomainError } from '../../platform/problem/domain-error';

export const MOST_ROWS = 1000;
const MOST_UNPACKED = 25 * 1024 * 1024;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The columns of the workbook, in their order. The first row holds these words; a sheet without the last column is taken as well. */
export const COLUMNS = ['Tên đăng nhập', 'Họ và tên', 'Vai trò', 'Mã cơ quan', 'Thư điện tử'] as const;
export type Column = 0 | 1 | 2 | 3 | 4;

const EMAIL: Column = 4;
const EVERY_COLUMN: readonly Column[] = [0, 1, 2, 3, EMAIL];

/** A row of people as it was written: texts without spaces around. */
export interface SheetRow {
  readonly row: number;
  readonly texts: readonly [userName: string, fullName: string, role: string, agencyCode: string, email: string];
}

export interface UserSheet {
  readonly sheet: string;
  readonly rows: readonly SheetRow[];
  readonly errors: readonly SheetError[];
}

/** `B7`: the address of a cell. */
export const cellName = (column: Column, row: number): string => `${'ABCDE'[column]}${row}`;

const { ValueType } = exceljs;
const READABLE: ReadonlySet<number> = new Set([ValueType.String, ValueType.SharedString, ValueType.RichText, ValueType.Number, ValueType.Hyperlink]);

/** What a cell says, or what is wrong with it. Formulas are never evaluated, and their stored results never taken. */
function textOf(cell: Cell): { readonly text: string; readonly problem: string | null } {
  if (cell.type === ValueType.Null || cell.type === ValueType.Merge) {
    return { text: '', problem: cell.type === ValueType.Merge ? 'Ô bị gộp với ô khác. Hãy bỏ gộp ô.' : null };
  }
  if (cell.type === ValueType.Formula) {
    return { text: '', problem: 'Ô chứa công thức. Hãy dán giá trị thay cho công thức.' };
  }
  const readable = READABLE.has(cell.type);
  return { text: readable ? cell.text.trim() : '', problem: readable ? null : 'Ô không phải là chữ. Hãy nhập lại ô này dưới dạng chữ.' };
}

function readRow(worksheet: Worksheet, line: Row, columns: readonly Column[] = EVERY_COLUMN): { readonly row: SheetRow; readonly errors: readonly SheetError[] } {
  const cells = columns.map((column) => ({ column, ...textOf(line.getCell(column + 1)) }));
  const errors = cells.flatMap(({ column, problem }) =>
    problem === null ? [] : [{ sheet: worksheet.name, cell: cellName(column, line.number), detail: problem }],
  );
  const [userName = '', fullName = '', role = '', agencyCode = '', email = ''] = cells.map(({ text }) => text);
  return { row: { row: line.number, texts: [userName, fullName, role, agencyCode, email] }, errors };
}

const hasHeading = (worksheet: Worksheet, column: Column): boolean => textOf(worksheet.getRow(1).getCell(column + 1)).text !== '';

const isEmpty = ({ texts }: SheetRow): boolean => texts.every((text) => text === '');

function headingErrors(worksheet: Worksheet): readonly SheetError[] {
  const { row } = readRow(worksheet, worksheet.getRow(1));
  return COLUMNS.flatMap((words, index) => {
    const column = index as Column;
    const isLeftOut = column === EMAIL && !hasHeading(worksheet, EMAIL);
    const wrong = !isLeftOut && row.texts[column].toLocaleLowerCase('vi') !== words.toLocaleLowerCase('vi');
    return wrong ? [{ sheet: worksheet.name, cell: cellName(column, 1), detail: `Dòng đầu cần ghi «${words}» ở cột này. Hãy dùng tệp mẫu.` }] : [];
  });
}

const noWorkbook = (): never => {
  throw new DomainError('request.media-type');
};

/** Refuses what is no workbook, or not what it says; null for one that is too large to be opened. */
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

const TOO_LARGE: UserSheet = {
  sheet: 'Tài khoản',
  rows: [],
  errors: [{ sheet: 'Tài khoản', cell: 'A1', detail: 'Tệp quá lớn: có quá nhiều dòng, ô gộp hoặc vùng đặt tên. Hãy chép danh sách sang một tệp mẫu mới.' }],
};

/** Reads the people on the first sheet of a workbook. Refuses what is no workbook; what is wrong in one is told cell by cell. */
export async function readUserSheet(bytes: Buffer): Promise<UserSheet> {
  const worksheet = await firstSheetOf(bytes);
  if (!worksheet) {
    return TOO_LARGE;
  }
  const sheet = worksheet.name;
  const headings = headingErrors(worksheet);
  if (headings.length > 0) {
    return { sheet, rows: [], errors: headings };
  }
  if (worksheet.actualRowCount > MOST_ROWS + 1) {
    const detail = `Tệp có hơn ${MOST_ROWS} dòng. Hãy tách thành nhiều tệp.`;
    return { sheet, rows: [], errors: [{ sheet, cell: cellName(0, MOST_ROWS + 2), detail }] };
  }
  const columns = EVERY_COLUMN.filter((column) => column !== EMAIL || hasHeading(worksheet, EMAIL));
  const read: ReturnType<typeof readRow>[] = [];
  worksheet.eachRow((line) => void (line.number > 1 && read.push(readRow(worksheet, line, columns))));
  const errors = read.flatMap((one) => one.errors);
  const rows = read.map(({ row }) => row).filter((row) => !isEmpty(row));
  const nothing = rows.length === 0 && errors.length === 0;
  return { sheet, rows, errors: nothing ? [{ sheet, cell: cellName(0, 2), detail: 'Tệp chưa có dòng nào. Hãy nhập từ dòng 2.' }] : errors };
}
