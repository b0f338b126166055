import type { CriteriaSet, CriterionNode, ParentNode } from '../model/criteria-set';
import { written } from './written';

/** The fields of a node or a set that one version states otherwise than another. Undefined where a version does not state it. */
export interface ChangedField {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What became of a node, known by its code, or of the set itself (`code` null). */
export type SetDifference =
  | { readonly kind: 'added' | 'removed'; readonly code: string; readonly title: string; readonly max: number }
  | ChangedNode;

export interface ChangedNode {
  readonly kind: 'changed';
  readonly code: string | null;
  /** As the new version has it. */
  readonly title: string;
  /** Of the node in both versions, by which its rule is read; of the set null. */
  readonly max: { readonly before: number; readonly after: number } | null;
  readonly fields: readonly ChangedField[];
}

/** Said by the version itself, or by its nodes one by one. */
const NOT_OF_THE_SET: readonly string[] = ['criteria', 'format'];
const NOT_OF_A_NODE: readonly string[] = ['code', 'children'];

/**
 * Everything that differs between two versions of a set: the set's own fields, nodes that came and went, and the fields of those that
 * stayed, in the order of the new version; what is gone comes last. The order of nodes and what says the same are no difference.
 *
 * @example
 * compareSets(set, { ...set, withoutSurvey: 'exclude' });
 * // [{ kind: 'changed', code: null, title: 'Bộ tiêu chí …', max: null, fields: [{ field: 'withoutSurvey', before: undefined, after: 'exclude' }] }]
 */
export function compareSets(before: CriteriaSet, after: CriteriaSet): readonly SetDifference[] {
  const [was, is] = [nodesOf(before.criteria), nodesOf(after.criteria)];
  const own = changedFields({ ...before }, { ...after }, NOT_OF_THE_SET);
  return [
    ...(own.length === 0 ? [] : [{ kind: 'changed' as const, code: null, title: after.title, max: null, fields: own }]),
    ...[...is.values()].flatMap((node) => differenceOf(was.get(node.code), node)),
    ...[...was.values()].filter(({ code }) => !is.has(code)).map((node) => named('removed', node)),
  ];
}

function nodesOf(nodes: readonly CriterionNode[]): ReadonlyMap<string, CriterionNode> {
  return new Map(flattened(nodes).map((node) => [node.code, node]));
}

const isParent = (node: CriterionNode): node is ParentNode => 'children' in node;

const flattened = (nodes: readonly CriterionNode[]): readonly CriterionNode[] =>
  nodes.flatMap((node) => [node, ...(isParent(node) ? flattened(node.children) : [])]);

const named = (kind: 'added' | 'removed', { code, title, max }: CriterionNode): SetDifference => ({ kind, code, title, max });

function differenceOf(was: CriterionNode | undefined, node: CriterionNode): readonly SetDifference[] {
  if (was === undefined) return [named('added', node)];
  const fields = changedFields({ ...was }, { ...node }, NOT_OF_A_NODE);
  const max = { before: was.max, after: node.max };
  return fields.length === 0 ? [] : [{ kind: 'changed', code: node.code, title: node.title, max, fields }];
}

type Fields = Readonly<Record<string, unknown>>;

function changedFields(before: Fields, after: Fields, left: readonly string[]): readonly ChangedField[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((field) => !left.includes(field));
  return fields
    .filter((field) => written(before[field]) !== written(after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }));
}
