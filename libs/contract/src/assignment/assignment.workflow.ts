import { type Actor, agenciesOf, holds } from '../access/permissions';
import { hasReached, type Phase } from '../cycle/cycle.workflow';
import type { ProblemCode } from '../problem/problem';

type Grants = Pick<Actor, 'grants'>;

/** What becomes of criteria that are decided already when others are to appraise: they stay with who decided, or go along with their layers. */
export const DECIDED_RULES = ['keep', 'hand-over'] as const;
export type DecidedRule = (typeof DECIDED_RULES)[number];

/** Work is shared evenly by whole agencies or by whole criteria. */
export const SHARE_UNITS = ['agency', 'criterion'] as const;
export type ShareUnit = (typeof SHARE_UNITS)[number];

/** After the council there is nothing left to appraise. */
const isOver = (phase: Phase): boolean => hasReached(phase, 'preliminary');

/** Why the actor may not change which agency appraises what, or null when they may. Planned while preparing, changed until the result. */
export function assignmentRefusalOf(actor: Grants, { phase }: { readonly phase: Phase }): ProblemCode | null {
  if (!holds(actor, ['home-affairs'])) {
    return 'access.denied';
  }
  return isOver(phase) ? 'cycle.phase-illegal' : null;
}

/**
 * Whose part of the assignment the actor reads: Sở Nội vụ, which makes it, and the council, which reads every appraisal, all of it; appraisers and
 * heads what their own department appraises; everybody else nothing. Source: docs/workflow.md, "Who appraises".
 */
export function assignmentSight(actor: Grants): { readonly reach: 'all' } | { readonly reach: 'own'; readonly agencyIds: readonly string[] } | null {
  if (holds(actor, ['home-affairs', 'council-member', 'council-chair'])) {
    return { reach: 'all' };
  }
  const agencyIds = agenciesOf(actor, ['appraiser', 'agency-head']);
  return agencyIds.length > 0 ? { reach: 'own', agencyIds } : null;
}

/** Once appraisers may have begun, a change says why. */
export function assignmentReasonRequired(phase: Phase): boolean {
  return hasReached(phase, 'appraisal');
}

/**
 * Why the actor may not share out the criteria of an appraising agency among its people, or null when they may: Sở Nội vụ everywhere, a
 * head in the own department. There is something to share from the opening of the cycle on.
 */
export function sharingRefusalOf(actor: Grants, { phase, agencyId }: { readonly phase: Phase; readonly agencyId: string }): ProblemCode | null {
  if (!holds(actor, ['home-affairs']) && !holds(actor, ['agency-head'], agencyId)) {
    return 'access.denied';
  }
  return phase === 'preparing' || isOver(phase) ? 'cycle.phase-illegal' : null;
}

/** Whether the actor may see how an appraising agency shares its work: its own people, and Sở Nội vụ. */
export function seesBalance(actor: Grants, agencyId: string): boolean {
  return holds(actor, ['home-affairs']) || holds(actor, ['appraiser', 'agency-head'], agencyId);
}
