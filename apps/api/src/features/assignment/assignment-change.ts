import type { DecidedRule } from '@par-index/contract';
import type { LeafOwner, PlannedAppraiser, PlannedCell } from '../cycle/assignment-plan.service';

/** One criterion at one agency as it stands: who appraises it, and whether it was decided. Without an id while it is only planned. */
export interface StandingCell {
  readonly id: string | null;
  readonly assessedAgencyId: string;
  readonly code: string;
  readonly agencyId: string | null;
  readonly isDecided: boolean;
}

/** What becomes of one cell: it goes to another agency, or, decided, stays with who decided it. */
export interface CellChange {
  readonly id: string | null;
  readonly assessedAgencyId: string;
  readonly code: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly isDecided: boolean;
  readonly effect: 'move' | 'keep';
}

/** The cells that stand otherwise than wanted. A decided one moves only where decided ones are handed over. */
export function changesOf(wanted: readonly PlannedCell[], standing: readonly StandingCell[], rule: DecidedRule): readonly CellChange[] {
  const byPlace = new Map(standing.map((cell) => [placeOf(cell), cell]));
  return wanted.flatMap((cell) => {
    const now = byPlace.get(placeOf(cell));
    if (!now || now.agencyId === cell.agencyId) {
      return [];
    }
    const { id, assessedAgencyId, code, agencyId: from, isDecided } = now;
    return [{ id, assessedAgencyId, code, from, to: cell.agencyId, isDecided, effect: isDecided && rule === 'keep' ? ('keep' as const) : ('move' as const) }];
  });
}

const placeOf = ({ assessedAgencyId, code }: Pick<PlannedCell, 'assessedAgencyId' | 'code'>): string => `${assessedAgencyId} ${code}`;

export interface WantedAppraiser {
  readonly codes: readonly string[];
  /** Null: at all agencies of the group. */
  readonly assessedAgencyIds: readonly string[] | null;
  /** Null: as before any change. */
  readonly agencyId: string | null;
}

export interface PlanNow {
  readonly owners: readonly LeafOwner[];
  readonly changes: readonly PlannedAppraiser[];
  readonly substitutes: ReadonlyMap<string, string>;
}

/** What the plan has to say so that it comes about: nothing where it would come about anyway. */
export function plannedFor({ codes, assessedAgencyIds, agencyId }: WantedAppraiser, { owners, changes, substitutes }: PlanNow): readonly PlannedAppraiser[] {
  if (agencyId === null) {
    return [];
  }
  const ownerOf = new Map(owners.map((owner) => [owner.code, owner.agencyId]));
  const everywhere = new Map(changes.filter((change) => change.assessedAgencyId === null).map((change) => [change.code, change.agencyId]));
  if (assessedAgencyIds === null) {
    return codes.filter((code) => ownerOf.get(code) !== agencyId).map((code) => ({ code, assessedAgencyId: null, agencyId }));
  }
  return assessedAgencyIds.flatMap((assessedAgencyId) =>
    codes.flatMap((code) => {
      const general = everywhere.get(code) ?? ownerOf.get(code);
      const anyway = general === assessedAgencyId ? substitutes.get(general) : general;
      return anyway === agencyId ? [] : [{ code, assessedAgencyId, agencyId }];
    }),
  );
}

/** The plan after the change: the former words about these criteria at these agencies give way to the new ones. */
export function replanned(plan: PlanNow, { codes, assessedAgencyIds }: WantedAppraiser, changes: readonly PlannedAppraiser[]): PlanNow {
  const isReplaced = (change: PlannedAppraiser): boolean =>
    codes.includes(change.code) && (assessedAgencyIds === null ? change.assessedAgencyId === null : change.assessedAgencyId !== null && assessedAgencyIds.includes(change.assessedAgencyId));
  return { ...plan, changes: [...plan.changes.filter((change) => !isReplaced(change)), ...changes] };
}
