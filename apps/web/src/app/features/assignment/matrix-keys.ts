/** A place in the matrix: column 0 is the criterion itself, the appraising agencies follow. */
export interface MatrixPlace {
  readonly line: number;
  readonly column: number;
}

const PAGE = 10;

type Move = (at: MatrixPlace, last: MatrixPlace) => MatrixPlace;

const MOVES: Readonly<Record<string, Move>> = {
  ArrowDown: ({ line, column }) => ({ line: line + 1, column }),
  ArrowUp: ({ line, column }) => ({ line: line - 1, column }),
  ArrowRight: ({ line, column }) => ({ line, column: column + 1 }),
  ArrowLeft: ({ line, column }) => ({ line, column: column - 1 }),
  PageDown: ({ line, column }) => ({ line: line + PAGE, column }),
  PageUp: ({ line, column }) => ({ line: line - PAGE, column }),
  Home: ({ line }) => ({ line, column: 0 }),
  End: ({ line }, last) => ({ line, column: last.column }),
};

const within = (value: number, most: number): number => Math.max(0, Math.min(value, most));

/** Where a key leads, inside the matrix whose last place is `last`; null where the key leads nowhere. Ctrl with Home or End goes to a corner. */
export function placeAfter(at: MatrixPlace, { key, ctrlKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey'>, last: MatrixPlace): MatrixPlace | null {
  if (ctrlKey) {
    return key === 'Home' ? { line: 0, column: 0 } : key === 'End' ? last : null;
  }
  const moved = MOVES[key]?.(at, last);
  return moved ? { line: within(moved.line, last.line), column: within(moved.column, last.column) } : null;
}
