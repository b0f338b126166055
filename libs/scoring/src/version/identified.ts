import type { PlacedNode } from './flat-set';
import { pairNodes } from './pair-nodes';

type Versions = Readonly<Record<'base' | 'mine' | 'theirs', readonly PlacedNode[]>>;
type Ids = Readonly<Record<'base' | 'mine' | 'theirs', readonly string[]>>;

/** An id for every node of three versions, the same for the same node. What both sides added alike (a save whose answer was lost) is one node. */
export function identified({ base, mine, theirs }: Versions): Ids {
  const [ofMine, ofTheirs] = [pairNodes(base, mine), pairNodes(base, theirs)];
  const added = (pairs: readonly (number | null)[]): readonly number[] => [...pairs.keys()].filter((place) => pairs[place] === null);
  const [mineAdded, theirsAdded] = [added(ofMine), added(ofTheirs)];
  const alike = pairNodes(mineAdded.map((place) => mine[place] as PlacedNode), theirsAdded.map((place) => theirs[place] as PlacedNode));
  const twin = new Map(alike.flatMap((pair, index) => (isTwin(pair) && sameTitle(mine[mineAdded[pair] as number], theirs[theirsAdded[index] as number]) ? [[theirsAdded[index] as number, mineAdded[pair] as number] as const] : [])));
  return {
    base: base.map((_, place) => `b${place}`),
    mine: ofMine.map((pair, place) => (pair === null ? `m${place}` : `b${pair}`)),
    theirs: ofTheirs.map((pair, place) => (pair === null ? (twin.has(place) ? `m${twin.get(place)}` : `t${place}`) : `b${pair}`)),
  };
}

const isTwin = (pair: number | null): pair is number => pair !== null;

/** Two nodes that came to be apart from each other are one only where they are called the same. */
const sameTitle = (a: PlacedNode | undefined, b: PlacedNode | undefined): boolean =>
  a !== undefined && b !== undefined && a.node['title'] === b.node['title'] && a.code === b.code;
