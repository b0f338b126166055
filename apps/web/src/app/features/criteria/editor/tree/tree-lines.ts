import type { Count } from '../checks/found';
import { keyOf, NOTHING } from '../checks/found';
import { type Fields, numberTextOf, textOf } from '../draft/fields';
import { childrenOf, codeOf, isParent, type Path } from '../draft/node-path';
import { type NodeSum, sumOf } from '../draft/sums';

/** One visible line of the editor's tree. */
export interface TreeLine {
  readonly key: string;
  readonly path: Path;
  readonly code: string;
  readonly title: string;
  readonly max: string;
  readonly parent: boolean;
  readonly expanded: boolean;
  readonly position: number;
  readonly siblings: number;
  readonly sum: NodeSum;
  readonly section: unknown;
  /** At the node itself, and while it is closed also at everything below it. */
  readonly count: Count;
}

export interface TreeState {
  /** Codes of the nodes that are closed. */
  readonly closed: ReadonlySet<string>;
  readonly counts: ReadonlyMap<string, Count>;
}

export function treeLines(set: Fields, state: TreeState): readonly TreeLine[] {
  return linesBelow({ holder: set, path: [], section: undefined }, state);
}

interface Holder {
  readonly holder: Fields;
  readonly path: Path;
  readonly section: unknown;
}

function linesBelow({ holder, path, section }: Holder, state: TreeState): readonly TreeLine[] {
  const nodes = childrenOf(holder, path);
  return nodes.flatMap((node, place) => {
    const own: Path = [...path, place];
    const within: Holder = { holder: node, path: own, section: path.length === 0 ? node['section'] : section };
    const line = lineOf(within, nodes.length, state);
    return line.expanded ? [line, ...linesBelow(within, state)] : [line];
  });
}

function lineOf({ holder: node, path, section }: Holder, siblings: number, { closed, counts }: TreeState): TreeLine {
  const parent = isParent(node);
  const expanded = parent && !closed.has(codeOf(node));
  const [key, sum] = [keyOf(path), sumOf(node, path, section)];
  const shown = { code: codeOf(node), title: textOf(node, 'title'), max: numberTextOf(node, 'max') };
  const place = { position: (path.at(-1) ?? 0) + 1, siblings };
  return { key, path, ...shown, ...place, parent, expanded, sum, section, count: expanded || !parent ? (counts.get(key) ?? NOTHING) : countWithin(key, counts) };
}

function countWithin(key: string, counts: ReadonlyMap<string, Count>): Count {
  const below = [...counts].filter(([other]) => other === key || other.startsWith(`${key}.`));
  return below.reduce<Count>((all, [, { errors, warnings }]) => ({ errors: all.errors + errors, warnings: all.warnings + warnings }), NOTHING);
}
