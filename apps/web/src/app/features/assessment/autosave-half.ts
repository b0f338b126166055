import { type HalfAnswer, sameHalf } from '../../ui/answer/half-answer';
import type { AnswerContent, AnswerField } from './answer-content';
import type { HalfTyping, SetAside } from './autosave-ports';

/** An edit of some fields. `half` null drops what was typed by half; an answer that is given without it does too. */
export type AnswerEdit = Partial<AnswerContent> & { readonly half?: HalfAnswer | null };

/** What is typed by half after an edit. */
export function halfAfter(half: HalfTyping | null, edit: AnswerEdit): HalfTyping | null {
  if (edit.half) {
    return { typed: edit.half, over: 'answer' in edit ? null : (half?.over ?? null) };
  }
  return edit.half === null || 'answer' in edit ? null : half;
}

/** Remembers what it was typed over, when the answer of somebody else has come into that place. */
export function halfMet(half: HalfTyping | null, before: AnswerContent, taken: readonly AnswerField[]): HalfTyping | null {
  return half && taken.includes('answer') ? { typed: half.typed, over: half.over ?? { answer: before.answer } } : half;
}

/** The one of two that does not stand in the fields, where both say something: it stays readable. */
export function halfSetAside(lost: HalfTyping | null, kept: HalfTyping | null, content: AnswerContent): readonly SetAside[] {
  return lost && !sameHalf(lost.typed, kept?.typed ?? null) ? [{ field: 'answer', side: 'mine', content, half: lost.typed, by: null, at: null }] : [];
}
