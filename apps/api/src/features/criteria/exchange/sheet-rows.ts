import type { CellPlace, SheetError } from '@par-index/contract';
import type { CellValue } from './cell-text';
import { type Fields, withField } from './fields';
import type { Column } from './workbook-columns';

/** A row of a sheet: its number there, and its cells in the order of the columns asked for. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly CellValue[];
}

/** A sheet as far as it was read: where each column stands (from 1, 0 where it is missing) and the rows that are not empty. */
export interface SheetTable {
  readonly sheet: string;
  readonly places: readonly number[];
  readonly rows: readonly SheetRow[];
}

/** The letters of a column, from 1: `A`, `Z`, `AA`. */
export function lettersOf(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return `${rest > 0 ? lettersOf(rest) : ''}${String.fromCharCode(65 + ((column - 1) % 26))}`;
}

export const placeIn = ({ sheet, places }: Pick<SheetTable, 'sheet' | 'places'>, row: number, index: number): CellPlace => ({
  sheet,
  cell: `${lettersOf(places[index] || 1)}${row}`,
});

/** What was found while a workbook was read: every error at its cell, and the cell of every field by its JSON pointer. */
export class Notes {
  readonly errors: SheetError[] = [];
  private readonly places = new Map<string, CellPlace>();

  refuse(place: CellPlace, detail: string): void {
    this.errors.push({ ...place, detail });
  }

  remember(pointer: string, place: CellPlace): void {
    this.places.set(pointer, place);
  }

  /** The cell of a field, or of the nearest thing around it that has one. */
  placeOf(pointer: string): CellPlace | null {
    const known = this.places.get(pointer);
    if (known !== undefined || pointer === '') {
      return known ?? null;
    }
    return this.placeOf(pointer.slice(0, pointer.lastIndexOf('/')));
  }
}

/** One row read by its columns: the fields that are there, each with its cell. */
export class RowReading {
  constructor(
    private readonly table: SheetTable,
    private readonly columns: readonly Column[],
    readonly line: SheetRow,
    private readonly notes: Notes,
  ) {}

  place(path: string): CellPlace {
    return placeIn(this.table, this.line.row, Math.max(0, this.columns.findIndex((column) => column.path === path)));
  }

  refuse(path: string, detail: string): void {
    this.notes.refuse(this.place(path), detail);
  }

  cell(path: string): CellValue {
    return this.line.cells[this.columns.findIndex((column) => column.path === path)] ?? null;
  }

  /** A field; undefined where the cell is empty, or wrong: then it is written down. */
  field(path: string): unknown {
    const column = this.columns.find((one) => one.path === path);
    const cell = this.cell(path);
    if (column === undefined || cell === null) {
      return undefined;
    }
    const decoded = column.codec.decode(cell);
    if ('problem' in decoded) {
      this.refuse(path, decoded.problem);
      return undefined;
    }
    return decoded.value;
  }

  /** The fields of some columns as an object, remembered below a pointer. */
  fields(paths: readonly string[], pointer: string): Fields {
    this.notes.remember(pointer, this.place(this.columns[0]?.path ?? ''));
    return paths.reduce<Fields>((fields, path) => {
      const value = this.field(path);
      this.notes.remember(`${pointer}/${path.replaceAll('.', '/')}`, this.place(path));
      return value === undefined ? fields : withField(fields, path, value);
    }, {});
  }

  /** Refuses what is filled in and not used here. */
  refuseOthers(candidates: readonly string[], used: readonly string[], because: string): void {
    candidates.filter((path) => !used.includes(path) && this.cell(path) !== null).forEach((path) => this.refuse(path, because));
  }
}
