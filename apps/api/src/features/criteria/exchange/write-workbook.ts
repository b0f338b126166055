import exceljs, { type DataValidation, type Workbook, type Worksheet } from 'exceljs';
import type { CellValue } from './cell-text';
import { GUIDE } from './guide-sheet';
import type { SetTables } from './set-tables';
import { lettersOf } from './sheet-rows';
import { CASE_COLUMNS, type Column, EXAMPLE_COLUMNS, GRADE_COLUMNS, LINE_COLUMNS, NODE_COLUMNS, SET_FIELDS, SHEETS } from './workbook-columns';

/** What the province has, for the drop-downs. */
export interface OfferedLists {
  readonly agencies: readonly { readonly code: string; readonly name: string }[];
  readonly groups: readonly { readonly code: string; readonly name: string }[];
}

/** Rows below the last filled one that are formatted and offer their choices too. */
const SPARE_ROWS = 500;
const HEAD_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE3EAF4' } } as const;
const THIN = { style: 'thin', color: { argb: 'FFB8BEC8' } } as const;
const BOX = { top: THIN, left: THIN, bottom: THIN, right: THIN };
const FONT = { name: 'Times New Roman', size: 12 } as const;

/** Where a drop-down finds its choices. */
type Lists = ReadonlyMap<string, string>;

const keyOf = ({ offered, choices = [] }: Column): string => offered ?? choices.join('\n');

/** The sheet of the lists: a column for each, and by which address the drop-downs find it. */
function writeLists(sheet: Worksheet, columns: readonly Column[], { agencies, groups }: OfferedLists): Lists {
  const lists = new Map<string, string>();
  const named = (items: OfferedLists['agencies']): readonly (readonly [string, string])[] => items.map(({ code, name }) => [code, name]);
  let next = 1;
  const put = (key: string, head: string, rows: readonly (readonly string[])[]): void => {
    sheet.getCell(1, next).value = head;
    rows.forEach((row, index) => row.forEach((text, offset) => Object.assign(sheet.getCell(index + 2, next + offset), { value: text, numFmt: '@' })));
    const width = Math.max(1, ...rows.map((row) => row.length));
    Array.from({ length: width }, (_, offset) => Object.assign(sheet.getColumn(next + offset), { width: 30 }));
    lists.set(key, `'${SHEETS.lists}'!$${lettersOf(next)}$2:$${lettersOf(next)}$${Math.max(2, rows.length + 1)}`);
    next += width;
  };
  put('agencies', 'Cơ quan (mã, tên)', named(agencies));
  put('groups', 'Nhóm cơ quan (mã, tên)', named(groups));
  for (const column of columns) {
    if (column.choices && !lists.has(keyOf(column))) {
      put(keyOf(column), column.head, column.choices.map((word) => [word]));
    }
  }
  styleHead(sheet, 1);
  return lists;
}

/** Validation of a whole range at once: the types of the library leave it out. */
type WithValidations = Worksheet & { readonly dataValidations: { add(range: string, validation: DataValidation): void } };

function offer(sheet: Worksheet, range: string, list: string): void {
  (sheet as WithValidations).dataValidations.add(range, {
    type: 'list',
    allowBlank: true,
    formulae: [list],
    showErrorMessage: true,
    errorStyle: 'warning',
    errorTitle: 'Chưa có trong danh mục',
    error: 'Hãy chọn một mục trong danh sách.',
  });
}

function styleHead(sheet: Worksheet, row: number): void {
  sheet.getRow(row).eachCell((cell) =>
    Object.assign(cell, { font: { ...FONT, size: 11, bold: true }, fill: HEAD_FILL, border: BOX, alignment: { wrapText: true, vertical: 'middle', horizontal: 'center' } }),
  );
}

function setUpPrint(sheet: Worksheet, landscape: 'landscape' | 'portrait'): void {
  Object.assign(sheet.pageSetup, { paperSize: 9, orientation: landscape, fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:1' });
  Object.assign(sheet.pageSetup, { margins: { left: 0.5, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 } });
  Object.assign(sheet.headerFooter, { oddFooter: `&L${sheet.name}&RTrang &P/&N` });
}

const isFigure = (column: Column | undefined): boolean => column?.width === 11 && column.path !== 'code';

function writeCell(sheet: Worksheet, place: readonly [row: number, column: number], value: CellValue, column: Column | undefined): void {
  const cell = sheet.getCell(...place);
  Object.assign(cell, { value, font: FONT, border: BOX, alignment: { wrapText: true, vertical: 'top' } });
  // General shows a figure as it is, by the decimal comma of whoever reads it.
  Object.assign(cell, { numFmt: isFigure(column) ? 'General' : '@' });
}

interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly CellValue[])[];
  /** Columns that stay in sight. */
  readonly frozen: number;
}

