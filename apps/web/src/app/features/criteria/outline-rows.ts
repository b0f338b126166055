/** One criterion of a document that may still be broken. */
export interface OutlineRow {
  readonly pointer: string;
  readonly level: number;
  readonly code: string;
  readonly title: string;
  /** Null where the document states none. */
  readonly max: number | null;
  /** How many marks are at this criterion itself, not below it. */
  readonly marks: number;
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Whether a mark is at this criterion or in one of its fields, and not at a criterion below. */
const isOwn = (mark: string, pointer: string): boolean => mark === pointer || (mark.startsWith(`${pointer}/`) && !mark.startsWith(`${pointer}/children/`));

/** The criteria of a document in their order, with the marks of each. */
export function outlineOf(document: unknown, marks: readonly string[]): readonly OutlineRow[] {
  const rows = (nodes: unknown, pointer: string, level: number): readonly OutlineRow[] =>
    listOf(nodes).flatMap((node, index) => {
      const own = `${pointer}/${index}`;
      return isFields(node) ? [rowOf(node, { pointer: own, level, marks: marks.filter((mark) => isOwn(mark, own)).length }), ...rows(node['children'], `${own}/children`, level + 1)] : [];
    });
  return rows(isFields(document) ? document['criteria'] : [], '/criteria', 1);
}

function rowOf(node: Fields, place: Pick<OutlineRow, 'pointer' | 'level' | 'marks'>): OutlineRow {
  const max = node['max'];
  return { ...place, code: textOf(node['code']), title: textOf(node['title']), max: typeof max === 'number' ? max : null };
}
