import { type Answer, bestOfRelative, comparePoints, type CompiledSet, type ExactValue, scoreLeaf } from '@par-index/scoring';

/**
 * What an answer to one leaf is worth before the group is scored together: points, outside the maximum, or the measured value of a
 * `relative` leaf, which has no points yet.
 */
export type Standing =
  | { readonly kind: 'points'; readonly points: number }
  | { readonly kind: 'excluded' }
  | { readonly kind: 'pending'; readonly value: ExactValue };

export function standingOf(set: CompiledSet, code: string, answer: Answer | null): Standing {
  const { points, excluded } = scoreLeaf(set, code, answer);
  if (excluded) {
    return { kind: 'excluded' };
  }
  return points === null ? { kind: 'pending', value: measuredValue(set, code, answer) } : { kind: 'points', points };
}

/** Of one agency alone, the best value of a leaf is its own. */
function measuredValue(set: CompiledSet, code: string, answer: Answer | null): ExactValue {
  const value = answer === null ? undefined : bestOfRelative(set, [{ code, answers: { [code]: answer } }])[code];
  if (!value) {
    throw new Error(`Criterion ${code} is pending without a measured value`);
  }
  return value;
}

/** Below 0, 0 or above 0 as `a` is worth less than, as much as or more than `b`. Null where only the group can tell. */
export function compareStandings(a: Standing, b: Standing): number | null {
  if (a.kind === 'points' && b.kind === 'points') {
    return comparePoints(a.points, b.points);
  }
  if (a.kind === 'pending' && b.kind === 'pending') {
    return compareExact(a.value, b.value);
  }
  return a.kind === 'excluded' && b.kind === 'excluded' ? 0 : null;
}

function compareExact(a: ExactValue, b: ExactValue): number {
  const left = BigInt(a.numerator) * BigInt(b.denominator);
  const right = BigInt(b.numerator) * BigInt(a.denominator);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Whether an appraiser's answer gives other points than the one below it, now or after consolidation. */
export function changesPoints(set: CompiledSet, code: string, change: { readonly from: Answer | null; readonly to: Answer | null }): boolean {
  return compareStandings(standingOf(set, code, change.from), standingOf(set, code, change.to)) !== 0;
}
