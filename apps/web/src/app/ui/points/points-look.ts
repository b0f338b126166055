export type PointsLook = 'full' | 'partial' | 'zero' | 'none';

/** Full, partial, zero, or none at all. Zero is no colour: the word says it. */
export function pointsLook(points: number | null, max: number): PointsLook {
  if (points === null) {
    return 'none';
  }
  if (points === 0) {
    return max === 0 ? 'none' : 'zero';
  }
  return points >= max ? 'full' : 'partial';
}
