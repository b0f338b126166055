import type { AnswerView, SaveAnswerRequest } from '@par-index/contract';

/** What one person edits of one criterion. */
export type AnswerContent = SaveAnswerRequest;

export const ANSWER_FIELDS = ['answer', 'note', 'evidenceExplanation'] as const satisfies readonly (keyof AnswerContent)[];
export type AnswerField = (typeof ANSWER_FIELDS)[number];

export const NO_CONTENT: AnswerContent = { answer: null, note: '', evidenceExplanation: '' };

/** What stands on the server, and since when by whom. Version 0 where there is nothing yet. */
export interface StandingAnswer {
  readonly content: AnswerContent;
  readonly version: number;
  readonly updatedAt: string | null;
  readonly updatedBy: string | null;
}

export const NOTHING_STANDS: StandingAnswer = { content: NO_CONTENT, version: 0, updatedAt: null, updatedBy: null };

export function standingOf(view: AnswerView | null | undefined): StandingAnswer {
  if (!view) {
    return NOTHING_STANDS;
  }
  const { answer, note, evidenceExplanation, version, updatedAt, updatedBy } = view;
  return { content: { answer, note, evidenceExplanation }, version, updatedAt, updatedBy };
}

/** Whether two values of a field say the same; the order of keys within an answer does not count. */
export function sameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));
}

export function sameContent(one: AnswerContent, other: AnswerContent): boolean {
  return ANSWER_FIELDS.every((field) => sameValue(one[field], other[field]));
}

/** The content with one field taken from another. */
export function withField(content: AnswerContent, field: AnswerField, from: AnswerContent): AnswerContent {
  return { ...content, [field]: from[field] };
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(ordered);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, ordered(inner)]));
}
