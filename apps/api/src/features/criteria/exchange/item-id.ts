import { folded } from './cell-text';

/** An id of a label: its first words without accents. */
export function idFrom(label: string, index: number): string {
  const words = folded(label).replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  return words.slice(0, 40).replace(/-$/, '') || `muc-${index + 1}`;
}

export function freeId(id: string, taken: ReadonlySet<unknown>, again = 2): string {
  if (!taken.has(id)) {
    return id;
  }
  const next = `${id}-${again}`;
  return taken.has(next) ? freeId(id, taken, again + 1) : next;
}
