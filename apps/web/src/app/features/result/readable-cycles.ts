import { type CycleView, hasReached } from '@par-index/contract';

/** Whether a reader sees running cycles too, or only what is published. */
export type ResultSight = 'provisional' | 'published';

/** The cycles whose results somebody may read: published ones, and running ones for whoever sees provisional figures. Newest first. */
export function readableCycles(cycles: readonly CycleView[], sight: ResultSight): readonly CycleView[] {
  return cycles.filter(({ phase }) => phase === 'published' || (sight === 'provisional' && hasReached(phase, 'self-assessment')));
}

/** Where to begin: the newest published result, or the running cycle for whoever leads it. */
export function firstCycle(cycles: readonly CycleView[], sight: ResultSight): CycleView | null {
  const readable = readableCycles(cycles, sight);
  return readable.find(({ phase }) => (sight === 'provisional') === (phase !== 'published')) ?? readable[0] ?? null;
}
