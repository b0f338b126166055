/** One column. A column with `value` can be sorted; `text` is what its cell says where no template is given for it. */
export interface Column<T> {
  readonly id: string;
  readonly head: string;
  /** Figures stand to the right. */
  readonly align?: 'number';
  readonly text?: (row: T) => string;
  readonly value?: (row: T) => string | number | null;
  /** Falls first when it is clicked: ranks rise, points fall. */
  readonly falling?: true;
  /** Has room for a name. */
  readonly wide?: true;
  /** Figures under a head of many words. */
  readonly wordy?: true;
  /** Never broken into lines. */
  readonly oneLine?: true;
  /** Shown from this width of the window on, in pixels. */
  readonly from?: 600 | 900 | 1200;
}

export interface Order {
  readonly column: string;
  readonly rising: boolean;
}

const VIETNAMESE = new Intl.Collator('vi', { numeric: true, sensitivity: 'base' });

/** The rows in that order; what is not known comes last either way. Rows that are equal keep their place. */
export function ordered<T>(rows: readonly T[], columns: readonly Column<T>[], order: Order | null): readonly T[] {
  const value = columns.find(({ id }) => id === order?.column)?.value;
  if (!order || !value) {
    return rows;
  }
  const sign = order.rising ? 1 : -1;
  return [...rows].sort((a, b) => compareValues(value(a), value(b), sign));
}

/** What a click on a head does: first the column's own direction, then the other, then as it came. */
export function nextOrder<T>(column: Column<T>, order: Order | null): Order | null {
  const first = column.falling !== true;
  if (order?.column !== column.id) {
    return { column: column.id, rising: first };
  }
  return order.rising === first ? { column: column.id, rising: !first } : null;
}

function compareValues(a: string | number | null, b: string | number | null, sign: number): number {
  if (a === null || b === null) {
    return a === b ? 0 : a === null ? 1 : -1;
  }
  return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : VIETNAMESE.compare(String(a), String(b)));
}
