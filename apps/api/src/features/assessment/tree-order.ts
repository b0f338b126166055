import type { CompiledSet } from '@par-index/scoring';

type OfCriterion = { readonly code: string };

/** In the order of the set's tree: `1.2` before `1.10`, whatever was written first. What is of one criterion keeps its order; codes that the set does not have come last. */
export function inTreeOrder<T extends OfCriterion>({ leaves }: Pick<CompiledSet, 'leaves'>, items: readonly T[]): readonly T[] {
  const places = new Map(leaves.map(({ code }, place) => [code, place]));
  const placeOf = ({ code }: T): number => places.get(code) ?? leaves.length;
  return [...items].sort((one, other) => placeOf(one) - placeOf(other));
}
