import { DECIMALS, exactUnitsOf } from '../exact/decimal';
import { DEEPEST, Place } from './place';

/** Says whether a value has the right shape, and writes down at its place what has not. Never throws, whatever the value. */
export type Check = (value: unknown, at: Place) => boolean;

type Fields = Readonly<Record<string, Check>>;
export type UnknownRecord = Readonly<Record<string, unknown>>;

const LONGEST_QUOTE = 80;

export const isRecord = (value: unknown): value is UnknownRecord => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A member that is really there: `constructor` and its like are not found on every object. */
export const ownMember = (value: UnknownRecord, key: string): unknown => (Object.hasOwn(value, key) ? value[key] : undefined);

/** What was given, short enough to be said back. */
export function quoted(value: unknown): string {
  if (Array.isArray(value)) return '[…]';
  return isRecord(value) ? '{…}' : String(value).slice(0, LONGEST_QUOTE);
}

/** The same question, with nothing written down. */
const fits = (check: Check, value: unknown): boolean => check(value, Place.root([]));

/** A member if it is there and sound, else something to go on with. */
export function soundMember<T>(fields: UnknownRecord, field: string, check: Check, otherwise: T): T {
  const value = ownMember(fields, field);
  return fits(check, value) ? (value as T) : otherwise;
}

export const anyText: Check = (value, at) => typeof value === 'string' || at.error('set.not-text', {});

export const text: Check = (value, at) => anyText(value, at) && ((value as string).trim() !== '' || at.error('set.blank-text', {}));

export const trueOrFalse: Check = (value, at) => typeof value === 'boolean' || at.error('set.not-true-or-false', {});

/** Of an identifier: more than anybody reads, less than an index of a database refuses. */
const LONGEST_ID = 200;

const identifies = (value: string): boolean => value === value.trim() && value.length <= LONGEST_ID && !isInherited(value);

/** A name by which answers and settings are found again: short, no blank at its ends, not a name that every object has (`constructor`). */
export const identifier: Check = (value, at) => text(value, at) && (identifies(value as string) || at.error('id.invalid', { id: quoted(value) }));

export const isInherited = (name: string): boolean => name in {};

export const oneOf =
  (...allowed: readonly (string | true)[]): Check =>
  (value, at) =>
    allowed.some((one) => one === value) || at.error('set.unknown-value', { value: quoted(value), allowed: allowed.join(', ') });

/** Bounds are inclusive, but for `above`. */
export interface Limits {
  readonly min?: number;
  readonly max?: number;
  readonly above?: number;
}

const within = (value: number, limits: Limits): boolean =>
  !(value < (limits.min ?? -Infinity)) && !(value > (limits.max ?? Infinity)) && (limits.above === undefined || value > limits.above);

const isFiniteNumber = (value: unknown): value is number => Number.isFinite(value);

/** A finite number with at most 4 decimals, within the limits. */
export const numeric =
  (limits: Limits = {}): Check =>
  (value, at) => {
    if (!isFiniteNumber(value)) return at.error('set.not-a-number', {});
    if (exactUnitsOf(value) === null) return at.error('number.too-many-decimals', { value, most: DECIMALS });
    return within(value, limits) || at.error('number.out-of-range', { value, ...limits });
  };

export const whole =
  (limits: Limits): Check =>
  (value, at) =>
    isFiniteNumber(value) && !Number.isInteger(value) ? at.error('number.not-whole', { value }) : numeric(limits)(value, at);

/** Looks at every one of them: what is wrong is found all at once. */
const every = (verdicts: readonly boolean[]): boolean => verdicts.every(Boolean);

export const list =
  (each: Check, least = 0): Check =>
  (value, at) => {
    if (!isList(value, at, least)) return false;
    return every(value.map((member, index) => each(member, at.member(index))));
  };

/** The same of the list alone, whatever its members are. */
export function isList(value: unknown, at: Place, least: number): value is readonly unknown[] {
  if (!Array.isArray(value)) return at.error('set.not-a-list', {});
  return value.length >= least || at.error('set.empty-list', {});
}

/** A list with at least one member, each with an `id` of its own. */
export const listById =
  (each: Check): Check =>
  (value, at) =>
    every([list(each, 1)(value, at), idsDiffer(value, at)]);

function idsDiffer(value: unknown, at: Place): boolean {
  const seen = new Set<string>();
  const members: readonly unknown[] = Array.isArray(value) ? value : [];
  return every(members.map((member, index) => idIsNew(member, seen) || doubledId(member, at.member(index).member('id'))));
}

function idIsNew(member: unknown, seen: Set<string>): boolean {
  const id = isRecord(member) ? ownMember(member, 'id') : undefined;
  if (typeof id !== 'string') return true;
  return !seen.has(id) && seen.add(id).has(id);
}

const doubledId = (member: unknown, at: Place): false => at.error('id.doubled', { id: quoted((member as UnknownRecord)['id']) });

/** An object with every required field, and no field that is neither required nor optional. */
export function record(required: Fields, optional: Fields = {}): Check {
  const known: Fields = { ...required, ...optional };
  return (value, at) => {
    if (!isRecord(value)) return at.error('set.not-an-object', {});
    if (at.depth > DEEPEST) return at.error('set.too-deep', { deepest: DEEPEST });
    return every([
      ...Object.keys(required).map((field) => Object.hasOwn(value, field) || at.member(field).error('set.missing-field', { field })),
      ...Object.keys(value).map((field) => fieldFits(known, field)(value[field], at.member(field))),
    ]);
  };
}

const unknownField =
  (field: string): Check =>
  (_value, at) =>
    at.error('set.unknown-field', { field: quoted(field) });

const fieldFits = (known: Fields, field: string): Check => (Object.hasOwn(known, field) ? (known[field] as Check) : unknownField(field));

/** One of several shapes, told apart by the text in one field. */
export const variant =
  (tag: string, shapes: Fields): Check =>
  (value, at) => {
    if (!isRecord(value)) return at.error('set.not-an-object', {});
    if (!Object.hasOwn(value, tag)) return at.member(tag).error('set.missing-field', { field: tag });
    const known = oneOf(...Object.keys(shapes))(value[tag], at.member(tag));
    return known && (shapes[value[tag] as string] as Check)(value, at);
  };
