import type { Answer } from '@par-index/scoring';
import { fieldValueOf } from './field-value';

/** What stands in the fields while it is no whole answer: the text of each field as it was typed, or cases each in its own state. */
export type HalfAnswer =
  | { readonly texts: Readonly<Record<string, string>> }
  | { readonly cases: Readonly<Record<string, Typed>> };

/** What the fields hold: an answer, half of one, or both where some cases of several are answered and others are only begun. */
export interface Typed {
  readonly answer: Answer | null;
  readonly half: HalfAnswer | null;
}

export const NOTHING_TYPED: Typed = { answer: null, half: null };

/** Whether a field holds what is no number. */
export function hasUnreadable(half: HalfAnswer | null): boolean {
  if (half === null) {
    return false;
  }
  return 'texts' in half
    ? Object.values(half.texts).some((text) => fieldValueOf(text) === 'unreadable')
    : Object.values(half.cases).some((typed) => hasUnreadable(typed.half));
}

/** Whether the same stands in the same fields. */
export function sameHalf(one: HalfAnswer | null, other: HalfAnswer | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The answer that stands after this was typed: half an answer leaves it as it was, unless that was «không áp dụng», which it takes back. */
export function answerAfter(standing: Answer | null, { answer, half }: Typed): Answer | null {
  const begun = half !== null && answer === null;
  return begun && !(standing && 'notApplicable' in standing) ? standing : answer;
}
