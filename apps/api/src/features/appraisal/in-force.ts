import { LAYERS, type Layer } from '@par-index/contract';
import type { Answer, CompiledSet, LeafSource } from '@par-index/scoring';

/** One layer of one criterion, as far as it counts. `answer` is null where an absent answer was taken as it is. */
export interface LayerAnswer {
  readonly code: string;
  readonly layer: Layer;
  readonly answer: Answer | null;
}

/** What an agency itself stated for one criterion. */
export interface DeclaredAnswer {
  readonly code: string;
  readonly answer: Answer | null;
}

const heightOf = (layer: Layer): number => LAYERS.indexOf(layer);

/** The highest of the layers of one criterion: council ?? appraisal 2 ?? appraisal 1 ?? base. Null where there is none. */
export function highestOf<L extends { readonly layer: Layer }>(layers: readonly L[]): L | null {
  return layers.reduce<L | null>((top, layer) => (top === null || heightOf(layer.layer) > heightOf(top.layer) ? layer : top), null);
}

/** Those layers that lie below `layer`. */
export function layersBelow<L extends { readonly layer: Layer }>(layers: readonly L[], layer: Layer): readonly L[] {
  return layers.filter((candidate) => heightOf(candidate.layer) < heightOf(layer));
}

/** Those layers that lie at or below `layer`: how a criterion stood when that layer was the last. */
export function layersUpTo<L extends { readonly layer: Layer }>(layers: readonly L[], layer: Layer): readonly L[] {
  return layers.filter((candidate) => heightOf(candidate.layer) <= heightOf(layer));
}

/**
 * The answer in force of one leaf: that of its highest layer, else the agency's own where the agency answers it, else none (worth 0).
 * A layer that took an absent answer as it is hides what is below it.
 */
export function answerInForce(source: LeafSource, declared: Answer | null, layers: readonly LayerAnswer[]): Answer | null {
  const highest = highestOf(layers);
  if (highest) {
    return highest.answer;
  }
  return source === 'self' ? declared : null;
}

/** The answers in force of one assessment by leaf code, ready for `scoreGroup`. What the set does not know is left out. */
export function answersInForce(
  set: Pick<CompiledSet, 'leaves'>,
  declared: readonly DeclaredAnswer[],
  layers: readonly LayerAnswer[],
): Readonly<Record<string, Answer>> {
  const declaredBy = new Map(declared.map(({ code, answer }) => [code, answer]));
  const layersBy = byCode(layers);
  const entries = set.leaves.flatMap(({ code, source }): readonly (readonly [string, Answer])[] => {
    const answer = answerInForce(source, declaredBy.get(code) ?? null, layersBy.get(code) ?? []);
    return answer === null ? [] : [[code, answer]];
  });
  return Object.fromEntries(entries);
}

/** Layers, or whatever else stands under a criterion, by its code; each list in the order given. */
export const byCode = <T extends { readonly code: string }>(items: readonly T[]): ReadonlyMap<string, readonly T[]> => grouped(items, ({ code }) => code);

/** Items by a key, each list in the order given. */
export function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) {
      group.push(item);
    } else {
      groups.set(key, [item]);
    }
  }
  return groups;
}
