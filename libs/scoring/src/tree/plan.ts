import type { Section } from '../model/criteria-set';
import type { CompiledLeaf, CompiledNode } from '../model/compiled-set';
import type { QuickScorer, RuleScope } from '../rule/rule-kind';

/** A node as the sums need it. Nodes are told by their place in document order. */
export interface PlanNode {
  readonly node: CompiledNode;
  /** −1 for a top-level node. */
  readonly parent: number;
  /** In units of 10⁻⁴ points. */
  readonly max: number;
  readonly combine: CompiledNode['combine'];
}

/** A leaf as its answers are scored. */
export interface PlanLeaf {
  readonly leaf: CompiledLeaf;
  /** Its place among all nodes. */
  readonly at: number;
  readonly scope: RuleScope;
  readonly quick: QuickScorer;
  /** Whether it leaves the maximum where it has no answer: a survey leaf of a set that says so. */
  readonly excludedWithoutAnswer: boolean;
}

/** A set made ready once, so that scoring an agency looks nothing up. */
export interface Plan {
  readonly nodes: readonly PlanNode[];
  readonly leaves: readonly PlanLeaf[];
  /** Places of the top-level nodes, by section. */
  readonly tops: Readonly<Record<Section, readonly number[]>>;
  /** Places whose points are scored points of a source: leaves, and the topmost \`all\` and \`best\` nodes, which count as one. */
  readonly credited: { readonly self: readonly number[]; readonly survey: readonly number[] };
  /** Those whose points depend on the other agencies. */
  readonly relativeLeaves: readonly PlanLeaf[];
  readonly leafByCode: ReadonlyMap<string, PlanLeaf>;
  readonly placeByCode: ReadonlyMap<string, number>;
  /** Of an index or percent. */
  readonly indexDecimals: number;
  readonly rankBy: 'exact' | 'rounded';
  /** Places of the nodes that break a tie, the first one first. */
  readonly tieBreak: readonly number[];
}
