import { isWithin, parentOf, type Path, placeOf } from '../draft/node-path';
import type { Slot } from '../draft/tree-commands';
import type { TreeLine } from './tree-lines';

/** Pixels of one level in the tree: dragged that far to the right, a node goes one level deeper. */
export const LEVEL_WIDTH = 18;

export interface Drop {
  /** Of the line that is dragged. */
  readonly from: number;
  /** Its place among the other lines. */
  readonly to: number;
  /** How far it was dragged sideways, in pixels. */
  readonly sideways: number;
}

/**
 * Where a line that is dropped between two others belongs: as deep as it was, moved in or out by how far it was dragged sideways, but
 * not deeper than a child of the line above and not shallower than the line below.
 */
export function dropSlot(lines: readonly TreeLine[], { from, to, sideways }: Drop): Slot | null {
  const dragged = lines[from];
  if (dragged === undefined) {
    return null;
  }
  const others = lines.filter((_line, at) => at !== from);
  const free = (line: TreeLine): boolean => !isWithin(line.path, dragged.path);
  const above = others.slice(0, to).filter(free).at(-1)?.path ?? null;
  const below = others.slice(to).find(free)?.path ?? null;
  const wanted = dragged.path.length + Math.round(sideways / LEVEL_WIDTH);
  const level = clamped(wanted, below === null ? 1 : below.length, above === null ? 1 : above.length + 1);
  return slotAt(above, level, dragged.path);
}

/** A level that the lines around allow: what comes below must not be torn from its parent. */
const clamped = (level: number, least: number, most: number): number => Math.min(Math.max(level, Math.min(least, most)), most);

function slotAt(above: Path | null, level: number, dragged: Path): Slot {
  if (above === null) {
    return { parent: [], place: 0 };
  }
  if (level > above.length) {
    return { parent: above, place: 0 };
  }
  const before = above.slice(0, level);
  const parent = parentOf(before);
  const movesWithin = parent.length === dragged.length - 1 && isWithin(dragged, parent) && placeOf(dragged) < placeOf(before);
  return { parent, place: placeOf(before) + (movesWithin ? 0 : 1) };
}
