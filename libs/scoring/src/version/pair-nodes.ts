import type { PlacedNode } from './flat-set';
import { written } from './written';

/** What two nodes have to share to be the same one; undefined where it says nothing. */
type Likeness = (node: PlacedNode) => string | undefined;

const saysSomething = (text: unknown): text is string => typeof text === 'string' && text.trim() !== '';

function contentOf({ node }: PlacedNode): string | undefined {
  const { code: _code, children: _children, ...content } = node;
  return written(content);
}

/** The surest likeness first: what moved or got another number keeps its content, what was edited keeps its title, its rule or its code. */
const LIKENESSES: readonly Likeness[] = [
  (placed) => `${placed.code}\n${contentOf(placed)}`,
  contentOf,
  ({ node }) => (saysSomething(node['title']) ? node['title'].trim() : undefined),
  ({ node }) => (node['rule'] === undefined ? undefined : written(node['rule'])),
  ({ code }) => (code === '' ? undefined : code),
];

/**
 * For each node of `other` the place of the same node in `base`, or null where it is a new one. Nodes have no identity but what they say, so
 * a pair is a guess that gets less sure with each step; a wrong one only means that an edit is told as another edit.
 */
export function pairNodes(base: readonly PlacedNode[], other: readonly PlacedNode[]): readonly (number | null)[] {
  const pairs: (number | null)[] = other.map(() => null);
  const open = new Set(base.keys());
  for (const likeness of LIKENESSES) pairBy(likeness, { base, other, pairs, open });
  return pairs;
}

interface Pairing {
  readonly base: readonly PlacedNode[];
  readonly other: readonly PlacedNode[];
  readonly pairs: (number | null)[];
  readonly open: Set<number>;
}

function pairBy(likeness: Likeness, pairing: Pairing): void {
  const { base, other, pairs, open } = pairing;
  const alike = new Map<string, number[]>();
  for (const place of open) listed(alike, likeness(base[place] as PlacedNode), place);
  const wanting = [...other.keys()].filter((place) => pairs[place] === null);
  // Of several that are alike, those with the same code belong together.
  for (const sameCode of [true, false]) {
    for (const place of wanting.filter((one) => pairs[one] === null)) {
      const node = other[place] as PlacedNode;
      const key = likeness(node);
      const found = (key === undefined ? [] : (alike.get(key) ?? [])).find((one) => open.has(one) && (!sameCode || base[one]?.code === node.code));
      if (found === undefined) continue;
      pairs[place] = found;
      open.delete(found);
    }
  }
}

function listed(alike: Map<string, number[]>, key: string | undefined, place: number): void {
  if (key !== undefined) alike.set(key, [...(alike.get(key) ?? []), place]);
}
