import { comparePoints, splitPoints } from '@par-index/scoring';
import { type Fields, numberOf, partOf } from './fields';
import { childrenOf, type Path, withNode } from './node-path';

/** `equal`: everybody the same. `weighted`: in the proportion in which they stand now. */
export type SplitWay = 'equal' | 'weighted';

const MOST_DECIMALS = 4;

/** How many decimals points may have. */
export function decimalsOf(set: Fields): number {
  const decimals = numberOf(partOf(set, 'rounding'), 'points');
  return decimals !== null && Number.isInteger(decimals) && decimals >= 0 && decimals <= MOST_DECIMALS ? decimals : MOST_DECIMALS;
}

/** The shares of a node's maximum for its children, summing to it exactly; null where its maximum can't be divided. */
export function sharesOf(set: Fields, { node, path }: { readonly node: Fields; readonly path: Path }, way: SplitWay): readonly number[] | null {
  const max = numberOf(node, 'max');
  const children = childrenOf(node, path);
  const weights = children.map((child) => (way === 'equal' ? 1 : (numberOf(child, 'max') ?? 0)));
  try {
    return max === null || comparePoints(max, 0) < 0 || children.length === 0 ? null : splitPoints(max, weights, decimalsFor(max, set));
  } catch {
    return null;
  }
}

/** Two decimals read well; more only where the set's own points or the maximum ask for them. */
function decimalsFor(max: number, set: Fields): number {
  const own = String(max).split('.')[1]?.length ?? 0;
  return Math.max(own, Math.min(2, decimalsOf(set)));
}

export function withShares(set: Fields, path: Path, shares: readonly number[]): Fields {
  const name = path.length === 0 ? 'criteria' : 'children';
  return withNode(set, path, (node) => ({ ...node, [name]: childrenOf(node, path).map((child, at) => ({ ...child, max: shares[at] ?? child['max'] })) }));
}
