import type { CriteriaSet } from '../model/criteria-set';
import { codeOf, flattened, type FlatNode, type FlatSet, type MergeSide, placedNodes, type ThreeSets, unmarked } from './flat-set';
import { mergeOrder } from './merge-order';
import { type Decide, mergeMembers, mergeValue } from './merge-value';
import { identified } from './identified';
import { keptNodes } from './kept-nodes';
import { mergedParents } from './merged-parents';
import { codesOfMerged, type Renumbered, renumberedIn } from './renumbered';

/**
 * What both sides changed, each otherwise: a field; a node that one removed and the other changed; where a node stands; the order of the
 * nodes under one. Both sides are given in full, so that nothing of either is lost.
 */
export interface MergeConflict {
  /** The same each time that the same three versions are brought together: what `choices` names. */
  readonly key: string;
  readonly kind: 'field' | 'removed' | 'place' | 'order';
  /** Of the node as it came out; null where it is about the set itself or the top of the tree. */
  readonly code: string | null;
  readonly title: string;
  /** Of a field: the way to it, `rule.bands`, `evidence.hint`, `code`. Otherwise null. */
  readonly field: string | null;
  /** Undefined where a version does not have it. Of `place` the codes of the parents, of `order` those of the children. */
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
  /** What the merged set says now. */
  readonly stands: MergeSide;
}

export interface MergedSets {
  readonly set: CriteriaSet;
  readonly conflicts: readonly MergeConflict[];
  /** Nodes of mine that got another number, because theirs had taken it. */
  readonly renumbered: readonly Renumbered[];
}

/** Which side stands, by the key of the conflict. */
export type MergeChoices = Readonly<Record<string, MergeSide>>;

/**
 * Brings together what two people made of one version, node by node and field by field, moves and order included. What one changed stands;
 * where both changed the same, theirs stands (it is saved already), except that what one removed and the other changed stays; every such
 * place is a conflict with both sides, and `choices` settles it. Documents may be drafts that are still wrong.
 *
 * @example
 * mergeSets(base, mine, theirs, { 'b3/title': 'mine' }).conflicts; // all that was to be settled
 */
export function mergeSets(base: CriteriaSet, mine: CriteriaSet, theirs: CriteriaSet, choices: MergeChoices = {}): MergedSets {
  const versions = { base: placedNodes(base), mine: placedNodes(mine), theirs: placedNodes(theirs) };
  const ids = identified(versions);
  return new Merge(
    {
      base: flattened(base, versions.base, ids.base),
      mine: flattened(mine, versions.mine, ids.mine),
      theirs: flattened(theirs, versions.theirs, ids.theirs),
    },
    choices,
  ).merged();
}

/** A conflict before the codes are settled: it names its node by id. */
type OpenConflict = Omit<MergeConflict, 'code' | 'title'> & { readonly id: string | null };

interface MergedNode {
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly isParent: boolean;
}

class Merge {
  private readonly conflicts: OpenConflict[] = [];

  constructor(
    private readonly sets: ThreeSets,
    private readonly choices: MergeChoices,
  ) {}

  merged(): MergedSets {
    const parents = mergedParents(this.sets, (id, sides) => this.settle({ key: `${id}/place`, kind: 'place', id, field: null, ...sides }));
    const { kept, contested } = keptNodes(this.sets, parents, (id) => this.choices[`${id}/removed`]);
    for (const id of contested) this.noteRemoved(id);
    const nodes = new Map([...kept].map((id) => [id, this.mergedNode(id)]));
    const order = this.mergedOrder(kept, parents);
    const codes = codesOfMerged({ sets: this.sets, order, partOf: (id, parent) => this.partOf(id, parent) });
    const own = mergeMembers({ base: this.sets.base.own, mine: this.sets.mine.own, theirs: this.sets.theirs.own }, '', this.decideFor(null));
    const codeOfId = (id: string): string => codes.get(id) ?? this.anyNode(id)?.code ?? '';
    const set = { ...(unmarked(own, codeOfId) as object), criteria: this.built('', { nodes, order, codeOfId }) } as unknown as CriteriaSet;
    return { set, conflicts: this.conflicts.map((conflict) => this.named(conflict, codeOfId)), renumbered: renumberedIn(this.sets, codes) };
  }

  private anyNode(id: string): FlatNode | undefined {
    const { base, mine, theirs } = this.sets;
    return theirs.nodes.get(id) ?? mine.nodes.get(id) ?? base.nodes.get(id);
  }

  /** Writes a conflict down and says which side stands. */
  private settle(conflict: Omit<OpenConflict, 'stands'>): MergeSide {
    const stands = this.choices[conflict.key] ?? 'theirs';
    this.conflicts.push({ ...conflict, stands });
    return stands;
  }

  private decideFor(id: string | null): Decide {
    return ({ field, ...values }) => this.settle({ key: `${id ?? ''}/${field}`, kind: 'field', id, field, ...values });
  }

