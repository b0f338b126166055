import type { CriterionNode, LeafNode, LeafSource, ParentNode, Section } from '../model/criteria-set';
import type { CompiledLeaf, CompiledNode } from '../model/compiled-set';

/** A node with all that it takes from the nodes above it. */
export interface OutlinedNode {
  readonly node: CompiledNode;
  /** Null on a parent. */
  readonly leaf: CompiledLeaf | null;
  /** Whether it stands under an `all` or `best` node, which then counts for it. */
  readonly combinedAbove: boolean;
}

interface Heritage {
  readonly section: Section;
  readonly appraiser: string | null;
  readonly path: readonly string[];
  readonly combinedAbove: boolean;
}

/** Every node in document order, a parent before its children. */
export function outlineOf(criteria: readonly CriterionNode[]): readonly OutlinedNode[] {
  return criteria.flatMap((top) => outlined(top, { section: top.section ?? 'scored', appraiser: null, path: [], combinedAbove: false }));
}

function outlined(node: CriterionNode, above: Heritage): readonly OutlinedNode[] {
  const heritage = { ...above, appraiser: node.appraiser ?? above.appraiser };
  return 'rule' in node ? [outlinedLeaf(node, heritage)] : outlinedParent(node, heritage);
}

function outlinedLeaf(node: LeafNode, { section, appraiser, path, combinedAbove }: Heritage): OutlinedNode {
  const { code, title, max, rule, source = 'self', whenNotApplicable = 'forbidden', evidence, guidance = null } = node;
  const leaf: CompiledLeaf = {
    code, title, max, rule, source, whenNotApplicable, guidance, section, appraiser, path,
    evidenceRequired: evidence?.required ?? false,
    evidenceHint: evidence?.hint ?? null,
    fieldCode: path[0] ?? code,
  };
  const own = { code, title, max, section, combine: null, children: [], parent: path.at(-1) ?? null, isLeaf: true, source };
  return { leaf, combinedAbove, node: own };
}

function outlinedParent(node: ParentNode, above: Heritage): readonly OutlinedNode[] {
  const { code, title, max, combine = 'sum', children } = node;
  const { section, path } = above;
  const below = { ...above, path: [...path, code], combinedAbove: above.combinedAbove || combine !== 'sum' };
  const rest = children.flatMap((child) => outlined(child, below));
  const own: CompiledNode = {
    code, title, max, section, combine,
    children: children.map((child) => child.code),
    parent: path.at(-1) ?? null,
    isLeaf: false,
    source: combine === 'sum' ? null : sourceOf(rest),
  };
  return [{ leaf: null, combinedAbove: above.combinedAbove, node: own }, ...rest];
}

/** The one source that all leaves share: the check of a set refuses mixed ones. */
function sourceOf(rest: readonly OutlinedNode[]): LeafSource | null {
  return rest.find(({ leaf }) => leaf !== null)?.node.source ?? null;
}
