import type { AgencyRef } from '../organisation/organisation.api';
import type { PersonRef } from './assignment.api';
import type { DelegationKind, DelegationState } from './delegation.workflow';

/** GET /delegations?state&mine&page: one's own, those given to one, and those that one oversees as head or at Sở Nội vụ (not with `mine`); the newest first. */
export interface DelegationView {
  readonly id: string;
  readonly kind: DelegationKind;
  readonly agency: AgencyRef;
  readonly from: PersonRef;
  readonly to: PersonRef;
  /** Calendar days in Vietnam, both included: `2026-12-31`. */
  readonly startsOn: string;
  readonly endsOn: string;
  readonly reason: string;
  readonly state: DelegationState;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly revokedAt: string | null;
  readonly revokedBy: string | null;
  readonly revokeReason: string | null;
  readonly revocable: boolean;
  readonly version: number;
}

/** GET /delegations/choices: what the reader may delegate, and to whom. */
export interface DelegationChoice {
  readonly kind: DelegationKind;
  readonly agency: AgencyRef;
  readonly from: PersonRef;
  readonly to: readonly PersonRef[];
}

/** POST /delegations */
export interface DelegateRequest {
  readonly kind: DelegationKind;
  readonly agencyId: string;
  /** Somebody else than the writer only where the writer is their head, or Sở Nội vụ. */
  readonly fromUserId: string;
  readonly toUserId: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly reason: string;
}

/** POST /delegations/:id/revocation, If-Match. */
export interface RevokeDelegationRequest {
  readonly reason: string;
}
