import type { Fields } from '../draft/fields';

/** A rule as somebody has just changed it. Typing in one field carries the same key, so that it is one step to take back. */
export interface RuleEdit {
  readonly rule: Fields;
  readonly key?: string;
}

/** One column of the lines of a rule, beside their label. */
export interface LineColumn {
  readonly name: 'points' | 'percent' | 'cap';
  readonly head: string;
  readonly placeholder?: string;
}
