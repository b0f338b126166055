import { type Actor, holds, type Role, type RoleGrant } from '../access/permissions';
import type { ProblemCode } from '../problem/problem';

/** What can be delegated for an absence: the criteria that are assigned to a person, or what a head signs. */
export const DELEGATION_KINDS = ['appraisal', 'sign-off'] as const;
export type DelegationKind = (typeof DELEGATION_KINDS)[number];

export const DELEGATION_STATES = ['coming', 'active', 'over', 'revoked'] as const;
export type DelegationState = (typeof DELEGATION_STATES)[number];

/** The roles in which one has what is delegated. */
const GIVERS: Readonly<Record<DelegationKind, readonly Role[]>> = { 'appraisal': ['appraiser', 'home-affairs'], 'sign-off': ['agency-head'] };

/** The roles of the same agency that can stand in. An administrator scores and signs nothing. */
const TAKERS: Readonly<Record<DelegationKind, readonly Role[]>> = {
  'appraisal': ['appraiser', 'home-affairs'],
  'sign-off': ['agency-head', 'agency-officer', 'appraiser', 'home-affairs'],
};

export interface Delegated {
  readonly kind: DelegationKind;
  readonly agencyId: string;
}

/** Whether somebody with these grants has what would be delegated. What one has by delegation is not passed on. */
export function canGive(grants: readonly RoleGrant[], delegated: Delegated): boolean {
  return hasOwn(grants, GIVERS[delegated.kind], delegated.agencyId);
}

/** Whether somebody with these grants can stand in. */
export function canTake(grants: readonly RoleGrant[], delegated: Delegated): boolean {
  return hasOwn(grants, TAKERS[delegated.kind], delegated.agencyId);
}

function hasOwn(grants: readonly RoleGrant[], roles: readonly Role[], agencyId: string): boolean {
  return grants.some((grant) => grant.agencyId === agencyId && grant.actingFor === undefined && roles.includes(grant.role));
}

/**
 * Why the actor may not delegate this, or take it back, or null when they may. Everybody for themselves; for a person who can't (who is
 * ill), their head or Sở Nội vụ, but nobody gives away another one's signature.
 */
export function delegationRefusalOf(actor: Pick<Actor, 'id' | 'grants'>, { kind, agencyId, fromUserId }: Delegated & { readonly fromUserId: string }): ProblemCode | null {
  if (actor.id === fromUserId) {
    return canGive(actor.grants, { kind, agencyId }) ? null : 'access.denied';
  }
  if (kind === 'sign-off') {
    return 'access.denied';
  }
  return holds(actor, ['home-affairs']) || holds(actor, ['agency-head'], agencyId) ? null : 'access.denied';
}

/** The longest absence, in days. */
export const LONGEST_DELEGATION = 366;

export interface DelegationDays {
  /** Calendar days, both included. */
  readonly startsOn: string;
  readonly endsOn: string;
}

/** Where a day lies; `today` is the day in Vietnam. */
export function delegationStateOf({ startsOn, endsOn, revokedAt }: DelegationDays & { readonly revokedAt: unknown }, today: string): DelegationState {
  if (revokedAt !== null) {
    return 'revoked';
  }
  if (today < startsOn) {
    return 'coming';
  }
  return today > endsOn ? 'over' : 'active';
}
