import type { ImportDoubt } from '@par-index/contract';

const keyOf = (draftId: string): string => `par-index.import-doubts.${draftId}`;

/** Keeps in this browser what nobody has confirmed of an import, for the draft that it became. Nothing left is nothing kept. */
export function keepDoubts(draftId: string, doubts: readonly ImportDoubt[]): void {
  try {
    if (doubts.length === 0) {
      localStorage.removeItem(keyOf(draftId));
    } else {
      localStorage.setItem(keyOf(draftId), JSON.stringify(doubts));
    }
  } catch {
    // A browser that keeps nothing loses a convenience: the findings of the draft stand by themselves.
  }
}

export function keptDoubts(draftId: string): readonly ImportDoubt[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(draftId)) ?? '[]');
    return Array.isArray(kept) ? (kept as readonly ImportDoubt[]) : [];
  } catch {
    return [];
  }
}
