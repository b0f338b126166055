import type { FormAnswers } from '@par-index/contract';

/** A form on its way. Its id is made when it is opened: whatever is sent with it is stored once. */
export interface FormDraft {
  readonly id: string;
  readonly answers: FormAnswers;
  /** The screen that was open; null before the first one. */
  readonly at: string | null;
  /** When the first answer was given. */
  readonly begunAt: string | null;
}

export const newDraft = (): FormDraft => ({ id: crypto.randomUUID(), answers: {}, at: null, begunAt: null });
