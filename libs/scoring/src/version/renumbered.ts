import { codeOf, type FlatSet, type ThreeSets } from './flat-set';

/** A node that has another number than either side had given it. */
export interface Renumbered {
  readonly before: string;
  readonly after: string;
  readonly title: string;
}

export interface NumberedTree {
  readonly sets: ThreeSets;
  readonly order: ReadonlyMap<string, readonly string[]>;
  /** The part of a code that is brought together from the sides, where it is not by its place alone. */
  readonly partOf: (id: string, parent: string | null) => string;
}

/**
 * The code of every node under its parent's. Where both sides count siblings 1, 2, 3 …, they are counted again; elsewhere each keeps what
 * the sides come to, and where both gave one code away, mine takes the next that is free.
 */
export function codesOfMerged(tree: NumberedTree): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  const number = (parent: string | null): void => {
    const above = parent === null ? null : (codes.get(parent) ?? null);
    const siblings = tree.order.get(parent ?? '') ?? [];
    codesUnder(tree, parent, siblings, above).forEach((code, index) => codes.set(siblings[index] as string, code));
    for (const id of siblings) number(id);
  };
  number(null);
  return codes;
}

/** Nodes that come out under a code that neither side had, and that mine had at all. */
export function renumberedIn({ mine, theirs }: ThreeSets, codes: ReadonlyMap<string, string>): readonly Renumbered[] {
  return [...codes].flatMap(([id, after]) => {
    const node = mine.nodes.get(id);
    const isNew = node !== undefined && node.code !== after && theirs.nodes.get(id)?.code !== after;
    return isNew ? [{ before: node.code, after, title: String(node.fields['title'] ?? '') }] : [];
  });
}

function codesUnder(tree: NumberedTree, parent: string | null, siblings: readonly string[], above: string | null): readonly string[] {
  const { mine, theirs } = tree.sets;
  if ([mine, theirs].every((set) => isCounted(set, parent))) return siblings.map((_, index) => codeOf(`.${index + 1}`, above));
  const given = siblings.map((id) => codeOf(tree.partOf(id, parent), above));
  return takenUnder(tree.sets, siblings, { given, parent });
}

/** Whether what stands under a node is numbered by its place. */
const isCounted = ({ order, nodes }: FlatSet, parent: string | null): boolean =>
  (order.get(parent ?? '') ?? []).every((id, index) => nodes.get(id)?.part === `${parent === null ? '' : '.'}${index + 1}`);

interface Given {
  readonly given: readonly string[];
  readonly parent: string | null;
}

/** Each its own code; of two that share one, and did not share it already, the one gets another that theirs does not have here. */
function takenUnder({ mine, theirs }: ThreeSets, siblings: readonly string[], { given, parent }: Given): readonly string[] {
  const taken = new Set(given);
  const isHere = (set: FlatSet, id: string): boolean => set.nodes.get(id)?.parent === parent;
  const shared = (set: FlatSet, ids: readonly string[]): boolean =>
    ids.every((id) => isHere(set, id)) && new Set(ids.map((id) => set.nodes.get(id)?.part)).size === 1;
  const keeper = keepers(siblings, given, (id) => isHere(theirs, id));
  return siblings.map((id, index) => {
    const code = given[index] as string;
    const first = keeper.get(code) ?? id;
    return first === id || [mine, theirs].some((set) => shared(set, [first, id])) ? code : nextFree(code, taken);
  });
}

/** Who keeps a code that several have: the first of theirs, else the first. */
function keepers(siblings: readonly string[], given: readonly string[], isTheirs: (id: string) => boolean): ReadonlyMap<string, string> {
  const places = siblings.map((id, index) => [given[index] as string, id] as const);
  const [preferred, others] = [places.filter(([, id]) => isTheirs(id)), places.filter(([, id]) => !isTheirs(id))];
  return new Map([...others.toReversed(), ...preferred.toReversed()]);
}

function nextFree(code: string, taken: Set<string>): string {
  const [, stem = '', number] = /^(.*?)(\d+)$/u.exec(code) ?? [];
  if (number === undefined) return code;
  let next = Number(number) + 1;
  while (taken.has(`${stem}${next}`)) next += 1;
  taken.add(`${stem}${next}`);
  return `${stem}${next}`;
}
