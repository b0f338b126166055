import { type Fields, withMember } from './fields';
import { childrenOf, codeOf, isParent, isWithin, nodeAt, parentOf, type Path, placeOf, walk, withNode } from './node-path';
import { codeAbove, nextCode, withCode, withTieBreak } from './numbering';

/** What a command makes of a set, and which node is chosen then. */
export interface Edited {
  readonly set: Fields;
  readonly path: Path;
}

/** A command that changes nothing where it is not possible. */
export type Command = (set: Fields, path: Path) => Edited;

const LEAF_FIELDS = ['rule', 'source', 'whenNotApplicable', 'evidence', 'guidance'] as const;
const NEW_NODE: Fields = { title: '', max: 0 };

/** A new node behind this one, on the same level; at the end where the set itself is chosen. */
export const insertBehind: Command = (set, path) => {
  const parent = parentOf(path);
  const place = path.length === 0 ? childrenOf(set, []).length : placeOf(path) + 1;
  return put(set, { parent, place }, { code: nextCode(codeAbove(set, parent), siblingsAt(set, parent)), ...NEW_NODE });
};

/**
 * A new node as the last one below this one. The first one takes over how this one was scored: so a criterion is divided without losing
 * what was written.
 */
export const insertBelow: Command = (set, path) => {
  const node = nodeAt(set, path);
  if (node === null || path.length === 0) {
    return insertBehind(set, []);
  }
  const children = siblingsAt(set, path);
  const code = nextCode(codeOf(node), children);
  const first = isParent(node) ? {} : leafFieldsOf(node);
  const max = children.length === 0 ? (node['max'] ?? 0) : 0;
  return put(set, { parent: path, place: children.length }, { ...NEW_NODE, code, max, ...first });
};

export const remove: Command = (set, path) => {
  if (path.length === 0 || nodeAt(set, path) === null) {
    return { set, path };
  }
  const without = removed(set, path);
  const left = siblingsAt(without, parentOf(path)).length;
  return { set: without, path: left === 0 ? parentOf(path) : [...parentOf(path), Math.min(placeOf(path), left - 1)] };
};

/** A copy of the node with everything below it, right behind it, with codes of its own. */
export const duplicate: Command = (set, path) => {
  const node = nodeAt(set, path);
  if (node === null || path.length === 0) {
    return { set, path };
  }
  const parent = parentOf(path);
  return put(set, { parent, place: placeOf(path) + 1 }, withCode(node, nextCode(codeAbove(set, parent), siblingsAt(set, parent))));
};

export const moveUp: Command = (set, path) => moveTo(set, path, { parent: parentOf(path), place: placeOf(path) - 1 });
/** Places are counted without the node that is moved. */
export const moveDown: Command = (set, path) => moveTo(set, path, { parent: parentOf(path), place: placeOf(path) + 1 });

/** Below the node before it. */
export const indent: Command = (set, path) => {
  const before = [...parentOf(path), placeOf(path) - 1];
  return placeOf(path) === 0 || path.length === 0 ? { set, path } : moveTo(set, path, { parent: before, place: siblingsAt(set, before).length });
};

/** Behind the node above it. */
export const outdent: Command = (set, path) =>
  path.length < 2 ? { set, path } : moveTo(set, path, { parent: parentOf(parentOf(path)), place: placeOf(parentOf(path)) + 1 });

export interface Slot {
  readonly parent: Path;
  /** Among the children of `parent`, counted without the node that is moved. */
  readonly place: number;
}

/** Moves a node with everything below it. Below another parent it gets the next free code there; within its own it keeps it. */
export function moveTo(set: Fields, path: Path, { parent, place }: Slot): Edited {
  const node = nodeAt(set, path);
  const within = samePlace(parent, parentOf(path));
  const room = siblingsAt(set, parent).length - (within ? 1 : 0);
  if (node === null || path.length === 0 || isWithin(parent, path) || place < 0 || place > room || (within && place === placeOf(path))) {
    return { set, path };
  }
  const target = afterRemoval(parent, path);
  const without = removed(set, path);
  const code = within ? codeOf(node) : nextCode(codeAbove(without, target), siblingsAt(without, target));
  const moved = target.length === 0 ? withCode(node, code) : withMember(withCode(node, code), 'section', undefined);
  const edited = put(without, { parent: target, place }, moved);
  return { ...edited, set: withTieBreak(edited.set, renamedBetween(node, moved)) };
}

const samePlace = (one: Path, other: Path): boolean => one.length === other.length && isWithin(one, other);

function renamedBetween(before: Fields, after: Fields): ReadonlyMap<string, string> {
  const [was, is] = [before, after].map((node) => walk({ criteria: [node] }).map((visited) => codeOf(visited.node)));
  return new Map((was ?? []).map((code, at) => [code, is?.[at] ?? code]));
}

const siblingsAt = (set: Fields, parent: Path): readonly Fields[] => childrenOf(nodeAt(set, parent) ?? {}, parent);

/** Where a path leads once the node at `gone` is out. */
function afterRemoval(path: Path, gone: Path): Path {
  const at = gone.length - 1;
  const shifted = path.length > at && isWithin(path, parentOf(gone)) && (path[at] ?? 0) > placeOf(gone);
  return shifted ? path.map((place, depth) => (depth === at ? place - 1 : place)) : path;
}

function removed(set: Fields, path: Path): Fields {
  return withNode(set, parentOf(path), (holder) => withChildren(holder, parentOf(path), childrenOf(holder, parentOf(path)).filter((_node, at) => at !== placeOf(path))));
}

function put(set: Fields, { parent, place }: Slot, node: Fields): Edited {
  const changed = withNode(set, parent, (holder) => withChildren(holder, parent, childrenOf(holder, parent).toSpliced(place, 0, node)));
  return { set: changed, path: [...parent, place] };
}

/** A parent that has lost its last child is a leaf again, without a rule; a leaf that gets one is no longer scored by itself. */
function withChildren(holder: Fields, path: Path, children: readonly Fields[]): Fields {
  if (path.length === 0) {
    return { ...holder, criteria: children };
  }
  if (children.length === 0) {
    return withMember(withMember(holder, 'children', undefined), 'combine', undefined);
  }
  return { ...asParent(holder, children), children };
}

/** A rule that nobody has taken over stays, and the checks ask for a decision. */
function asParent(node: Fields, children: readonly Fields[]): Fields {
  const takenOver = !isParent(node) && children[0]?.['rule'] !== undefined && children[0]['rule'] === node['rule'];
  const scored = node['rule'] !== undefined && !takenOver && !isParent(node);
  return scored ? node : LEAF_FIELDS.reduce<Fields>((rest, field) => withMember(rest, field, undefined), node);
}

const leafFieldsOf = (node: Fields): Fields => Object.fromEntries(LEAF_FIELDS.filter((field) => node[field] !== undefined).map((field) => [field, node[field]]));
