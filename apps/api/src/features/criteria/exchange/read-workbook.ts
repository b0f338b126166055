import type { SheetError } from '@par-index/contract';
import exceljs, { type Cell, type CellFormulaValue, type Row, type Workbook, type Worksheet } from 'exceljs';
import { isModestWorkbook } from '../../../platform/files/modest-workbook';
import { type CellValue, folded, LONGEST_CELL } from './cell-text';
import type { Fields } from './fields';
import { readSet, type WorkbookTables } from './read-set';
import { lettersOf, Notes, type SheetRow, type SheetTable } from './sheet-rows';
import { CASE_COLUMNS, type Column, EXAMPLE_COLUMNS, GRADE_COLUMNS, LINE_COLUMNS, NODE_COLUMNS, SET_FIELDS, SHEETS } from './workbook-columns';

const { ValueType } = exceljs;

/** More than any set has. */
const MOST_ROWS = { nodes: 2000, lines: 10_000, cases: 2000, examples: 10_000, grades: 100, set: 100 } as const;
const MOST_ERRORS = 500;

export interface ReadWorkbook {
  /** Null as long as a cell is wrong. */
  readonly document: Fields | null;
  readonly errors: readonly SheetError[];
  readonly notes: Notes;
}

const whole = (detail: string): ReadWorkbook => ({ document: null, errors: [{ sheet: SHEETS.nodes, cell: 'A1', detail }], notes: new Notes() });

/** What a cell says, or why it can't be taken. Formulas are never evaluated, and their stored results never taken. */
function valueOf(cell: Cell): { readonly value: CellValue } | { readonly problem: string } {
  switch (cell.type) {
    case ValueType.Null:
      return { value: null };
    case ValueType.Number:
      return { value: cell.value as number };
    case ValueType.String:
    case ValueType.SharedString:
    case ValueType.RichText:
    case ValueType.Hyperlink:
      return textOf(cell.text);
    case ValueType.Formula:
      return { problem: `Ô chứa công thức «=${formulaOf(cell)}»; công thức không được tính. Hãy dán giá trị thay cho công thức.` };
    case ValueType.Date:
      return { problem: 'Excel đã đổi ô này thành ngày tháng. Hãy định dạng ô là chữ rồi nhập lại.' };
    case ValueType.Merge:
      return { problem: 'Ô bị gộp với ô khác. Hãy bỏ gộp ô.' };
    case ValueType.Boolean:
    case ValueType.Error:
      return { problem: 'Ô không phải là chữ hoặc số. Hãy nhập lại ô này.' };
    default:
      return { problem: 'Không đọc được ô này. Hãy nhập lại.' };
  }
}

function formulaOf(cell: Cell): string {
  const { formula, sharedFormula } = cell.value as CellFormulaValue & { readonly sharedFormula?: string };
  return String(formula ?? sharedFormula ?? '').slice(0, 60);
}

function textOf(text: unknown): { readonly value: CellValue } | { readonly problem: string } {
  const said = typeof text === 'string' ? text : '';
  if (said.length > LONGEST_CELL) {
    return { problem: 'Ô dài hơn mức Excel cho phép. Hãy rút ngắn.' };
  }
  return { value: said.trim() === '' ? null : said };
}

class SheetReader {
  constructor(
    private readonly sheet: Worksheet | undefined,
    private readonly name: string,
    private readonly notes: Notes,
  ) {}

  table(columns: readonly Column[], mostRows: number, need: 'needed' | 'optional'): SheetTable {
    if (this.sheet === undefined) {
      if (need === 'needed') {
        this.notes.refuse({ sheet: this.name, cell: 'A1' }, `Tệp thiếu trang «${this.name}». Hãy dùng tệp mẫu.`);
      }
      return { sheet: this.name, places: [], rows: [] };
    }
    const places = this.placesOf(this.sheet, columns);
    return places === null ? { sheet: this.name, places: [], rows: [] } : { sheet: this.name, places, rows: this.rows(this.sheet, places, mostRows) };
  }

  /** Where each column stands, by the words of the first row. */
  private placesOf(sheet: Worksheet, columns: readonly Column[]): readonly number[] | null {
    const heads = new Map<string, number>();
    sheet.getRow(1).eachCell((cell, column) => {
      const read = valueOf(cell);
      const key = 'value' in read ? folded(String(read.value ?? '')) : '';
      if (!heads.has(key)) {
        heads.set(key, column);
      }
    });
    const missing = columns.filter(({ head }) => !heads.has(folded(head)));
    missing.forEach(({ head }) => this.notes.refuse({ sheet: this.name, cell: 'A1' }, `Dòng đầu thiếu cột «${head}». Hãy dùng tệp mẫu.`));
    return missing.length > 0 ? null : columns.map(({ head }) => heads.get(folded(head)) ?? 0);
  }

