import { type Fields, listOf } from './fields';

/** Where a node stands: its place among the top-level nodes, then among their children. `[]` is the set itself. */
export type Path = readonly number[];

export const samePath = (one: Path, other: Path): boolean => one.length === other.length && one.every((place, at) => place === other[at]);

/** Whether `path` is `above` or stands somewhere below it. */
export const isWithin = (path: Path, above: Path): boolean => above.every((place, at) => path[at] === place);

export const parentOf = (path: Path): Path => path.slice(0, -1);
export const placeOf = (path: Path): number => path.at(-1) ?? 0;

/** The top-level nodes of a set, or the children of a node. */
export const childrenOf = (holder: Fields, path: Path): readonly Fields[] => listOf(holder, path.length === 0 ? 'criteria' : 'children');

export const isParent = (node: Fields): boolean => Array.isArray(node['children']);

/** The node at a path, or the set; null where there is none. */
export function nodeAt(set: Fields, path: Path): Fields | null {
  let [found, at]: [Fields | undefined, Path] = [set, []];
  for (const place of path) {
    found = found === undefined ? undefined : childrenOf(found, at)[place];
    at = [...at, place];
  }
  return found ?? null;
}

/** The set with another node in the place of the one at `path`; the very same set where nothing is changed. */
export function withNode(set: Fields, path: Path, change: (node: Fields) => Fields): Fields {
  const [place, ...below] = path;
  return place === undefined ? change(set) : withNodeBelow({ holder: set, name: 'criteria' }, [place, ...below], change);
}

function withNodeBelow({ holder, name }: { readonly holder: Fields; readonly name: string }, [place, ...below]: Path, change: (node: Fields) => Fields): Fields {
  const nodes = listOf(holder, name);
  const changed = nodes.map((node, at) => {
    if (at !== place) {
      return node;
    }
    return below.length === 0 ? change(node) : withNodeBelow({ holder: node, name: 'children' }, below, change);
  });
  return changed.every((node, at) => node === nodes[at]) ? holder : { ...holder, [name]: changed };
}

/** Every node with its path, a parent before its children. */
export function walk(set: Fields): readonly { readonly node: Fields; readonly path: Path }[] {
  const visit = (holder: Fields, path: Path): readonly { readonly node: Fields; readonly path: Path }[] =>
    childrenOf(holder, path).flatMap((node, place) => [{ node, path: [...path, place] }, ...visit(node, [...path, place])]);
  return visit(set, []);
}

export const codeOf = (node: Fields): string => (typeof node['code'] === 'string' ? node['code'] : '');

/** Where the node with that code stands. */
export const pathOfCode = (set: Fields, code: string): Path | null => walk(set).find(({ node }) => codeOf(node) === code)?.path ?? null;

/** The JSON pointer of a node. */
export const pointerOf = (path: Path): string => path.map((place, at) => `/${at === 0 ? 'criteria' : 'children'}/${place}`).join('');

/** The node that a JSON pointer leads into, and the rest of the pointer within it. */
export function placeOfPointer(pointer: string): { readonly path: Path; readonly within: string } {
  const found = /^((?:\/criteria\/\d+(?:\/children\/\d+)*)?)(.*)$/s.exec(pointer);
  const places = (found?.[1] ?? '').match(/\d+/g) ?? [];
  return { path: places.map(Number), within: found?.[2] ?? '' };
}

/** The nearest node that is still there: the node itself, or one above it. */
export function nearestPath(set: Fields, path: Path): Path {
  return path.length === 0 || nodeAt(set, path) !== null ? path : nearestPath(set, parentOf(path));
}
