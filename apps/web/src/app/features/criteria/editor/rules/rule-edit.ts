import { type Fields, listOf, partOf } from '../draft/fields';

/**
 * A change of a part as a function of what stands then: two keys that come faster than the page is drawn never undo each other. Typing in
 * one field carries the same key, so that it is one step to take back.
 */
export interface PartEdit<T = Fields> {
  readonly change: (part: T) => T;
  readonly key?: string;
}

export type RuleEdit = PartEdit;

/** The same change, of the rule that holds the part. */
export function within({ change, key }: PartEdit, name: string): RuleEdit {
  return keyed((rule) => ({ ...rule, [name]: change(partOf(rule, name)) }), key === undefined ? undefined : `${name}-${key}`);
}

/** The same change, of the rule that holds the list. */
export function withinList({ change, key }: PartEdit<readonly Fields[]>, name: string): RuleEdit {
  return keyed((rule) => ({ ...rule, [name]: change(listOf(rule, name)) }), key === undefined ? undefined : `${name}-${key}`);
}

export const keyed = <T>(change: (part: T) => T, key: string | undefined): PartEdit<T> => (key === undefined ? { change } : { change, key });

/** One column of the lines of a rule, beside their label. */
export interface LineColumn {
  readonly name: 'points' | 'percent' | 'cap';
  readonly head: string;
  readonly placeholder?: string;
}
