import { type Actor, openPetitionActions, type PetitionContext, type PetitionState, type PetitionView } from '@par-index/contract';
import type { PetitionInPlace, PetitionPlace } from './petition.repository';

export const contextOf = ({ agency, leadAgencyId, phase, window, now }: PetitionPlace, state: PetitionState | null): PetitionContext => ({
  ...{ agencyId: agency.id, leadAgencyId, phase, window, state },
  now: now.toISOString(),
});

export function toPetitionView(actor: Actor, petition: PetitionInPlace, title: string): PetitionView {
  const { id, cycleId, assessmentId, agency, code, reasonCode, text, state, late, filedBy, answer, itemId, outcome, version } = petition;
  return {
    ...{ id, cycleId, assessmentId, agency, code, title, reasonCode, text, state, late, filedBy, answer, itemId, outcome, version },
    filedAt: petition.filedAt?.toISOString() ?? null,
    answeredAt: petition.answeredAt?.toISOString() ?? null,
    openActions: openPetitionActions(actor, contextOf(petition, state)),
  };
}
