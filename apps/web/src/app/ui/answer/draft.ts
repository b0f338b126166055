import { linkedSignal, type Signal, type WritableSignal } from '@angular/core';
import type { Answer } from '@par-index/scoring';
import { type HalfAnswer, sameHalf, type Typed } from './half-answer';

/** How a kind of answer is edited: `D` is what the fields hold, which may be only half an answer. */
export interface DraftKind<D> {
  read(answer: Answer | null): D;
  restore(half: HalfAnswer): D;
  write(draft: D): Typed;
}

/** What an input is given. `half` is undefined where whoever uses it does not keep half an answer: then the fields keep it themselves. */
export interface Given {
  readonly answer: Signal<Answer | null>;
  readonly half: Signal<HalfAnswer | null | undefined>;
}

/**
 * What is being typed. What comes in replaces it only if it says something else than what was typed, so that the fields stay as they
 * were typed; a half-typed answer that comes in stands above the answer that it is to replace.
 */
export function draftOf<D>({ answer, half }: Given, kind: Signal<DraftKind<D>>): WritableSignal<D> {
  return linkedSignal<Typed | { readonly answer: Answer | null; readonly half: undefined }, D>({
    source: () => ({ answer: answer(), half: half() }) as Typed,
    computation: (incoming, previous) => {
      if (previous && saysTheSame(kind().write(previous.value), incoming)) {
        return previous.value;
      }
      return incoming.half ? kind().restore(incoming.half) : kind().read(incoming.answer);
    },
  });
}

function saysTheSame(written: Typed, incoming: { readonly answer: Answer | null; readonly half: HalfAnswer | null | undefined }): boolean {
  if (incoming.half) {
    return sameHalf(written.half, incoming.half);
  }
  const sameAnswer = JSON.stringify(written.answer) === JSON.stringify(incoming.answer);
  return sameAnswer && (incoming.half === undefined || written.half === null);
}
