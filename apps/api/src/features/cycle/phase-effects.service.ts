import { Injectable } from '@nestjs/common';
import type { Phase } from '@par-index/contract';
import type { EntityManager } from 'typeorm';

export interface PhaseStep {
  readonly cycleId: string;
  readonly from: Phase;
  readonly to: Phase;
}

/** Vietnamese sentences with figures: what will come about, and what stands in the way. */
export interface PhaseConsequences {
  readonly effects?: readonly string[];
  readonly blockers?: readonly string[];
  /** What only a person may let happen, with a reason: the clock does not open the phase over it. */
  readonly forAPerson?: readonly string[];
}

export type PhaseEffectsProvider = (em: EntityManager, step: PhaseStep) => Promise<PhaseConsequences>;

/** Where the features to the right say what the next phase does to what is theirs, so that the cycle need not know them. */
@Injectable()
export class PhaseEffects {
  private readonly providers: PhaseEffectsProvider[] = [];

  add(provider: PhaseEffectsProvider): void {
    this.providers.push(provider);
  }

  /** Of all providers, in the order in which they were added. */
  async of(em: EntityManager, step: PhaseStep): Promise<Required<PhaseConsequences>> {
    const effects: string[] = [];
    const blockers: string[] = [];
    const forAPerson: string[] = [];
    for (const provider of this.providers) {
      const consequences = await provider(em, step);
      effects.push(...(consequences.effects ?? []));
      blockers.push(...(consequences.blockers ?? []));
      forAPerson.push(...(consequences.forAPerson ?? []));
    }
    return { effects, blockers, forAPerson };
  }
}
