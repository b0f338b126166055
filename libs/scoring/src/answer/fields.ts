import { exactUnitsOf } from '../exact/decimal';
import type { Finding } from '../model/finding';
import { below } from './pointer';
import { refusal } from './refusal';

/** An answer as it came in: an object of which nothing else is known yet. */
export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of an own field; a field of the prototype is not there. */
export function ownField(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** How many fields an object has, without a list of them. */
export function countFields(fields: object): number {
  let count = 0;
  for (const _name in fields) count += 1;
  return count;
}

/** Refuses fields that are not in `names`, and names without a field. */
export function checkFieldNames(fields: Fields, names: readonly string[], at: string): readonly Finding[] {
  const unknown = Object.keys(fields).filter((field) => !names.includes(field));
  const missing = names.filter((name) => ownField(fields, name) === undefined);
  return [
    ...unknown.map((field) => refusal('answer.unknown-field', below(at, field), { field })),
    ...missing.map((field) => refusal('answer.missing-field', below(at, field), { field })),
  ];
}

/** Refuses what is not a number with at most 4 decimals. An absent value is for `checkFieldNames` to refuse. */
export function checkDecimal(value: unknown, field: string, at: string): readonly Finding[] {
  if (value === undefined) return [];
  if (typeof value !== 'number') return [refusal('answer.wrong-type', at, { field, expected: 'number' })];
  return exactUnitsOf(value) === null ? [refusal('answer.not-decimal', at, { field, value: String(value) })] : [];
}

/** The same for several fields of one answer. */
export function checkDecimals(fields: Fields, names: readonly string[], at: string): readonly Finding[] {
  return names.flatMap((name) => checkDecimal(ownField(fields, name), name, below(at, name)));
}

/** Refuses what is not a whole number from 0 up. */
export function checkCount(value: unknown, field: string, at: string): readonly Finding[] {
  if (typeof value !== 'number') return [refusal('answer.wrong-type', at, { field, expected: 'number' })];
  if (!Number.isFinite(value)) return [refusal('answer.not-decimal', at, { field, value: String(value) })];
  if (!Number.isInteger(value)) return [refusal('answer.not-whole', at, { field, value })];
  return value < 0 ? [refusal('answer.below-min', at, { field, value, min: 0 })] : [];
}

export interface Range {
  readonly min?: number;
  readonly max?: number;
}

/** Refuses a number outside `min`…`max`. */
export function checkRange(value: number, range: Range, field: string, at: string): readonly Finding[] {
  const { min = -Infinity, max = Infinity } = range;
  if (value < min) return [refusal('answer.below-min', at, { field, value, min })];
  return value > max ? [refusal('answer.above-max', at, { field, value, max })] : [];
}
