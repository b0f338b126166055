import { addPoints, comparePoints } from '@par-index/scoring';
import { type Fields, numberOf } from './fields';
import { childrenOf, isParent, type Path } from './node-path';

/** How the maxima below a node stand to its own. `open` where they need not sum to it, or where one is no number yet. */
export interface NodeSum {
  readonly sum: number | null;
  readonly verdict: 'agrees' | 'differs' | 'open';
}

export const TOTAL = 100;

/** Exact; null while one of them is no number. */
export function sumOfMaxima(nodes: readonly Fields[]): number | null {
  const maxima = nodes.map((node) => numberOf(node, 'max'));
  const known = maxima.filter((max) => max !== null);
  try {
    return known.length === maxima.length ? addPoints(known) : null;
  } catch {
    return null;
  }
}

/** `section` is that of the top-level node above: a bonus or penalty may be capped below the sum. */
export function sumOf(node: Fields, path: Path, section: unknown): NodeSum {
  if (!isParent(node)) {
    return { sum: null, verdict: 'open' };
  }
  const [sum, max] = [sumOfMaxima(childrenOf(node, path)), numberOf(node, 'max')];
  const sums = node['combine'] === undefined || node['combine'] === 'sum';
  if (sum === null || max === null || !sums) {
    return { sum: sums ? sum : null, verdict: 'open' };
  }
  const order = comparePoints(max, sum);
  const fits = section === 'bonus' || section === 'penalty' ? order <= 0 : order === 0;
  return { sum, verdict: fits ? 'agrees' : 'differs' };
}

/** The maxima of the scored top-level nodes together. */
export function totalOf(set: Fields): number | null {
  return sumOfMaxima(childrenOf(set, []).filter(({ section }) => section === undefined || section === 'scored'));
}
