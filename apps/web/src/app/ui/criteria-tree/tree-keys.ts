import type { TreeRow } from './tree-rows';

/** What a key does in the tree: another line takes the focus, a branch opens or closes, or a line is chosen. */
export type TreeMove =
  | { readonly move: 'focus'; readonly code: string }
  | { readonly move: 'expand' | 'collapse' | 'choose'; readonly code: string };

type Reader = (rows: readonly TreeRow[], at: number) => TreeMove | null;

const KEYS: Readonly<Record<string, Reader>> = {
  ArrowDown: (rows, at) => focus(rows[at + 1]),
  ArrowUp: (rows, at) => focus(rows[at - 1]),
  Home: (rows) => focus(rows[0]),
  End: (rows) => focus(rows.at(-1)),
  ArrowRight: (rows, at) => {
    const row = rows[at];
    if (!row || row.leaf) {
      return null;
    }
    return row.expanded ? focus(rows[at + 1]) : { move: 'expand', code: row.code };
  },
  ArrowLeft: (rows, at) => {
    const row = rows[at];
    if (row?.expanded) {
      return { move: 'collapse', code: row.code };
    }
    return row?.parent ? { move: 'focus', code: row.parent } : null;
  },
  Enter: (rows, at) => activate(rows[at]),
  ' ': (rows, at) => activate(rows[at]),
};

/** The tree pattern of WAI-ARIA. Null for a key that is not the tree's. */
export function readTreeKey(key: string, rows: readonly TreeRow[], focused: string | null): TreeMove | null {
  const at = Math.max(0, rows.findIndex(({ code }) => code === focused));
  return KEYS[key]?.(rows, at) ?? null;
}

/** A leaf is chosen, a branch opens or closes. */
export function activate(row: TreeRow | undefined): TreeMove | null {
  if (!row) {
    return null;
  }
  return { move: row.leaf ? 'choose' : row.expanded ? 'collapse' : 'expand', code: row.code };
}

function focus(row: TreeRow | undefined): TreeMove | null {
  return row ? { move: 'focus', code: row.code } : null;
}
