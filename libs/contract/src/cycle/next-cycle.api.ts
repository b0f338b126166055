import type { AgencyRef } from '../organisation/organisation.api';
import type { PhaseWindow, SubstituteRequest, SubstituteView } from './cycle.api';
import type { MovedDate } from './next-windows';

/** GET /cycles/:id/next-cycle: what the cycle of the year after may be made from, with what is proposed. Nothing is written. States never carry over. */
export interface NextCycleProposal {
  readonly from: { readonly id: string; readonly title: string; readonly year: number };
  readonly year: number;
  readonly title: string;
  readonly leadAgency: AgencyRef;
  readonly groups: readonly NextGroup[];
  readonly windows: readonly PhaseWindow[];
  /** Dates that had to move to a working day. */
  readonly moved: readonly MovedDate[];
  readonly substitutes: readonly OfferedSubstitute[];
  readonly assignments: readonly OfferedAssignment[];
  readonly exemptions: readonly OfferedExemption[];
  /** Documents that the agencies used and will be offered, one by one, under the same criterion. */
  readonly documents: number;
  /** Cycles of that year which there are already. */
  readonly sameYear: readonly string[];
}

/** A group of agencies, who takes part, and which sets there are for it. */
export interface NextGroup {
  readonly groupCode: string;
  readonly groupName: string;
  /** Active now: those will be invited. */
  readonly agencies: number;
  /** Took part and are not active any more, and the other way round. */
  readonly leaving: readonly AgencyRef[];
  readonly joining: readonly AgencyRef[];
  readonly candidates: readonly NextSet[];
  /** One of the candidates; null where there is none. */
  readonly proposed: string | null;
}

/** A set to choose. One of an earlier year is issued again for the new one: same criteria, another year. */
export interface NextSet {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly versionNumber: number;
  readonly reissued: boolean;
}

export interface OfferedSubstitute extends SubstituteView {
  /** Why it can't carry over, as a Vietnamese sentence; null where it can. */
  readonly refusedBecause: string | null;
}

/** A change of who appraises, made for the former cycle: at one agency, or at all of the group. */
export interface OfferedAssignment {
  readonly id: string;
  readonly groupCode: string;
  readonly code: string;
  readonly title: string;
  readonly assessed: AgencyRef | null;
  readonly agency: AgencyRef;
  readonly refusedBecause: string | null;
}

export interface OfferedExemption {
  readonly agency: AgencyRef;
  readonly groupCode: string;
  readonly code: string;
  readonly title: string;
  readonly reason: string;
  readonly refusedBecause: string | null;
}

/** POST /cycles/:id/next-cycle/preview, and POST /cycles/:id/next-cycle with `expected`. What is not named is not carried over. */
export interface NextCycleRequest {
  readonly title: string;
  /** One for each group; a group without one gets its set later. */
  readonly criteriaSetIds: readonly string[];
  readonly windows: readonly PhaseWindow[];
  readonly substitutes: readonly SubstituteRequest[];
  /** Of `OfferedAssignment`. */
  readonly assignmentIds: readonly string[];
  readonly exemptions: readonly ExemptionKey[];
  /** The digest of the preview: what is done is what was shown. */
  readonly expected?: string;
}

export interface ExemptionKey {
  readonly agencyId: string;
  readonly code: string;
}

/** What will be created. */
export interface NextCyclePreview {
  readonly year: number;
  readonly title: string;
  readonly sets: readonly PlannedSet[];
  readonly windows: readonly PhaseWindow[];
  readonly substitutes: readonly SubstituteView[];
  readonly assignments: readonly PlannedAssignment[];
  readonly exemptions: readonly PlannedExemptionView[];
  /** Vietnamese sentences: what stays behind and why, and what to look at. */
  readonly warnings: readonly string[];
  readonly digest: string;
}

export interface PlannedSet {
  readonly groupCode: string;
  readonly groupName: string;
  readonly title: string;
  readonly versionNumber: number;
  /** The set that it is issued from again; null where it is of the new year already. */
  readonly reissuedFrom: string | null;
  /** Agencies that will be invited. */
  readonly agencies: number;
}

export type PlannedAssignment = Pick<OfferedAssignment, 'groupCode' | 'code' | 'title' | 'assessed' | 'agency'>;

/** GET /cycles/:id/planned-exemptions: those that the opening of the cycle will grant. POST /cycles/:id/planned-exemptions/removal, If-Match of the cycle, takes one back. */
export interface PlannedExemptionView {
  readonly agency: AgencyRef;
  readonly code: string;
  readonly title: string;
  readonly reason: string;
}

export interface RemovePlannedExemptionRequest extends ExemptionKey {
  readonly reason: string;
}
