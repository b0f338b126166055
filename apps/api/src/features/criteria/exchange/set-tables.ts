import { type CellValue, EMPTY, writtenText } from './cell-text';
import { type Fields, fieldAt, isFields, NOTHING, rowOf, withField } from './fields';
import { CASE_COLUMNS, type Column, EXAMPLE_COLUMNS, GRADE_COLUMNS, LINE_COLUMNS, LINE_FIELDS, MEASURE_FIELDS, NODE_COLUMNS, SET_FIELDS } from './workbook-columns';

/** The rows of each sheet of a workbook, below its head. */
export interface SetTables {
  /** A value for each of `SET_FIELDS`. */
  readonly set: readonly CellValue[];
  readonly nodes: readonly (readonly CellValue[])[];
  readonly lines: readonly (readonly CellValue[])[];
  readonly cases: readonly (readonly CellValue[])[];
  readonly examples: readonly (readonly CellValue[])[];
  readonly grades: readonly (readonly CellValue[])[];
}

type Rows = (readonly CellValue[])[];

/** Where a rule stands: its leaf, and the cases that lead to it. */
interface RulePlace {
  readonly code: unknown;
  readonly cases: string;
}

/** The path of a case in a case: ids between `>`, in quotes where they hold one. */
export const casePath = (outer: string, id: string): string => `${outer === '' ? '' : `${outer} > `}${id.includes('>') ? `~${JSON.stringify(id).replaceAll('>', '\\u003e')}` : writtenText(id)}`;

class TableWriter {
  readonly nodes: Rows = [];
  readonly lines: Rows = [];
  readonly cases: Rows = [];
  readonly examples: Rows = [];

  node(node: unknown, level: number): void {
    const children = fieldAt(node, 'children');
    const childless = Array.isArray(children) && children.length === 0 && fieldAt(node, 'combine') === undefined ? { combine: NOTHING } : {};
    const own = isFields(node) ? { ...markedEmpty(node, 'evidence', 'required'), ...ruleFields(node['rule']), ...childless, level } : {};
    this.nodes.push(rowOf(NODE_COLUMNS, own));
    this.rule(fieldAt(node, 'rule'), { code: fieldAt(node, 'code'), cases: '' });
    (Array.isArray(children) ? children : []).forEach((child) => this.node(child, level + 1));
  }

  private rule(rule: unknown, place: RulePlace): void {
    const kind = String(fieldAt(rule, 'kind')) as keyof typeof LINE_FIELDS;
    const list = fieldAt(rule, LINE_FIELDS[kind]?.list ?? '');
    for (const line of Array.isArray(list) ? list : []) {
      this.lines.push(placed(LINE_COLUMNS, line, place));
    }
    const cases = kind === ('bestOf' as string) ? fieldAt(rule, 'cases') : [];
    for (const one of Array.isArray(cases) ? (cases as readonly unknown[]) : []) {
      this.cases.push(placed(CASE_COLUMNS, isFields(one) ? { ...one, ...ruleFields(one['rule']) } : {}, place));
      this.rule(fieldAt(one, 'rule'), { code: place.code, cases: casePath(place.cases, String(fieldAt(one, 'id'))) });
    }
    this.example(fieldAt(rule, 'examples'), place);
  }

  private example(examples: unknown, place: RulePlace): void {
    const list: readonly unknown[] = Array.isArray(examples) ? (examples.length === 0 ? [{ given: NOTHING }] : examples) : [];
    this.examples.push(...list.map((one) => placed(EXAMPLE_COLUMNS, one, place)));
  }
}

const placed = (columns: readonly Column[], fields: unknown, { code, cases }: RulePlace): readonly CellValue[] =>
  rowOf(columns, { ...(isFields(fields) ? fields : {}), code, ...(cases === '' ? {} : { case: cases }) });

/** What is there and holds nothing is said in the cell of one of its fields. */
function markedEmpty(fields: Fields, path: string, inner: string): Fields {
  const value = fieldAt(fields, path);
  return isFields(value) && Object.keys(value).length === 0 ? withField(fields, `${path}.${inner}`, NOTHING) : fields;
}

/** A rule as the columns have it: the two ways in one, the fields of the measure by their place. */
function ruleFields(rule: unknown): Fields {
  if (!isFields(rule)) {
    return rule === undefined ? {} : { kind: rule };
  }
  const { kind, target, zeroBelow, min, step } = rule;
  const way = rule['award'] ?? rule['start'];
  return Object.fromEntries(Object.entries({ kind, way, target, zeroBelow, min, step, measure: measureFields(rule['measure']) }).filter(([, value]) => value !== undefined));
}

function measureFields(measure: unknown): Fields | undefined {
  const type = fieldAt(measure, 'type');
  if (typeof type !== 'string' || !Object.hasOwn(MEASURE_FIELDS, type)) {
    return undefined;
  }
  const names = Object.entries(MEASURE_FIELDS[type as keyof typeof MEASURE_FIELDS]);
  return { type, ...Object.fromEntries(names.map(([place, name]) => [place, fieldAt(measure, name)]).filter(([, value]) => value !== undefined)) };
}

/**
 * A set, or a draft of one, as the tables of its workbook. What a table can't say is left out or written so that it does not come back:
 * whoever hands the workbook out reads it back first (`exactTables`).
 */
export function setTables(document: unknown): SetTables {
  const writer = new TableWriter();
  const criteria = fieldAt(document, 'criteria');
  (Array.isArray(criteria) ? criteria : []).forEach((node) => writer.node(node, 1));
  const own = isFields(document) ? withoutNothing(document) : {};
  const { nodes, lines, cases, examples } = writer;
  return { set: rowOf(SET_FIELDS, own), nodes, lines, cases, examples, grades: gradeRows(fieldAt(document, 'grades')) };
}

const withoutNothing = (document: Fields): Fields => markedEmpty(markedEmpty(document, 'rounding', 'points'), 'ranking', 'by');

function gradeRows(grades: unknown): readonly (readonly CellValue[])[] {
  if (!Array.isArray(grades)) {
    return [];
  }
  return grades.length === 0 ? [[EMPTY, null]] : grades.map((grade) => rowOf(GRADE_COLUMNS, grade));
}
