import type { CompiledLeaf, CompiledNode, CompiledSet } from '../model/compiled-set';
import type { CriteriaSet } from '../model/criteria-set';
import type { Plan } from './plan';

/** What `compileCriteriaSet` gives out: the public view of a set, and the plan that scoring works from. */
export class ScoringSet implements CompiledSet {
  readonly leaves: readonly CompiledLeaf[];
  readonly nodes: readonly CompiledNode[];

  constructor(
    readonly set: CriteriaSet,
    readonly plan: Plan,
  ) {
    this.leaves = plan.leaves.map(({ leaf }) => leaf);
    this.nodes = plan.nodes.map(({ node }) => node);
  }

  leaf(code: string): CompiledLeaf | undefined {
    return this.plan.leafByCode.get(code)?.leaf;
  }

  node(code: string): CompiledNode | undefined {
    return this.nodes[this.plan.placeByCode.get(code) ?? -1];
  }
}

/** Throws a TypeError on an object that `compileCriteriaSet` did not make. */
export function planOf(set: CompiledSet): Plan {
  if (set instanceof ScoringSet) return set.plan;
  throw new TypeError('Not a compiled criteria set');
}
