import { type CellValue, EMPTY } from './cell-text';
import type { Column } from './workbook-columns';

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands at a path such as `evidence.hint`; undefined where nothing does. */
export function fieldAt(fields: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, part) => (isFields(value) && Object.hasOwn(value, part) ? value[part] : undefined), fields);
}

/** The object with one more field, at a path of one part or two. */
export function withField(fields: Fields, path: string, value: unknown): Fields {
  const [first = '', ...rest] = path.split('.');
  const own = Object.hasOwn(fields, first) ? fields[first] : {};
  const inner = rest.length === 0 ? value : withField(isFields(own) ? own : {}, rest.join('.'), value);
  return { ...fields, [first]: inner };
}

/** Stands in a field for a list or an object that is there and holds nothing. */
export const NOTHING = Symbol('nothing');

/** A row of a sheet: a cell for each column, empty where the field is not there. */
export const rowOf = (columns: readonly Column[], fields: unknown): readonly CellValue[] =>
  columns.map(({ path, codec }) => {
    const value = fieldAt(fields, path);
    return value === undefined ? null : value === NOTHING ? EMPTY : codec.encode(value);
  });