function writeTable(sheet: Worksheet, { columns, rows, frozen }: Table, lists: Lists): void {
  columns.forEach((column, index) => {
    Object.assign(sheet.getColumn(index + 1), { width: column.width });
    sheet.getCell(1, index + 1).value = column.head;
    const list = lists.get(keyOf(column));
    if (list !== undefined && keyOf(column) !== '') {
      offer(sheet, `${lettersOf(index + 1)}2:${lettersOf(index + 1)}${rows.length + SPARE_ROWS + 1}`, list);
    }
  });
  const spare = Array.from({ length: 20 }, () => columns.map(() => null));
  [...rows, ...spare].forEach((row, at) => row.forEach((value, index) => writeCell(sheet, [at + 2, index + 1], value, columns[index])));
  styleHead(sheet, 1);
  setUpPrint(sheet, columns.length > 4 ? 'landscape' : 'portrait');
  Object.assign(sheet, { views: [{ state: 'frozen', xSplit: frozen, ySplit: 1 }], autoFilter: { from: { row: 1, column: 1 }, to: { row: rows.length + 1, column: columns.length } } });
}

/** Rows of the tree in the weight of their level, so that the eye finds the fields. */
function emphasise(sheet: Worksheet, rows: SetTables['nodes']): void {
  const level = NODE_COLUMNS.findIndex(({ path }) => path === 'level');
  rows.forEach((row, index) => {
    if (row[level] === 1) {
      sheet.getRow(index + 2).eachCell((cell) => Object.assign(cell, { font: { ...FONT, bold: true } }));
    }
  });
}

function writeSetFields(sheet: Worksheet, values: SetTables['set'], lists: Lists): void {
  sheet.columns = [{ width: 36 }, { width: 90 }];
  sheet.getRow(1).values = ['Mục', 'Nội dung'];
  SET_FIELDS.forEach((column, index) => {
    writeCell(sheet, [index + 2, 1], column.head, undefined);
    writeCell(sheet, [index + 2, 2], values[index] ?? null, column);
    Object.assign(sheet.getCell(index + 2, 1), { font: { ...FONT, bold: true } });
    Object.assign(sheet.getCell(index + 2, 2), { alignment: { wrapText: true, vertical: 'top', horizontal: 'left' } });
    const list = lists.get(keyOf(column));
    if (list !== undefined && keyOf(column) !== '') {
      offer(sheet, `B${index + 2}`, list);
    }
  });
  styleHead(sheet, 1);
  setUpPrint(sheet, 'landscape');
  Object.assign(sheet, { views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }] });
}

function writeGuide(sheet: Worksheet): void {
  sheet.columns = [{ width: 120 }];
  GUIDE.forEach((line, index) => {
    const isHead = line.startsWith('#');
    Object.assign(sheet.getCell(index + 1, 1), { value: line.replace(/^#/, ''), font: { ...FONT, bold: isHead }, alignment: { wrapText: true, vertical: 'top' } });
  });
  setUpPrint(sheet, 'portrait');
}

/** The workbook of a set: its page of instructions, a sheet for each table, and the lists of the drop-downs. */
export function setWorkbook(tables: SetTables, offered: OfferedLists): Workbook {
  const workbook = new exceljs.Workbook();
  const [guide, set, nodes, lines, cases, examples, grades, listed] = Object.values(SHEETS).map((name) => workbook.addWorksheet(name)) as unknown as SheetsInOrder;
  const lists = writeLists(listed, [...SET_FIELDS, ...NODE_COLUMNS, ...LINE_COLUMNS], offered);
  writeGuide(guide);
  writeSetFields(set, tables.set, lists);
  writeTable(nodes, { columns: NODE_COLUMNS, rows: tables.nodes, frozen: 3 }, lists);
  emphasise(nodes, tables.nodes);
  writeTable(lines, { columns: LINE_COLUMNS, rows: tables.lines, frozen: 4 }, lists);
  writeTable(cases, { columns: CASE_COLUMNS, rows: tables.cases, frozen: 4 }, lists);
  writeTable(examples, { columns: EXAMPLE_COLUMNS, rows: tables.examples, frozen: 2 }, lists);
  writeTable(grades, { columns: GRADE_COLUMNS, rows: tables.grades, frozen: 1 }, lists);
  setUpPrint(listed, 'landscape');
  Object.assign(workbook, { views: [{ activeTab: tables.nodes.length > 0 ? 2 : 0, firstSheet: 0, visibility: 'visible' }] });
  return workbook;
}

type SheetsInOrder = readonly [Worksheet, Worksheet, Worksheet, Worksheet, Worksheet, Worksheet, Worksheet, Worksheet];
