import type { CriteriaSet } from '../model/criteria-set';
import { isPlain } from './written';

type Fields = Readonly<Record<string, unknown>>;

/** A node of one version on its own, with who it stands under. Known by an id that is the same in every version that is brought together. */
export interface FlatNode {
  readonly id: string;
  readonly parent: string | null;
  readonly code: string;
  /** Its code under its parent's (`.3`), or the whole of it where it does not extend that. */
  readonly part: string;
  /** Everything but code and children. */
  readonly fields: Fields;
  readonly isParent: boolean;
}

/** A version taken apart: what it says of itself, its nodes, and who stands under whom in which order. */
export interface FlatSet {
  readonly own: Fields;
  readonly nodes: ReadonlyMap<string, FlatNode>;
  /** By parent; of the top under ''. */
  readonly order: ReadonlyMap<string, readonly string[]>;
}

export interface ThreeSets {
  readonly base: FlatSet;
  readonly mine: FlatSet;
  readonly theirs: FlatSet;
}

export type MergeSide = 'mine' | 'theirs';

/** A node where it stands, before it has an id. */
export interface PlacedNode {
  readonly node: Fields;
  /** Where its parent stands in the list of all; −1 at the top. */
  readonly above: number;
  readonly code: string;
  readonly parentCode: string | null;
}

const nodesIn = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.filter(isPlain) : []);
const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Every node of a document in its order, a parent before its children. */
export function placedNodes(document: Pick<CriteriaSet, 'criteria'>): readonly PlacedNode[] {
  const placed: PlacedNode[] = [];
  const place = (nodes: readonly Fields[], above: number): void => {
    for (const node of nodes) {
      const parentCode = placed[above]?.code ?? null;
      placed.push({ node, above, code: textIn(node['code']), parentCode });
      place(nodesIn(node['children']), placed.length - 1);
    }
  };
  place(nodesIn(document.criteria), -1);
  return placed;
}

/** The part of a code that is the node's own. */
export function partOf(code: string, parentCode: string | null): string {
  if (parentCode === null || parentCode === '') return code;
  const rest = code.startsWith(`${parentCode}.`) ? code.slice(parentCode.length) : '';
  return rest === '' || rest.includes('.', 1) ? code : rest;
}

/** The code that a part makes under another parent. */
export function codeOf(part: string, parentCode: string | null): string {
  if (!part.startsWith('.')) return part;
  return parentCode === null || parentCode === '' ? part.slice(1) : `${parentCode}${part}`;
}

/** The version with the ids that its nodes were given, in the order of `placedNodes`. */
export function flattened(document: CriteriaSet, placed: readonly PlacedNode[], ids: readonly string[]): FlatSet {
  const flat = placed.map(({ node, above, code, parentCode }, index): FlatNode => {
    const { code: _code, children, ...fields } = node;
    return { id: ids[index] ?? '', parent: ids[above] ?? null, code, part: partOf(code, parentCode), fields, isParent: children !== undefined };
  });
  const order = new Map<string, readonly string[]>();
  for (const { id, parent } of flat) order.set(parent ?? '', [...(order.get(parent ?? '') ?? []), id]);
  const { criteria: _criteria, ...own } = document;
  return { own: withIds(own, flat), nodes: new Map(flat.map((node) => [node.id, node])), order };
}

/** Marks an id where a code stood. */
const MARK = '\u0000';

/** Ties are broken by nodes, whatever their codes come to be. */
function withIds(own: Fields, nodes: readonly FlatNode[]): Fields {
  const idOf = new Map(nodes.toReversed().map(({ id, code }) => [code, id]));
  return withTieBreak(own, (code) => (idOf.has(code) ? `${MARK}${idOf.get(code)}` : code));
}

/** Codes again where `withIds` put ids, however deep. */
export function unmarked(value: unknown, codeOfId: (id: string) => string): unknown {
  if (typeof value === 'string') return value.startsWith(MARK) ? codeOfId(value.slice(1)) : value;
  if (Array.isArray(value)) return value.map((member: unknown) => unmarked(member, codeOfId));
  return isPlain(value) ? Object.fromEntries(Object.entries(value).map(([name, member]) => [name, unmarked(member, codeOfId)])) : value;
}

function withTieBreak(own: Fields, told: (code: string) => string): Fields {
  const ranking = own['ranking'];
  if (!isPlain(ranking) || !Array.isArray(ranking['tieBreak'])) return own;
  const tieBreak = ranking['tieBreak'].map((code: unknown) => (typeof code === 'string' ? told(code) : code));
  return { ...own, ranking: { ...ranking, tieBreak } };
}
