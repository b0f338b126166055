import { type AppraisalLayerView, type AppraisedCriterion, LAYERS, type Layer, type PreviousAnswer } from '@par-index/contract';
import { type Answer, comparePoints, type CompiledLeaf, type CompiledSet, scoreLeaf } from '@par-index/scoring';

/** What the agency itself declared; null where it did not, or must not. */
export function declaredOf(criterion: AppraisedCriterion, leaf: Pick<CompiledLeaf, 'source'>): Answer | null {
  return leaf.source === 'self' ? (criterion.answer?.answer ?? null) : null;
}

export function layerOf(criterion: AppraisedCriterion, layer: Layer | null): AppraisalLayerView | null {
  return criterion.layers.find((one) => one.layer === layer) ?? null;
}

/** The highest layer that lies below `layer`; of all of them where none is named. */
export function highestBelow(criterion: AppraisedCriterion, layer: Layer | null): AppraisalLayerView | null {
  const height = layer === null ? LAYERS.length : LAYERS.indexOf(layer);
  return LAYERS.slice(0, height).reduce<AppraisalLayerView | null>((top, one) => layerOf(criterion, one) ?? top, null);
}

/** The answer in force below a layer: that of the highest lower layer, else the agency's own. */
export function answerBelow(criterion: AppraisedCriterion, leaf: Pick<CompiledLeaf, 'source'>, layer: Layer): Answer | null {
  const highest = highestBelow(criterion, layer);
  return highest ? highest.answer : declaredOf(criterion, leaf);
}

/** What an answer is worth in words that a list can show: points, or why there are none. */
export type Worth = { readonly kind: 'points'; readonly points: number } | { readonly kind: 'pending' } | { readonly kind: 'excluded' };

/** Of an answer that the rule takes. */
export function worthOf(set: CompiledSet, code: string, answer: Answer | null): Worth {
  const { points, excluded } = scoreLeaf(set, code, answer);
  if (excluded) {
    return { kind: 'excluded' };
  }
  return points === null ? { kind: 'pending' } : { kind: 'points', points };
}

/** Whether two answers are worth the same, as far as one agency alone can tell: of two that wait for the group only equal ones are. */
export function areWorthTheSame(set: CompiledSet, code: string, answers: readonly [Answer | null, Answer | null]): boolean {
  const [a, b] = [worthOf(set, code, answers[0]), worthOf(set, code, answers[1])];
  if (a.kind === 'points' && b.kind === 'points') {
    return comparePoints(a.points, b.points) === 0;
  }
  return a.kind === b.kind && (a.kind === 'excluded' || JSON.stringify(answers[0]) === JSON.stringify(answers[1]));
}

/** Whether declared points are others than those in force the year before; without either of them they are not. */
export const differsFromLastYear = (declared: Worth | null, previous: PreviousAnswer | null): boolean =>
  declared?.kind === 'points' && previous !== null && previous.points !== null && comparePoints(declared.points, previous.points) !== 0;

/** Codes without a decision in that layer, under the name of the agency that appraises them. */
export function undecidedByAgency(criteria: readonly AppraisedCriterion[], layer: Layer): ReadonlyMap<string, readonly string[]> {
  const waiting = new Map<string, readonly string[]>();
  for (const criterion of criteria) {
    if (criterion.appraiser && !layerOf(criterion, layer)) {
      waiting.set(criterion.appraiser.name, [...(waiting.get(criterion.appraiser.name) ?? []), criterion.code]);
    }
  }
  return waiting;
}
