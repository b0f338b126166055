import type { Phase } from '../cycle/cycle.workflow';
import type { AgencyRef } from '../organisation/organisation.api';
import type { PersonRef } from './assignment.api';
import type { DecidedRule, ShareUnit } from './assignment.workflow';

/** Counted by one definition everywhere: of the criteria that count, see `assigned_criterion` in docs/data-model.md. */
export interface AssignedCounts {
  readonly assigned: number;
  readonly decided: number;
  /** Open to be decided now. */
  readonly left: number;
  /** Of these, those whose deadline has passed. */
  readonly late: number;
  readonly explanationWanted: number;
}

/** GET /cycles/:cycleId/balance: the appraising agencies that the reader may see, never with criteria at the reader's own agency. */
export interface DepartmentBalance extends AssignedCounts {
  readonly agency: AgencyRef;
  /** Criteria that are nobody's in particular. */
  readonly unshared: number;
  readonly people: number;
}

/** GET /cycles/:cycleId/balance/:agencyId: how the work of one appraising agency is shared. */
export interface BalanceView {
  readonly cycleId: string;
  readonly cycleTitle: string;
  readonly phase: Phase;
  readonly agency: AgencyRef;
  readonly deadlineAt: string | null;
  readonly now: string;
  readonly shareable: boolean;
  readonly lockedBecause: string | null;
  /** Everybody who may be given criteria, and, first, what is nobody's in particular. */
  readonly people: readonly PersonBalance[];
  readonly units: readonly BalanceUnit[];
  /** The criteria that occur in the units, in the order of their set. */
  readonly criteria: readonly BalanceCriterion[];
}

export interface BalanceCriterion {
  readonly groupCode: string;
  readonly code: string;
  readonly title: string;
}

export interface PersonBalance extends AssignedCounts {
  /** Null: nobody in particular, the whole department decides. */
  readonly person: PersonRef | null;
  /** Who stands in for them today. */
  readonly standIns: readonly PersonRef[];
}

/** Criteria of one person at one assessed agency. */
export interface BalanceUnit {
  readonly groupCode: string;
  readonly assessed: AgencyRef;
  readonly personId: string | null;
  readonly assigned: number;
  readonly decided: number;
  readonly codes: readonly string[];
}

/** Which criteria of the agency are shared out; what is not named is not narrowed. `personIds` with null: what is nobody's in particular. */
export interface ShareScope {
  readonly groupCode?: string;
  readonly codes?: readonly string[];
  readonly assessedAgencyIds?: readonly string[];
  readonly personIds?: readonly (string | null)[];
}

/**
 * POST /cycles/:cycleId/sharing?dryRun. To one person (`null`: back to the whole department), or evenly among several by whole agencies
 * or whole criteria, which keeps whatever somebody has begun.
 */
export interface ShareRequest {
  readonly agencyId: string;
  readonly scope: ShareScope;
  readonly to: ShareTarget;
  readonly decided: DecidedRule;
  readonly reason: string;
  readonly expected?: string;
}

export interface ShareTarget {
  readonly personIds: readonly (string | null)[];
  readonly unit?: ShareUnit;
}

export interface ShareView {
  readonly dryRun: boolean;
  readonly digest: string;
  readonly moved: number;
  readonly kept: number;
  /** Criteria that none of the chosen people may be given: they belong to the assessed agency. */
  readonly refused: number;
  readonly lines: readonly ShareLine[];
  readonly people: readonly SharedPerson[];
}

export interface ShareLine {
  readonly assessed: AgencyRef;
  readonly from: PersonRef | null;
  readonly to: PersonRef | null;
  readonly criteria: number;
}

/** How many criteria somebody has before and after. */
export interface SharedPerson {
  readonly person: PersonRef | null;
  readonly before: number;
  readonly after: number;
}
