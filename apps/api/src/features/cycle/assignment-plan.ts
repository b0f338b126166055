import type { CompiledLeaf, CompiledSet } from '@par-index/scoring';

/** Who appraises one criterion of a set at everybody but itself. */
export interface LeafOwner {
  readonly code: string;
  readonly agencyId: string;
}

export interface OwnerContext {
  /** Active agencies by code. */
  readonly agencyIds: ReadonlyMap<string, string>;
  readonly leadAgencyId: string;
}

/** Whether somebody appraises it: what a survey or an external index gives, nobody does. */
const isAppraised = ({ source }: CompiledLeaf): boolean => source === 'self' || source === 'appraiser';

/** For each appraised leaf the agency that the set names, and the lead agency where it names none that there is. */
export function leafOwners(set: CompiledSet, { agencyIds, leadAgencyId }: OwnerContext): readonly LeafOwner[] {
  return set.leaves
    .filter(isAppraised)
    .map(({ code, appraiser }) => ({ code, agencyId: (appraiser && agencyIds.get(appraiser)) || leadAgencyId }));
}

/** An owner that would have to appraise itself, and how many criteria that concerns. */
export interface OwnCriteria {
  readonly agencyId: string;
  readonly leaves: number;
}

/** Among the participants, those who own criteria of their own set and have nobody to stand in for them. */
export function withoutSubstitute(
  owners: readonly LeafOwner[],
  participants: readonly string[],
  substituted: ReadonlySet<string>,
): readonly OwnCriteria[] {
  return participants
    .filter((agencyId) => !substituted.has(agencyId))
    .map((agencyId) => ({ agencyId, leaves: owners.filter((owner) => owner.agencyId === agencyId).length }))
    .filter(({ leaves }) => leaves > 0);
}
