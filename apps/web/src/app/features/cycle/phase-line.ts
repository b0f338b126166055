import { hasReached, type CycleView, PHASES, type Phase, type PhaseWindow } from '@par-index/contract';

export type PhasePlace = 'over' | 'now' | 'ahead';

/** One step of the line of phases. */
export interface PhaseStep {
  readonly phase: Phase;
  readonly place: PhasePlace;
  readonly window: PhaseWindow | null;
}

/** All phases of a cycle in order, each with where it stands and its dates. */
export function phaseLine({ phase, windows }: Pick<CycleView, 'phase' | 'windows'>): readonly PhaseStep[] {
  return PHASES.map((step) => ({ phase: step, place: placeOf(step, phase), window: windows.find((one) => one.phase === step) ?? null }));
}

function placeOf(step: Phase, phase: Phase): PhasePlace {
  if (step === phase) {
    return 'now';
  }
  return hasReached(phase, step) ? 'over' : 'ahead';
}
