import type { Answer } from '@par-index/scoring';
import { numberInWords } from '../format/number-words';
import type { DraftKind } from './draft';
import { fieldValueOf } from './field-value';
import { NOTHING_TYPED } from './half-answer';

/** The text of each number field, by its key. */
export type TextsDraft = Readonly<Record<string, string>>;

interface NumberFields {
  readonly keys: readonly string[];
  /** Whether an empty field leaves the answer incomplete. */
  readonly needs: 'all' | 'any';
  /** The numbers that an answer holds, by key. */
  readonly numbersOf: (answer: Answer) => Readonly<Record<string, unknown>>;
  readonly answerOf: (numbers: Readonly<Record<string, number>>) => Answer;
}

/** An answer that consists of numbers in fields. It is whole once each field is a number, or, for `any`, one is and the others are empty. */
export function textsDraft({ keys, needs, numbersOf, answerOf }: NumberFields): DraftKind<TextsDraft> {
  return {
    read: (answer) => {
      const numbers = answer ? numbersOf(answer) : {};
      return Object.fromEntries(keys.map((key) => [key, textOf(numbers[key])]));
    },
    restore: (half) => Object.fromEntries(keys.map((key) => [key, ('texts' in half && half.texts[key]) || ''])),
    write: (draft) => {
      const values = keys.map((key) => [key, fieldValueOf(draft[key] ?? '')] as const);
      const numbers = values.filter((entry): entry is readonly [string, number] => typeof entry[1] === 'number');
      if (values.every(([, value]) => value === null)) {
        return NOTHING_TYPED;
      }
      const whole = numbers.length === keys.length || (needs === 'any' && values.every(([, value]) => value !== 'unreadable'));
      return whole ? { answer: answerOf(Object.fromEntries(numbers)), half: null } : { answer: null, half: { texts: draft } };
    },
  };
}

function textOf(value: unknown): string {
  return typeof value === 'number' ? numberInWords(value) : '';
}
