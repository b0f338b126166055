import { type Answer, answerInWords, type Rule } from '@par-index/scoring';
import { type Fields, isFields, listOf, numberOf, numberTextOf, withMember } from '../draft/fields';
import { type TryOut, tried } from './try-out';

/** An example as its row shows it. */
export interface ExampleRow {
  /** The answer in words; as it is written where the rule has no words for it. */
  readonly words: string;
  readonly expectedText: string;
  /** What the rule gives; null where it does not take the answer or can't be tried now. */
  readonly points: number | null;
  readonly verdict: 'holds' | 'fails' | 'unknown';
}

export function exampleRows(rule: Fields, tryOut: TryOut | null): readonly ExampleRow[] {
  return listOf(rule, 'examples').map((example) => {
    const given = isFields(example['given']) ? (example['given'] as unknown as Answer) : null;
    const points = tryOut === null || given === null ? null : (tried(tryOut, given, null).trace?.points ?? null);
    const verdict = tryOut === null ? 'unknown' : points !== null && points === numberOf(example, 'expected') ? 'holds' : 'fails';
    return { words: given === null ? '' : wordsOf(rule, given), expectedText: numberTextOf(example, 'expected'), points, verdict };
  });
}

/** The rule with what was just tried as one more example. */
export function withExample(rule: Fields, given: Answer, expected: number): Fields {
  return { ...rule, examples: [...listOf(rule, 'examples'), { given, expected }] };
}

export function withoutExample(rule: Fields, at: number): Fields {
  const left = listOf(rule, 'examples').filter((_example, other) => other !== at);
  return withMember(rule, 'examples', left.length === 0 ? undefined : left);
}

export function withExpected(rule: Fields, at: number, change: (example: Fields) => Fields): Fields {
  return { ...rule, examples: listOf(rule, 'examples').map((example, other) => (other === at ? change(example) : example)) };
}

/** An example may have been written for another rule. */
function wordsOf(rule: Fields, given: Answer): string {
  try {
    return answerInWords(rule as unknown as Rule, given);
  } catch {
    return JSON.stringify(given);
  }
}
