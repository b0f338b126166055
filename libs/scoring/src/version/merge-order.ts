/** The order of siblings as three versions have it. */
export interface Orders {
  readonly base: readonly string[];
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
}

/** `disagrees`: both put what all three have in another order, each another one; then `theirs` stands unless `prefer` says otherwise. */
export interface MergedOrder {
  readonly order: readonly string[];
  readonly disagrees: boolean;
}

/**
 * Brings two orders together: who changed the order of what all have, leads; what only the other has goes behind the one that it stood behind.
 *
 * @example
 * mergeOrder({ base: ['a', 'b'], mine: ['b', 'a'], theirs: ['a', 'b', 'c'] }).order; // ['b', 'c', 'a']
 */
export function mergeOrder({ base, mine, theirs }: Orders, prefer: 'mine' | 'theirs' = 'theirs'): MergedOrder {
  const [inBase, inMine, inTheirs] = [new Set(base), new Set(mine), new Set(theirs)];
  const shared = (list: readonly string[]): string => list.filter((id) => inBase.has(id) && inMine.has(id) && inTheirs.has(id)).join('\n');
  const [was, my, their] = [shared(base), shared(mine), shared(theirs)];
  const disagrees = my !== was && their !== was && my !== their;
  const mineLeads = disagrees ? prefer === 'mine' : my !== was;
  return { order: mineLeads ? withInserted(mine, theirs) : withInserted(theirs, mine), disagrees };
}

function withInserted(leading: readonly string[], other: readonly string[]): readonly string[] {
  const order = [...leading];
  const known = new Set(leading);
  other.forEach((id, place) => {
    if (known.has(id)) return;
    order.splice(placeFor(order, other.slice(0, place), new Set(other)), 0, id);
    known.add(id);
  });
  return order;
}

/** Behind the nearest that it stood behind, and behind what the leading side put there. */
function placeFor(order: readonly string[], before: readonly string[], others: ReadonlySet<string>): number {
  const nearest = before.findLast((id) => order.includes(id));
  let place = nearest === undefined ? 0 : order.indexOf(nearest) + 1;
  while (place < order.length && !others.has(order[place] as string)) place += 1;
  return place;
}