  private rows(sheet: Worksheet, places: readonly number[], mostRows: number): readonly SheetRow[] {
    const rows: SheetRow[] = [];
    sheet.eachRow((row, number) => {
      const cells = number > 1 && rows.length <= mostRows ? this.cells(row, places) : [];
      if (cells.some((cell) => cell !== null)) {
        rows.push({ row: number, cells });
      }
    });
    if (rows.length > mostRows) {
      this.notes.refuse({ sheet: this.name, cell: `A${rows.at(-1)?.row ?? 1}` }, `Trang có hơn ${mostRows} dòng. Hãy bỏ bớt.`);
    }
    return rows.slice(0, mostRows);
  }

  private cells(row: Row, places: readonly number[]): readonly CellValue[] {
    return places.map((column) => {
      const read = valueOf(row.getCell(column));
      if ('value' in read) {
        return read.value;
      }
      this.notes.refuse({ sheet: this.name, cell: `${lettersOf(column)}${row.number}` }, read.problem);
      return null;
    });
  }
}

const SET_COLUMNS = [{ head: 'Mục' }, { head: 'Nội dung' }] as unknown as readonly Column[];

/** The rows of the set's own fields in our order; a field that has no row has no value. */
function inOrder(table: SheetTable, notes: Notes): SheetTable {
  const byHead = new Map(table.rows.map((row) => [folded(String(row.cells[0] ?? '')), row]));
  const known = new Set(SET_FIELDS.map(({ head }) => folded(head)));
  for (const row of table.rows.filter(({ cells }) => !known.has(folded(String(cells[0] ?? ''))))) {
    notes.refuse({ sheet: table.sheet, cell: `A${row.row}` }, `Không có mục «${String(row.cells[0] ?? '').slice(0, 60)}» của bộ tiêu chí. Hãy dùng tên mục của tệp mẫu.`);
  }
  return { ...table, rows: SET_FIELDS.map(({ head }) => byHead.get(folded(head)) ?? { row: 1, cells: [head, null] }) };
}

function tablesOf(workbook: Workbook, notes: Notes): WorkbookTables {
  const byName = new Map(workbook.worksheets.map((sheet) => [folded(sheet.name), sheet]));
  const of = (name: string): SheetReader => new SheetReader(byName.get(folded(name)), name, notes);
  return {
    set: inOrder(of(SHEETS.set).table(SET_COLUMNS, MOST_ROWS.set, 'needed'), notes),
    nodes: of(SHEETS.nodes).table(NODE_COLUMNS, MOST_ROWS.nodes, 'needed'),
    lines: of(SHEETS.lines).table(LINE_COLUMNS, MOST_ROWS.lines, 'needed'),
    cases: of(SHEETS.cases).table(CASE_COLUMNS, MOST_ROWS.cases, 'optional'),
    examples: of(SHEETS.examples).table(EXAMPLE_COLUMNS, MOST_ROWS.examples, 'optional'),
    grades: of(SHEETS.grades).table(GRADE_COLUMNS, MOST_ROWS.grades, 'optional'),
  };
}

const IGNORED = ['dataValidations', 'conditionalFormatting', 'drawing', 'picture', 'tableParts', 'hyperlinks', 'extLst', 'autoFilter'];

/** Reads the set that a workbook says. Nothing is evaluated; every wrong cell is told at once; an inspected file (`inspectOffice`) is expected. */
export async function readWorkbook(bytes: Buffer): Promise<ReadWorkbook> {
  if (!(await isModestWorkbook(bytes).catch(() => false))) {
    return whole('Tệp quá lớn: có quá nhiều dòng, ô gộp hoặc vùng đặt tên. Hãy chép nội dung sang một tệp mẫu mới.');
  }
  const workbook = new exceljs.Workbook();
  try {
    await workbook.xlsx.load(bytes as unknown as exceljs.Buffer, { ignoreNodes: IGNORED });
  } catch {
    return whole('Không mở được tệp. Hãy mở bằng Excel, lưu lại thành .xlsx rồi chọn lại.');
  }
  const notes = new Notes();
  const document = readSet(tablesOf(workbook, notes), notes);
  const errors = [...new Map(notes.errors.map((error) => [`${error.sheet}/${error.cell}/${error.detail}`, error])).values()];
  return { document: errors.length > 0 ? null : document, errors: errors.slice(0, MOST_ERRORS), notes };
}
