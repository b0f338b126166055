import type { CriterionNode } from '@par-index/scoring';
import { matchesSearch } from '../format/fold-accents';

/** One visible line of the tree. */
export interface TreeRow {
  readonly code: string;
  readonly title: string;
  readonly max: number;
  /** From 1, as `aria-level`. */
  readonly level: number;
  readonly leaf: boolean;
  readonly expanded: boolean;
  readonly parent: string | null;
  readonly position: number;
  readonly siblings: number;
}

export interface TreeView {
  readonly expanded: ReadonlySet<string>;
  readonly search: string;
  /** Codes of the leaves to keep; null keeps all. */
  readonly only: ReadonlySet<string> | null;
}

/** The lines to draw, in document order. While something is searched or filtered, branches with a hit are open and all others are gone. */
export function treeRows(criteria: readonly CriterionNode[], view: TreeView): readonly TreeRow[] {
  const narrowed = view.search.trim() !== '' || view.only !== null;
  return rowsBelow(criteria, { level: 1, parent: null }, narrowed ? { ...view, kept: keptCodes(criteria, view) } : { ...view, kept: null });
}

/** Codes of the leaves, in document order: the way of «trước» and «tiếp theo». */
export function leafCodes(criteria: readonly CriterionNode[]): readonly string[] {
  return criteria.flatMap((node) => ('children' in node ? leafCodes(node.children) : [node.code]));
}

/** Codes of the nodes above this one, the top-level one first. */
export function pathTo(criteria: readonly CriterionNode[], code: string): readonly string[] {
  const parent = criteria.find((node) => 'children' in node && code.startsWith(`${node.code}.`));
  return parent && 'children' in parent ? [parent.code, ...pathTo(parent.children, code)] : [];
}

interface Place {
  readonly level: number;
  readonly parent: string | null;
}

interface Narrowed extends TreeView {
  readonly kept: ReadonlySet<string> | null;
}

function rowsBelow(nodes: readonly CriterionNode[], place: Place, view: Narrowed): readonly TreeRow[] {
  const shown = nodes.filter(({ code }) => view.kept === null || view.kept.has(code));
  return shown.flatMap((node, index) => {
    const expanded = 'children' in node && (view.kept !== null || view.expanded.has(node.code));
    const row: TreeRow = {
      code: node.code,
      title: node.title,
      max: node.max,
      level: place.level,
      leaf: !('children' in node),
      expanded,
      parent: place.parent,
      position: index + 1,
      siblings: shown.length,
    };
    return expanded && 'children' in node ? [row, ...rowsBelow(node.children, { level: place.level + 1, parent: node.code }, view)] : [row];
  });
}

/** Every leaf that is looked for, with all the nodes above it. A hit in a node's own title keeps all its leaves. */
function keptCodes(criteria: readonly CriterionNode[], view: TreeView): ReadonlySet<string> {
  const kept = new Set<string>();
  const visit = (node: CriterionNode, hitAbove: boolean): boolean => {
    const hit = hitAbove || matchesSearch(`${node.code} ${node.title}`, view.search);
    const keep =
      'children' in node ? node.children.map((child) => visit(child, hit)).some(Boolean) : hit && (view.only === null || view.only.has(node.code));
    if (keep) {
      kept.add(node.code);
    }
    return keep;
  };
  criteria.forEach((node) => visit(node, false));
  return kept;
}
