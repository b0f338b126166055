import type { AssignmentSource } from '@par-index/contract';
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

/** A change of the cycle: who appraises a criterion in place of its owner, at one agency or, where none is named, at all of the group. */
export interface PlannedAppraiser {
  readonly code: string;
  readonly assessedAgencyId: string | null;
  readonly agencyId: string;
}

export interface AppraisalPlan {
  readonly owners: readonly LeafOwner[];
  readonly changes: readonly PlannedAppraiser[];
  /** By owner, who stands in for it at itself. */
  readonly substitutes: ReadonlyMap<string, string>;
}

/** One criterion at one agency: who appraises it and why them. Nobody where an owner would have to appraise itself and has no substitute. */
export interface PlannedCell {
  readonly assessedAgencyId: string;
  readonly code: string;
  readonly agencyId: string | null;
  readonly source: AssignmentSource;
}

/** Who appraises what at these agencies: the change for one agency before the change for all before the owner, and never the agency itself. */
export function cellsOf({ owners, changes, substitutes }: AppraisalPlan, assessed: readonly string[]): readonly PlannedCell[] {
  const byPlace = new Map(changes.map(({ code, assessedAgencyId, agencyId }) => [placeOf(code, assessedAgencyId), agencyId]));
  return assessed.flatMap((assessedAgencyId) =>
    owners.map(({ code, agencyId: owner }) => {
      const here = byPlace.get(placeOf(code, assessedAgencyId));
      const everywhere = byPlace.get(placeOf(code, null));
      const general = everywhere ?? owner;
      if (here !== undefined) {
        return { assessedAgencyId, code, agencyId: here, source: 'agency' as const };
      }
      return general === assessedAgencyId
        ? { assessedAgencyId, code, agencyId: substitutes.get(general) ?? null, source: 'substitute' as const }
        : { assessedAgencyId, code, agencyId: general, source: everywhere === undefined ? ('set' as const) : ('cycle' as const) };
    }),
  );
}

const placeOf = (code: string, assessedAgencyId: string | null): string => `${assessedAgencyId ?? '*'} ${code}`;

/** An owner that would have to appraise itself, and how many criteria that concerns. */
export interface OwnCriteria {
  readonly agencyId: string;
  readonly leaves: number;
}

/** The agencies at which criteria are nobody's, because their owner has nobody to stand in for it. */
export function withoutSubstitute(cells: readonly PlannedCell[]): readonly OwnCriteria[] {
  const nobodys = cells.filter(({ agencyId }) => agencyId === null);
  const agencies = [...new Set(nobodys.map(({ assessedAgencyId }) => assessedAgencyId))];
  return agencies.map((agencyId) => ({ agencyId, leaves: nobodys.filter((cell) => cell.assessedAgencyId === agencyId).length }));
}
