import { addPoints } from '../exact/points';
import type { CompiledNode, CompiledSet } from '../model/compiled-set';
import type { LeafSource } from '../model/criteria-set';
import type { NodeResult } from '../model/result';

/**
 * How many of the scored points can come from one source, exclusions left out: of 100, those that an agency answers itself are perhaps
 * 68. An `all` or `best` node counts as one, with its own max. `nodes` are those of a result or of running totals.
 */
export function maxOfSource(set: CompiledSet, nodes: Readonly<Record<string, NodeResult>>, source: LeafSource): number {
  const counted = set.nodes.filter((node) => node.section === 'scored' && node.source === source && !isWithinOne(set, node));
  return addPoints(counted.map(({ code }) => maxIn(nodes[code])));
}

/** Whether an `all` or `best` node stands above it, which counts in its place. */
function isWithinOne(set: CompiledSet, node: CompiledNode): boolean {
  const parent = node.parent === null ? undefined : set.node(node.parent);
  return parent !== undefined && (parent.combine !== 'sum' || isWithinOne(set, parent));
}

function maxIn(result: NodeResult | undefined): number {
  return result && 'max' in result ? result.max : 0;
}
