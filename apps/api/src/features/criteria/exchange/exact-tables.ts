import { isDeepStrictEqual } from 'node:util';
import { type CellValue, LONGEST_CELL } from './cell-text';
import { readSet, type WorkbookTables } from './read-set';
import { type SetTables, setTables } from './set-tables';
import { Notes, type SheetTable } from './sheet-rows';
import { CASE_COLUMNS, EXAMPLE_COLUMNS, GRADE_COLUMNS, LINE_COLUMNS, NODE_COLUMNS, SET_FIELDS, SHEETS } from './workbook-columns';

const tableOf = (sheet: string, columns: number, rows: readonly (readonly CellValue[])[]): SheetTable => ({
  sheet,
  places: Array.from({ length: columns }, (_, index) => index + 1),
  rows: rows.map((cells, index) => ({ row: index + 2, cells })),
});

/** The tables as a workbook would give them back. */
export function tablesRead({ set, nodes, lines, cases, examples, grades }: SetTables): WorkbookTables {
  return {
    set: tableOf(SHEETS.set, 2, set.map((value, index) => [SET_FIELDS[index]?.head ?? null, value])),
    nodes: tableOf(SHEETS.nodes, NODE_COLUMNS.length, nodes),
    lines: tableOf(SHEETS.lines, LINE_COLUMNS.length, lines),
    cases: tableOf(SHEETS.cases, CASE_COLUMNS.length, cases),
    examples: tableOf(SHEETS.examples, EXAMPLE_COLUMNS.length, examples),
    grades: tableOf(SHEETS.grades, GRADE_COLUMNS.length, grades),
  };
}

const cellsOf = ({ set, nodes, lines, cases, examples, grades }: SetTables): readonly CellValue[] => [set, ...nodes, ...lines, ...cases, ...examples, ...grades].flat();

/**
 * The tables of a document, or null where they would not give the very same document back: a draft may hold what no table has a place for.
 * A workbook never says less than its set.
 */
export function exactTables(document: unknown): SetTables | null {
  const tables = setTables(document);
  const notes = new Notes();
  const back = readSet(tablesRead(tables), notes);
  const fits = cellsOf(tables).every((cell) => typeof cell !== 'string' || cell.length <= LONGEST_CELL);
  return fits && notes.errors.length === 0 && isDeepStrictEqual(back, JSON.parse(JSON.stringify(document))) ? tables : null;
}
