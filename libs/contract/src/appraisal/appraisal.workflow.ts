import { type Actor, belongsTo, holds } from '../access/permissions';
import type { AssessmentContext } from '../assessment/assessment.workflow';
import type { ExplanationOutcome } from '../explanation/explanation.workflow';
import type { ProblemCode } from '../problem/problem';

/** The layers of one criterion, lowest first. None overwrites another; the highest that is there is in force. */
export const LAYERS = ['base', 'appraisal-1', 'appraisal-2', 'council'] as const;
export type Layer = (typeof LAYERS)[number];

/** Take the declared answer, put other data in its place, or award points. */
export const DECISION_KINDS = ['accept', 'correct', 'award'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** What an appraiser may ask for: one of the kinds, or, in appraisal 2, to leave the layer below as it is. */
export type DecisionRequestKind = DecisionKind | 'keep';

/** The layer that an appraiser writes in this phase, or null when none is open. */
export function appraisalLayerOf(context: Pick<AssessmentContext, 'phase' | 'state'>): Layer | null {
  if (context.phase === 'appraisal' && (context.state === 'submitted' || context.state === 'appraised')) {
    return 'appraisal-1';
  }
  return context.phase === 'reappraisal' && (context.state === 'explained' || context.state === 'reappraised') ? 'appraisal-2' : null;
}

/** Who of the assigned agency decides: the person and whoever stands in for them today; null is everybody of it. */
export type Deciders = readonly string[] | null;

/**
 * Why the actor may not decide one criterion of an assessment now, or null when they may. `assignedAgencyId` is the agency
 * that appraises this criterion at this assessment (the substitute where the owner would appraise itself).
 */
export function decisionRefusalOf(
  actor: Pick<Actor, 'id' | 'grants'>,
  context: AssessmentContext,
  assignedAgencyId: string | null,
  deciders: Deciders = null,
): ProblemCode | null {
  if (!holds(actor, ['appraiser', 'home-affairs'])) {
    return 'access.denied';
  }
  if (belongsTo(actor, context.agencyId)) {
    return 'access.own-agency';
  }
  if (assignedAgencyId === null || !holds(actor, ['appraiser', 'home-affairs'], assignedAgencyId)) {
    return 'access.not-assigned';
  }
  if (deciders && !deciders.includes(actor.id)) {
    return 'access.other-person';
  }
  return appraisalLayerOf(context) === null ? 'appraisal.phase-closed' : null;
}

/** Why a criterion that the actor may decide is not decided again: only what was explained is. Null where it is, and outside of appraisal 2. */
export function reappraisalRefusalOf(context: Pick<AssessmentContext, 'phase' | 'state'>, answer: ExplanationOutcome | null): ProblemCode | null {
  return appraisalLayerOf(context) === 'appraisal-2' && answer !== 'explained' ? 'appraisal.not-explained' : null;
}

/** Why the actor may not enter the accepted figure of a `survey` or `imported` criterion now, or null when they may. */
export function baseFigureRefusalOf(actor: Pick<Actor, 'grants'>, context: Pick<AssessmentContext, 'agencyId' | 'phase'>): ProblemCode | null {
  if (!holds(actor, ['home-affairs'])) {
    return 'access.denied';
  }
  const open = context.phase !== 'preparing' && context.phase !== 'preliminary' && context.phase !== 'published';
  return open ? null : 'appraisal.phase-closed';
}
