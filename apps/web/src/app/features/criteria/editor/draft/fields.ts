import { fieldValueOf } from '../../../../ui/answer/field-value';
import { numberInWords } from '../../../../ui/format/number-words';

/**
 * A part of a set while it is written: what is there may be missing, blank, or no number yet. What somebody typed is kept as it was typed;
 * the checks say what is wrong with it.
 */
export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The members of a list that can be shown; none where there is no list. */
export function listOf(fields: Fields, name: string): readonly Fields[] {
  const value = fields[name];
  return Array.isArray(value) ? value.filter(isFields) : [];
}

export function partOf(fields: Fields, name: string): Fields {
  const value = fields[name];
  return isFields(value) ? value : {};
}

export function textOf(fields: Fields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
}

/** A number as it stands in a field, or what was typed in its place. */
export function numberTextOf(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value === 'number' && Number.isFinite(value)) {
    return numberInWords(value);
  }
  return typeof value === 'string' ? value : '';
}

/** The number itself; null where there is none. */
export function numberOf(fields: Fields, name: string): number | null {
  const value = fields[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** With the member, or without it where `value` is undefined. */
export function withMember(fields: Fields, name: string, value: unknown): Fields {
  if (value === undefined) {
    return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name));
  }
  return { ...fields, [name]: value };
}

/** With what was typed as a number: the number, nothing where the field is empty, or the text itself where it is no number. */
export function withTypedNumber(fields: Fields, name: string, typed: string): Fields {
  const value = fieldValueOf(typed);
  return withMember(fields, name, value === 'unreadable' ? typed : (value ?? undefined));
}

/** With the text; without the member where it is blank and may be left out. */
export function withOptionalText(fields: Fields, name: string, text: string): Fields {
  return withMember(fields, name, text === '' ? undefined : text);
}

/** Whether two parts say the same, whatever the order of their members. */
export const saysTheSame = (one: unknown, other: unknown): boolean => one === other || written(one) === written(other);

const written = (value: unknown): string | undefined =>
  JSON.stringify(value, (_key, part: unknown) => (isFields(part) ? Object.fromEntries(Object.entries(part).sort(byName)) : part));

const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number => (one < other ? -1 : 1);
