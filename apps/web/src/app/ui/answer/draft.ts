import { linkedSignal, type Signal, type WritableSignal } from '@angular/core';
import type { Answer } from '@par-index/scoring';

/** How a kind of answer is edited: `D` is what the fields hold, which may be only half an answer. */
export interface DraftKind<D> {
  read(answer: Answer | null): D;
  /** `null` while it is no answer yet, `unreadable` while a field holds what is no number. */
  write(draft: D): Answer | null | 'unreadable';
}

/**
 * What is being typed. An answer that comes in replaces it only if it says something else than what was typed: half an answer is
 * `null` outside, and that `null` must not empty the fields.
 */
export function draftOf<D>(answer: Signal<Answer | null>, kind: Signal<DraftKind<D>>): WritableSignal<D> {
  return linkedSignal<Answer | null, D>({
    source: answer,
    computation: (incoming, previous) => (previous && saysTheSame(kind().write(previous.value), incoming) ? previous.value : kind().read(incoming)),
  });
}

function saysTheSame(written: Answer | null | 'unreadable', incoming: Answer | null): boolean {
  return JSON.stringify(written === 'unreadable' ? null : written) === JSON.stringify(incoming);
}
