/** What a key does in the grid of agencies. */
export type GridKey = 'accept' | 'correct' | 'award' | 'explain' | 'evidence' | 'open' | 'retry' | 'next-criterion' | 'previous-criterion' | 'next-undecided';

const LETTERS: Readonly<Record<string, GridKey>> = {
  a: 'accept',
  c: 'correct',
  g: 'award',
  x: 'explain',
  e: 'evidence',
  r: 'retry',
  u: 'next-undecided',
  n: 'next-criterion',
  p: 'previous-criterion',
  Enter: 'open',
};

const PAGE = 10;

/** The command of a key press on a row, or null: with a modifier, keys keep their own meaning. */
export function gridKeyOf({ key, ctrlKey, metaKey, altKey, isComposing }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>): GridKey | null {
  if (ctrlKey || metaKey || altKey || isComposing) {
    return null;
  }
  return LETTERS[key.length === 1 ? key.toLowerCase() : key] ?? null;
}

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  j: (at) => at + 1,
  k: (at) => at - 1,
  PageDown: (at) => at + PAGE,
  PageUp: (at) => at - PAGE,
  Home: () => 0,
  End: (_, last) => last,
};

/** The row that a key leads to, within the grid; null where it leads nowhere. */
export function rowAfter(at: number, { key, ctrlKey, metaKey, altKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>, last: number): number | null {
  const step = ctrlKey || metaKey || altKey ? undefined : STEPS[key.length === 1 ? key.toLowerCase() : key];
  return step ? Math.max(0, Math.min(step(at, last), last)) : null;
}
