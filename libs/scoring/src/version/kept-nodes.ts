import type { MergeSide, ThreeSets } from './flat-set';
import { isSame } from './written';

/** What stays, and of it what one side had removed. */
export interface KeptNodes {
  readonly kept: ReadonlySet<string>;
  /** Removed by one side, and changed, or needed for something under it, by the other. In the order of the base. */
  readonly contested: readonly string[];
}

/**
 * A node stays unless one side removed it and the other left it alone. What something that stays stands under stays too. `chosen`: the side
 * that stands where it was contested; then everything under a node that goes, goes.
 */
export function keptNodes(sets: ThreeSets, parents: ReadonlyMap<string, string | null>, chosen: (id: string) => MergeSide | undefined): KeptNodes {
  const needed = withAncestors([...parents.keys()].filter((id) => standsByItself(sets, id)), parents);
  const contested = [...sets.base.nodes.keys()].filter((id) => needed.has(id) && removerOf(sets, id) !== null);
  const gone = contested.filter((id) => chosen(id) === removerOf(sets, id));
  return { kept: new Set([...needed].filter((id) => !isUnder(id, gone, parents))), contested };
}

function standsByItself(sets: ThreeSets, id: string): boolean {
  const remover = removerOf(sets, id);
  if (remover === null) return true;
  const was = sets.base.nodes.get(id);
  const left = sets[remover === 'mine' ? 'theirs' : 'mine'].nodes.get(id);
  return !isSame(was?.fields, left?.fields) || was?.parent !== left?.parent;
}

/** The side that removed a node of the base; null where none did, or where it is new. */
function removerOf({ base, mine, theirs }: ThreeSets, id: string): MergeSide | null {
  if (!base.nodes.has(id)) return null;
  return mine.nodes.has(id) ? (theirs.nodes.has(id) ? null : 'theirs') : 'mine';
}

function withAncestors(ids: readonly string[], parents: ReadonlyMap<string, string | null>): ReadonlySet<string> {
  const all = new Set<string>();
  for (const id of ids) {
    for (let one: string | null = id; one !== null && !all.has(one); one = parents.get(one) ?? null) all.add(one);
  }
  return all;
}

function isUnder(id: string, gone: readonly string[], parents: ReadonlyMap<string, string | null>): boolean {
  for (let one: string | null = id; one !== null; one = parents.get(one) ?? null) {
    if (gone.includes(one)) return true;
  }
  return false;
}