  /** One side removed it, the other changed it or put something under it. */
  private noteRemoved(id: string): void {
    const { base, mine, theirs } = this.sets;
    const [was, my, their] = [base, mine, theirs].map(({ nodes }) => nodes.get(id)?.fields);
    const stands = this.choices[`${id}/removed`] ?? (my === undefined ? 'theirs' : 'mine');
    this.conflicts.push({ key: `${id}/removed`, kind: 'removed', id, field: null, base: was, mine: my, theirs: their, stands });
  }

  private mergedNode(id: string): MergedNode {
    const { base, mine, theirs } = this.sets;
    const [was, my, their] = [base.nodes.get(id), mine.nodes.get(id), theirs.nodes.get(id)];
    // What one side alone has stands as that side has it.
    const [one, other] = [my ?? their, their ?? my] as [FlatNode, FlatNode];
    const decide = this.decideFor(id);
    const start = was && my && their ? was : { fields: {}, isParent: undefined };
    return {
      id,
      fields: mergeMembers({ base: start.fields, mine: one.fields, theirs: other.fields }, '', decide),
      isParent: mergeValue({ base: start.isParent, mine: one.isParent, theirs: other.isParent }, 'children', () => 'mine') as boolean,
    };
  }

  /** Of a node that one side put elsewhere, that side's: a number means nothing under another parent. */
  private partOf(id: string, parent: string | null): string {
    const [was, my, their] = [this.sets.base, this.sets.mine, this.sets.theirs].map(({ nodes }) => nodes.get(id));
    const here = [my, their].filter((node) => node?.parent === parent);
    const [one = my ?? their, other] = here;
    if (!one || !other) return one?.part ?? '';
    return mergeValue({ base: was?.part, mine: one.part, theirs: other.part }, 'code', this.decideFor(id)) as string;
  }

  private mergedOrder(kept: ReadonlySet<string>, parents: ReadonlyMap<string, string | null>): ReadonlyMap<string, readonly string[]> {
    const under = (parent: string) => (id: string) => kept.has(id) && (parents.get(id) ?? '') === parent;
    return new Map(['', ...kept].map((parent) => [parent, this.siblings(parent, under(parent), [...kept])]));
  }

  private siblings(parent: string, isHere: (id: string) => boolean, kept: readonly string[]): readonly string[] {
    const listed = (set: FlatSet): readonly string[] => (set.order.get(parent) ?? []).filter(isHere);
    const orders = { base: listed(this.sets.base), mine: listed(this.sets.mine), theirs: listed(this.sets.theirs) };
    const { order } = mergeOrder(orders, mergeOrder(orders).disagrees ? this.settleOrder(parent, orders) : 'theirs');
    return [...order, ...kept.filter((id) => isHere(id) && !order.includes(id))];
  }

  private settleOrder(parent: string, orders: Record<'base' | 'mine' | 'theirs', readonly string[]>): MergeSide {
    return this.settle({ key: `${parent}/order`, kind: 'order', id: parent === '' ? null : parent, field: null, ...orders });
  }

  private built(parent: string, tree: BuiltTree): readonly unknown[] {
    return (tree.order.get(parent) ?? []).map((id) => {
      const { fields, isParent } = tree.nodes.get(id) as MergedNode;
      const children = this.built(id, tree);
      return { code: tree.codeOfId(id), ...fields, ...(isParent || children.length > 0 ? { children } : {}) };
    });
  }

  /** Ids as codes, for who reads the conflict. */
  private named({ id, ...conflict }: OpenConflict, codeOfId: (id: string) => string): MergeConflict {
    const title = id === null ? '' : this.anyNode(id)?.fields['title'];
    const byId = (value: unknown): unknown => (typeof value === 'string' ? codeOfId(value) : value);
    const told = (value: unknown): unknown => {
      if (conflict.kind === 'order') return (value as readonly string[]).map(codeOfId);
      if (conflict.kind === 'field' && conflict.field === 'code') return besideCode(value, codeOfId(id ?? ''));
      return conflict.kind === 'place' ? byId(value) : unmarked(value, codeOfId);
    };
    const sides = { base: told(conflict.base), mine: told(conflict.mine), theirs: told(conflict.theirs) };
    return { ...conflict, ...sides, code: id === null ? null : codeOfId(id), title: typeof title === 'string' ? title : '' };
  }
}

/** The code that a part makes where a node of this code stands. */
const besideCode = (part: unknown, code: string): unknown => (typeof part === 'string' ? codeOf(part, code.split('.').slice(0, -1).join('.')) : part);

interface BuiltTree {
  readonly nodes: ReadonlyMap<string, MergedNode>;
  readonly order: ReadonlyMap<string, readonly string[]>;
  readonly codeOfId: (id: string) => string;
}
