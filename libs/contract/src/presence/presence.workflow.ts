import { type Actor, agenciesOf, belongsTo, holds, type Role } from '../access/permissions';

/** How often an open page says that it is still there. */
export const HEARTBEAT_SECONDS = 20;
/** Somebody who was not heard for so long is gone: two heartbeats may be lost. */
export const PRESENCE_SECONDS = 60;

/** The agency's own people, or those who appraise and oversee it. Neither side ever learns who of the other looks at what. */
export const PRESENCE_SIDES = ['own', 'outside'] as const;
export type PresenceSide = (typeof PRESENCE_SIDES)[number];

const OWN_READERS = ['agency-officer', 'agency-head'] as const satisfies readonly Role[];
const OVERSEERS = ['home-affairs', 'council-member', 'council-chair'] as const satisfies readonly Role[];

/** What the database asks to find out on which side of an assessment somebody is, in one statement. */
export interface PresenceScope {
  /** Read as one's own. */
  readonly own: readonly string[];
  /** Belonged to in whatever role: never looked at from outside. */
  readonly belongs: readonly string[];
  readonly oversees: boolean;
  /** Appraised for: sees an assessment of which a criterion is assigned to one of them, once it is handed in. */
  readonly appraises: readonly string[];
}

export function presenceScopeOf(actor: Pick<Actor, 'grants'>): PresenceScope {
  return {
    own: agenciesOf(actor, OWN_READERS),
    belongs: [...new Set(actor.grants.map(({ agencyId }) => agencyId))],
    oversees: holds(actor, OVERSEERS),
    appraises: agenciesOf(actor, ['appraiser']),
  };
}

/** An assessment, as far as the rule asks. */
export interface PresencePlace {
  readonly agencyId: string;
  readonly handedIn: boolean;
  /** The agencies to which criteria of it are assigned. */
  readonly assignedTo: readonly string[];
}

/** The side on which somebody may be seen at criteria of the assessment; null where it is not theirs to see. The own agency beats every role. */
export function presenceSideOf(actor: Pick<Actor, 'grants'>, { agencyId, handedIn, assignedTo }: PresencePlace): PresenceSide | null {
  const scope = presenceScopeOf(actor);
  if (belongsTo(actor, agencyId)) {
    return scope.own.includes(agencyId) ? 'own' : null;
  }
  const appraises = handedIn && assignedTo.some((assigned) => scope.appraises.includes(assigned));
  return scope.oversees || appraises ? 'outside' : null;
}
