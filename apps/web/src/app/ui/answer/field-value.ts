import { readTypedNumber } from '../format/typed-number';

/** What a number field holds: a number, nothing, or something that is no number. */
export type FieldValue = number | null | 'unreadable';

export function fieldValueOf(text: string): FieldValue {
  const typed = readTypedNumber(text);
  if (typed.kind === 'number') {
    return typed.value;
  }
  return typed.kind === 'empty' ? null : 'unreadable';
}
