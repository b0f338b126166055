import { compare, decimal, type Fraction } from '../exact/fraction';
import type { BandEdges } from '../model/rule';

/** Whether v falls in the band: `from` and `upTo` include the edge, `above` and `below` do not. */
export function bandHolds(band: BandEdges, v: Fraction): boolean {
  const { from, above, upTo, below } = band;
  return (
    (from === undefined || compare(v, decimal(from)) >= 0) &&
    (above === undefined || compare(v, decimal(above)) > 0) &&
    (upTo === undefined || compare(v, decimal(upTo)) <= 0) &&
    (below === undefined || compare(v, decimal(below)) < 0)
  );
}

/** The two edges of a band that has both, as a `linear` band must. */
export function edgesOf(band: BandEdges): { readonly lower: number; readonly upper: number } {
  const lower = band.from ?? band.above;
  const upper = band.upTo ?? band.below;
  if (lower === undefined || upper === undefined) throw new RangeError('A linear band needs both edges');
  return { lower, upper };
}
