import { mergeOrder } from './merge-order';
import { isPlain, isSame } from './written';

/** One value in the three versions; undefined where a version does not state it. */
export interface ThreeValues {
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

/** A field that both sides changed, each otherwise. `field` leads there: `rule.options.a.points`. */
export interface FieldConflict extends ThreeValues {
  readonly field: string;
}

/** Decides a conflict: which side stands. */
export type Decide = (conflict: FieldConflict) => 'mine' | 'theirs';

/**
 * Brings one value together: what one side changed stands, what both changed is taken apart as far as it goes (members of an object of the
 * same kind, entries of a list with ids) and then decided.
 */
export function mergeValue(values: ThreeValues, field: string, decide: Decide): unknown {
  const { base, mine, theirs } = values;
  if (isSame(mine, base)) return theirs;
  if (isSame(theirs, base) || isSame(mine, theirs)) return mine;
  if (isPlain(mine) && isPlain(theirs) && isPlain(base) && sameKind([base, mine, theirs])) return mergeMembers({ base, mine, theirs }, field, decide);
  if (isById(base) && isById(mine) && isById(theirs)) return mergeEntries({ base, mine, theirs }, field, decide);
  return decide({ ...values, field }) === 'mine' ? mine : theirs;
}

type Fields = Readonly<Record<string, unknown>>;
type Three<T> = { readonly [side in keyof ThreeValues]: T };

/** What tells shapes apart: fields of one kind of rule mean nothing in another. */
const sameKind = ([first, ...others]: readonly Fields[]): boolean =>
  ['kind', 'type'].every((tag) => others.every((one) => isSame(one[tag], first?.[tag])));

/** The members of three objects, in the order of theirs; what neither side has is gone. */
export function mergeMembers({ base, mine, theirs }: Three<Fields>, field: string, decide: Decide): Fields {
  const names = [...new Set([...Object.keys(theirs), ...Object.keys(mine), ...Object.keys(base)])];
  const at = (name: string): string => (field === '' ? name : `${field}.${name}`);
  const merged = names.map((name) => [name, mergeValue({ base: own(base, name), mine: own(mine, name), theirs: own(theirs, name) }, at(name), decide)] as const);
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
}

const own = (fields: Fields, name: string): unknown => (Object.hasOwn(fields, name) ? fields[name] : undefined);

type Entry = Fields & { readonly id: string };

/** A list whose entries are told apart by an id of their own. */
function isById(value: unknown): value is readonly Entry[] {
  if (!Array.isArray(value)) return false;
  const ids = value.map((entry: unknown) => (isPlain(entry) ? entry['id'] : undefined));
  return ids.every((id) => typeof id === 'string') && new Set(ids).size === ids.length;
}

function mergeEntries({ base, mine, theirs }: Three<readonly Entry[]>, field: string, decide: Decide): readonly unknown[] {
  const byId = (list: readonly Entry[]) => new Map(list.map((entry) => [entry.id, entry]));
  const [was, my, their] = [byId(base), byId(mine), byId(theirs)];
  const ids = (list: readonly Entry[]) => list.map(({ id }) => id);
  const orders = { base: ids(base), mine: ids(mine), theirs: ids(theirs) };
  const disagrees = mergeOrder(orders).disagrees;
  const prefer = disagrees ? decide({ field: `${field}.order`, base: orders.base, mine: orders.mine, theirs: orders.theirs }) : 'theirs';
  return mergeOrder(orders, prefer).order
    .map((id) => mergeValue({ base: was.get(id), mine: my.get(id), theirs: their.get(id) }, `${field}.${id}`, decide))
    .filter((entry) => entry !== undefined);
}
