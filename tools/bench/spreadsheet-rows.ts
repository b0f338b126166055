import type { AgencyAnswers } from '@par-index/scoring';

export type Cell = string | number;
type Given = Readonly<Record<string, unknown>>;

/** The fields of an answer as cells, and the formula over them, which calls them {a} to {d}. */
interface Column {
  readonly cells: (answer: Given) => readonly Cell[];
  readonly formula: string;
}

const fields =
  (...names: readonly string[]) =>
  (answer: Given): readonly Cell[] =>
    names.map((name) => answer[name] as Cell);

const members =
  (field: string, ...ids: readonly string[]) =>
  (answer: Given): readonly Cell[] =>
    ids.map((id) => (answer[field] as Readonly<Record<string, number>>)[id] ?? 0);

const ticks =
  (...ids: readonly string[]) =>
  (answer: Given): readonly Cell[] =>
    ids.map((id) => ((answer['checked'] as readonly string[]).includes(id) ? 1 : 0));

const share: Column = { cells: fields('numerator', 'denominator'), formula: 'ROUND({a}/{b},4)' };

/** The ten leaves of a field of the bench set, as a spreadsheet would have them. */
const COLUMNS: readonly Column[] = [
  { cells: fields('choice'), formula: 'IF({a}="kip-thoi",1,IF({a}="cham",0.5,0))' },
  share,
  { cells: fields('numerator', 'denominator'), formula: 'IF({a}/{b}<0.4,0,ROUND(MIN(1,{a}/{b}/0.8),4))' },
  { cells: fields('numerator', 'denominator'), formula: 'IF({a}/{b}>=0.95,1,IF({a}/{b}>=0.8,0.75,IF({a}/{b}>=0.5,ROUND({a}/{b},4),0)))' },
  { cells: members('counts', 'cham', 'thieu'), formula: 'MAX(0,1-0.25*{a}-0.1*{b})' },
  { cells: members('responses', 'A', 'B', 'C', 'D'), formula: 'ROUND(({a}*100+{b}*60+{c}*20)/({a}+{b}+{c}+{d})/100,4)' },
  { cells: ticks('mot', 'hai', 'ba', 'bon'), formula: 'MIN(1,0.25*({a}+{b}+{c}+{d}))' },
  { cells: fields('choice'), formula: 'IF({a}="dat",1,0)' },
  share,
  { cells: members('counts', 'sang-kien', 'tin-bai'), formula: 'MIN(1,0.5*{a}+0.05*{b})' },
];

/** A, B, … Z, AA, …: the name of a column counted from 0. */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

export interface Row {
  readonly cells: readonly Cell[];
  /** Columns of the cells that hold answers; the others hold formulas. */
  readonly inputs: readonly number[];
}

/** One agency in one row, counted from 1: for each leaf its answer and its points, at the end the index. */
export function rowOf(codes: readonly string[], agency: AgencyAnswers, row: number): Row {
  const cells: Cell[] = [];
  const inputs: number[] = [];
  const points: string[] = [];
  codes.forEach((code, leaf) => {
    const { cells: read, formula } = COLUMNS[leaf % COLUMNS.length] as Column;
    const given = read(agency.answers[code] as unknown as Given);
    const names = given.map((_cell, place) => columnName(cells.length + place) + row);
    inputs.push(...given.map((_cell, place) => cells.length + place));
    points.push(columnName(cells.length + given.length) + row);
    cells.push(...given, `=${formula.replace(/\{([a-d])\}/g, (_whole, letter: string) => names['abcd'.indexOf(letter)] as string)}`);
  });
  return { cells: [...cells, `=ROUND(100*(${points.join('+')})/${codes.length},2)`], inputs };
}
