import { type Actor, holds } from '../access/permissions';
import { hasReached, type Phase } from '../cycle/cycle.workflow';
import type { ProblemCode } from '../problem/problem';

/**
 * `draft`: being written, no cycle can use it. `published`: its document never changes again; a cycle may choose it. `frozen`: from the
 * opening of the first cycle that uses it. `superseded`: a newer version of the code took its place, see `supersedes`.
 */
export const CRITERIA_SET_STATES = ['draft', 'published', 'frozen', 'superseded'] as const;
export type CriteriaSetState = (typeof CRITERIA_SET_STATES)[number];

export const CRITERIA_SET_ACTIONS = ['edit', 'publish', 'discard', 'copy'] as const;
export type CriteriaSetAction = (typeof CRITERIA_SET_ACTIONS)[number];

/** Why the actor may not do this to a version now, or null when they may. Only a draft is edited, published or discarded; any version is copied. */
export function criteriaSetRefusalOf(actor: Pick<Actor, 'grants'>, state: CriteriaSetState, action: CriteriaSetAction): ProblemCode | null {
  if (!holds(actor, ['home-affairs'])) {
    return 'access.denied';
  }
  return action === 'copy' || state === 'draft' ? null : 'criteria-set.frozen';
}

export const openCriteriaSetActions = (actor: Pick<Actor, 'grants'>, state: CriteriaSetState): readonly CriteriaSetAction[] =>
  CRITERIA_SET_ACTIONS.filter((action) => criteriaSetRefusalOf(actor, state, action) === null);

/** The states that a version may come to from each. The database refuses every other move. */
export const CRITERIA_SET_MOVES: Readonly<Record<CriteriaSetState, readonly CriteriaSetState[]>> = {
  draft: ['published'],
  published: ['frozen', 'superseded'],
  frozen: ['superseded'],
  superseded: [],
};

/**
 * Whether the publication of a newer version of the code takes the place of this one: at once where no cycle has frozen it. A frozen one
 * stays what its cycles are scored by, and is superseded by the correction that takes it out of the last of them.
 */
export const isSupersededByNewer = (state: CriteriaSetState): boolean => state === 'published';

/**
 * Why the set of a running cycle may not be corrected now, or null. From the opening of the cycle until the agencies see the result: what is
 * wrong afterwards is the council's and the petitions'.
 */
export function correctionRefusalOf(actor: Pick<Actor, 'grants'>, phase: Phase): ProblemCode | null {
  if (!holds(actor, ['home-affairs'])) {
    return 'access.denied';
  }
  return phase === 'preparing' || hasReached(phase, 'preliminary') ? 'cycle.phase-illegal' : null;
}
