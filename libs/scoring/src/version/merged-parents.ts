import type { ThreeSets } from './flat-set';

type Parent = string | null;

interface Sides {
  readonly base: Parent | undefined;
  readonly mine: Parent;
  readonly theirs: Parent;
}

/** Decides where a node stands that both moved. */
export type DecidePlace = (id: string, sides: Sides) => 'mine' | 'theirs';

/** Under whom every node stands that at least one side has, and nobody under itself. */
export function mergedParents({ base, mine, theirs }: ThreeSets, decide: DecidePlace): ReadonlyMap<string, Parent> {
  const parents = new Map<string, Parent>();
  for (const id of new Set([...theirs.nodes.keys(), ...mine.nodes.keys()])) {
    const [was, my, their] = [base, mine, theirs].map(({ nodes }) => nodes.get(id)?.parent);
    parents.set(id, placeOf(id, { base: was, mine: my, theirs: their }, decide));
  }
  return withoutRings(parents, { base, mine, theirs }, decide);
}

function placeOf(id: string, { base, mine, theirs }: { readonly [side in keyof Sides]: Parent | undefined }, decide: DecidePlace): Parent {
  if (mine === undefined || theirs === undefined) return mine ?? theirs ?? null;
  if (mine === theirs || theirs === base) return mine;
  if (mine === base) return theirs;
  return decide(id, { base, mine, theirs }) === 'mine' ? mine : theirs;
}

/** Mine moved A under B, theirs B under A: then mine does not stand. */
function withoutRings(parents: Map<string, Parent>, { base, mine, theirs }: ThreeSets, decide: DecidePlace): ReadonlyMap<string, Parent> {
  for (const id of mine.nodes.keys()) {
    const their = theirs.nodes.get(id);
    const my = mine.nodes.get(id);
    if (!their || !my || parents.get(id) !== my.parent || my.parent === their.parent || !isInRing(id, parents)) continue;
    decide(id, { base: base.nodes.get(id)?.parent, mine: my.parent, theirs: their.parent });
    parents.set(id, their.parent);
  }
  return parents;
}

function isInRing(id: string, parents: ReadonlyMap<string, Parent>): boolean {
  const seen = new Set<string>();
  for (let above = parents.get(id) ?? null; above !== null && !seen.has(above); above = parents.get(above) ?? null) {
    if (above === id) return true;
    seen.add(above);
  }
  return false;
}
