import type { LeafSource, ParentNode, Section } from '../model/criteria-set';
import type { Rule } from '../model/rule';
import { DEEPEST, type Place } from './place';
import { bareShape, fieldShapes, leafShape, mixedShape, parentShape } from './set-shape';
import { isList, isRecord, soundMember, type UnknownRecord } from './shape';

type Combine = NonNullable<ParentNode['combine']>;

/** What could be read of a node, whatever else is wrong with it. Null where a field is missing or not sound. */
export interface NodeOutline {
  readonly at: Place;
  readonly parent: NodeOutline | null;
  readonly code: string | null;
  readonly title: string;
  readonly max: number | null;
  /** The section of the top-level node that it belongs to. */
  readonly section: Section | null;
  /** Whether it names a section itself, as only a top-level node may. */
  readonly ownSection: boolean;
  readonly isLeaf: boolean;
  /** Of a parent. */
  readonly combine: Combine | null;
  /** Of a leaf. */
  readonly source: LeafSource | null;
  readonly rule: Rule | null;
  /** The node as it stands, for what is not read here. */
  readonly fields: UnknownRecord;
  /** Empty for a leaf. */
  readonly children: readonly NodeOutline[];
}

/** Checks the shape of every node and gives all of them, parents before their children, in the order of the document. */
export function outlineOf(criteria: unknown, at: Place): readonly NodeOutline[] {
  return flattened(outlineList(criteria, at, null));
}

const flattened = (nodes: readonly NodeOutline[]): readonly NodeOutline[] => nodes.flatMap((node) => [node, ...flattened(node.children)]);

function outlineList(nodes: unknown, at: Place, parent: NodeOutline | null): readonly NodeOutline[] {
  return isList(nodes, at, 1) ? nodes.map((node, index) => outlineNode(node, at.member(index), parent)) : [];
}

function outlineNode(node: unknown, at: Place, parent: NodeOutline | null): NodeOutline {
  const fields = isRecord(node) ? node : {};
  checkShape(node, fields, at);
  const children: NodeOutline[] = [];
  const outline = { ...readFields(fields, parent), at, parent, fields, children };
  if (Object.hasOwn(fields, 'children') && at.depth <= DEEPEST) {
    children.push(...outlineList(fields['children'], at.member('children'), outline));
  }
  return outline;
}

function checkShape(node: unknown, fields: UnknownRecord, at: Place): void {
  const isParent = Object.hasOwn(fields, 'children');
  const isLeaf = Object.hasOwn(fields, 'rule');
  if (isParent && isLeaf) at.error('node.rule-and-children', {});
  if (!isParent && !isLeaf && isRecord(node)) at.error('node.empty', {});
  const shapes = isParent ? { both: mixedShape, one: parentShape } : { both: leafShape, one: bareShape };
  (isLeaf ? shapes.both : shapes.one)(node, at);
}

function readFields(fields: UnknownRecord, parent: NodeOutline | null): Omit<NodeOutline, 'at' | 'parent' | 'fields' | 'children'> {
  const read = <T>(field: keyof typeof fieldShapes, absent: T): T | null =>
    Object.hasOwn(fields, field) ? soundMember<T | null>(fields, field, fieldShapes[field], null) : absent;
  return {
    code: read<string | null>('code', null),
    title: read('title', '') ?? '',
    max: read<number | null>('max', null),
    ownSection: Object.hasOwn(fields, 'section'),
    isLeaf: !Object.hasOwn(fields, 'children'),
    section: parent === null ? read<Section>('section', 'scored') : parent.section,
    combine: read<Combine>('combine', 'sum'),
    source: read<LeafSource>('source', 'self'),
    rule: read<Rule | null>('rule', null),
  };
}
