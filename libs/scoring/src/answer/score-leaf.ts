import { pointsOf, roundedUnits } from '../exact/rounding';
import type { Answer } from '../model/answer';
import type { CompiledSet } from '../model/compiled-set';
import type { LeafScore } from '../model/leaf-score';
import { leafToScore } from './leaf-to-score';
import { workLeaf } from './work-leaf';

/**
 * What an answer, or none, is worth at the leaf `code`, seen by itself: an agency's exemptions are not its matter. Throws an
 * InvalidAnswerError on an answer that `checkAnswer` refuses.
 *
 * @example
 * scoreLeaf(set, '1.1', { numerator: 7, denominator: 13 }); // { points: 2.6923, excluded: false, pending: false }
 */
export function scoreLeaf(set: CompiledSet, code: string, answer: Answer | null): LeafScore {
  const leaf = leafToScore(set, code, answer);
  const { outcome, points } = workLeaf(leaf, answer, null);
  return {
    points: points === null ? null : pointsOf(roundedUnits(points, leaf.scope.decimals)),
    excluded: outcome === 'excluded',
    pending: outcome === 'pending',
  };
}
