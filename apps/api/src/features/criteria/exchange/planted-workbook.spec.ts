import type { CellPlace } from '@par-index/contract';
import { reviewCriteriaSet } from '@par-index/scoring';
import { departmentsSet, PLANTED, type Planted, withDefect } from '../planted-defects.fixture';
import { exactTables, tablesRead } from './exact-tables';
import { readSet, type WorkbookTables } from './read-set';
import { setTables } from './set-tables';
import { lettersOf, Notes } from './sheet-rows';

type Fields = Readonly<Record<string, unknown>>;

const SOUND = tablesRead(setTables(departmentsSet()));

/** What a cell can say at all, and what is found without the province's own lists. What it can't say is a wrong cell (`workbook.spec`). */
const TABULAR = PLANTED.filter((defect) => !defect.code.startsWith('criteria-set.') && exactTables(withDefect(defect).document) !== null);

/** The code of the criterion that a pointer leads into. */
function codeAt(document: Fields, pointer: string): unknown {
  const path = /^(?:\/(?:criteria|children)\/\d+)+/.exec(pointer)?.[0].split('/').slice(1) ?? [];
  return path.length === 0 ? null : path.reduce<Fields>((value, key) => value[key] as Fields, document)['code'];
}

/** The cells in which the workbook differs from the sound one. */
const changedCells = (tables: WorkbookTables): readonly CellPlace[] =>
  Object.entries(tables).flatMap(([name, { sheet, rows }]: [string, WorkbookTables['nodes']]) =>
    rows.flatMap(({ row, cells }, at) => cells.flatMap((cell, column) => (cell === (SOUND[name as keyof WorkbookTables].rows[at]?.cells[column] ?? null) ? [] : [{ sheet, cell: `${lettersOf(column + 1)}${row}` }]))),
  );

function placed(defect: Planted) {
  const { document, pointer } = withDefect(defect);
  const [tables, notes] = [tablesRead(exactTables(document) ?? setTables({})), new Notes()];
  const { findings } = reviewCriteriaSet(readSet(tables, notes));
  const rows = Object.values(tables).flatMap(({ sheet, rows: lines }: WorkbookTables['nodes']) => lines.map(({ row, cells }) => ({ place: `${sheet} ${row}`, code: cells[0] })));
  const place = notes.placeOf(pointer);
  const ofRow = rows.find((row) => row.place === `${place?.sheet} ${place?.cell.replace(/^[A-Z]+/, '')}`);
  return { found: findings.some((finding) => finding.code === defect.code && finding.pointer === pointer), place, rowOf: ofRow?.code, code: codeAt(document, pointer), changed: changedCells(tables) };
}

describe('defects planted in the workbook of a set', () => {
  it('are more than fifty', () => expect(TABULAR.length).toBeGreaterThan(50));

  it.each(TABULAR.map((defect) => [defect.code, `${defect.in}${defect.place}`, defect] as const))('%s at %s is found at its cell, or in the row of its criterion', (_code, _place, defect) => {
    const { found, place, rowOf, code, changed } = placed(defect);
    expect({ found, place }).toEqual({ found: true, place: expect.anything() });
    if (changed.length === 1 && defect.at === undefined) expect(place).toEqual(changed[0]);
    if (code !== null) expect(rowOf).toBe(code);
  });
});
