import { EMPTY } from './cell-text';
import { type Fields, withField } from './fields';
import { RuleReader, type RuleTables } from './read-rule';
import { type Notes, RowReading, type SheetTable } from './sheet-rows';
import { type Column, GRADE_COLUMNS, NODE_COLUMNS, SET_FIELDS } from './workbook-columns';

/** All sheets of a workbook. `set` has a row for each field: its words, its value. */
export interface WorkbookTables extends RuleTables {
  readonly set: SheetTable;
  readonly nodes: SheetTable;
  readonly grades: SheetTable;
}

interface Branch {
  readonly level: number;
  readonly code: string;
  readonly node: Fields;
  readonly row: RowReading;
  readonly children: Branch[];
}

const NODE_FIELDS = ['title', 'max', 'section', 'combine', 'source', 'appraiser', 'whenNotApplicable', 'evidence.required', 'evidence.hint', 'guidance', 'legalBasis'];
/** The fields whose cell may say that what they belong to is there and holds nothing. */
const HOLDERS: Readonly<Record<string, string>> = { 'evidence.required': 'evidence', 'rounding.points': 'rounding', 'ranking.by': 'ranking' };

/**
 * The document that a workbook says. What is wrong in a cell goes into `notes`, all at once; what the cells say together is for the checks
 * of the set to judge, and `notes` knows the cell of every field.
 */
export function readSet(tables: WorkbookTables, notes: Notes): Fields {
  const rules = new RuleReader(tables, notes);
  const roots = branchesOf(tables.nodes, notes);
  const criteria = roots.map((branch, index) => nodeOf(branch, { rules, notes }, `/criteria/${index}`));
  rules.refuseLeftOver();
  notes.remember('/criteria', { sheet: tables.nodes.sheet, cell: 'A2' });
  const grades = gradesOf(tables.grades, notes);
  return { format: 'par-criteria-set/1', ...ownFields(tables.set, notes), ...(grades === undefined ? {} : { grades }), criteria };
}

function ownFields(table: SheetTable, notes: Notes): Fields {
  const fields = table.rows.reduce<Fields>((known, line, index) => {
    const column = SET_FIELDS[index];
    if (column === undefined) {
      return known;
    }
    const value: Column = { ...column, path: 'value' };
    const row = new RowReading(table, [{ ...column, path: 'name' }, value], line, notes);
    notes.remember(`/${column.path.replaceAll('.', '/')}`, row.place('value'));
    return withCell(known, row, { path: column.path, cellPath: 'value' });
  }, {});
  return { title: '', code: '', ...fields };
}

interface Where {
  readonly path: string;
  readonly cellPath: string;
}

/** The fields with the one of a cell, or with what the cell says is there and holds nothing. */
function withCell(fields: Fields, row: RowReading, { path, cellPath }: Where): Fields {
  const holder = HOLDERS[path];
  if (row.cell(cellPath) === EMPTY && holder !== undefined) {
    return withField(fields, holder, {});
  }
  const value = row.field(cellPath);
  return value === undefined ? fields : withField(fields, path, value);
}

function gradesOf(table: SheetTable, notes: Notes): readonly Fields[] | undefined {
  const rows = table.rows.map((line) => new RowReading(table, GRADE_COLUMNS, line, notes));
  if (rows.length === 0) {
    return undefined;
  }
  return rows.filter((row) => row.cell('name') !== EMPTY).map((row, index) => row.fields(['name', 'from'], `/grades/${index}`));
}

/** The tree by the levels of its rows. A row without a level stands below the one whose code its own extends. */
function branchesOf(table: SheetTable, notes: Notes): readonly Branch[] {
  const roots: Branch[] = [];
  const open: Branch[] = [];
  for (const line of table.rows) {
    const row = new RowReading(table, NODE_COLUMNS, line, notes);
    const code = String(row.field('code') ?? '');
    const level = levelOf(row, code, open);
    open.splice(level - 1);
    const branch: Branch = { level, code, node: {}, row, children: [] };
    (open.at(-1)?.children ?? roots).push(branch);
    open.push(branch);
  }
  return roots;
}

function levelOf(row: RowReading, code: string, open: readonly Branch[]): number {
  const given = row.field('level');
  const holder = open.findLast((branch) => branch.code !== '' && code.startsWith(`${branch.code}.`));
  const level = typeof given === 'number' ? given : (holder?.level ?? 0) + 1;
  if (Number.isInteger(level) && level >= 1 && level <= open.length + 1) {
    return level;
  }
  row.refuse('level', `Cấp ${String(level).replace('.', ',')} không nối tiếp dòng trên. Hãy ghi từ 1 đến ${open.length + 1}, hoặc để trống để lấy theo mã.`);
  return open.length + 1;
}

interface Readers {
  readonly rules: RuleReader;
  readonly notes: Notes;
}

function nodeOf({ code, row, children }: Branch, readers: Readers, pointer: string): Fields {
  const { rules, notes } = readers;
  const isBare = row.cell('combine') === EMPTY;
  const own = NODE_FIELDS.filter((path) => !(isBare && path === 'combine')).reduce<Fields>((fields, path) => {
    notes.remember(`${pointer}/${path.replaceAll('.', '/')}`, row.place(path));
    return withCell(fields, row, { path, cellPath: path });
  }, {});
  notes.remember(pointer, row.place('code'));
  notes.remember(`${pointer}/code`, row.place('code'));
  const rule = rules.rule(row, { code, cases: '', pointer: `${pointer}/rule` });
  const inner = children.map((child, index) => nodeOf(child, readers, `${pointer}/children/${index}`));
  return {
    code,
    title: '',
    ...own,
    ...(rule === undefined ? {} : { rule }),
    ...(inner.length === 0 && !isBare ? {} : { children: inner }),
  };
}
