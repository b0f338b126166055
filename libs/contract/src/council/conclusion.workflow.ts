import { type Actor, belongsTo, holds } from '../access/permissions';
import type { AssessmentState } from '../assessment/assessment.workflow';
import type { Phase } from '../cycle/cycle.workflow';
import type { ProblemCode } from '../problem/problem';

/** Who leads the council about one assessment: a chair of another agency, a member named in their place, or nobody yet. */
export const CHAIRS = ['there', 'acting', 'missing'] as const;
export type ChairPlace = (typeof CHAIRS)[number];

/** What the rules need to know of one assessment before the council. */
export interface ConclusionContext {
  readonly agencyId: string;
  readonly phase: Phase;
  readonly state: AssessmentState;
  /** Items of it that are not closed. */
  readonly openItems: number;
  readonly chair: ChairPlace;
  /** Whether the actor was named to lead in the place of a chair, and there is none. */
  readonly leads: boolean;
}

/** The chair, or the member who leads in the chair's place where every chair belongs to the assessed agency. */
export function leadsCouncil(actor: Pick<Actor, 'grants'>, { leads }: Pick<ConclusionContext, 'leads'>): boolean {
  return holds(actor, ['council-chair']) || (leads && holds(actor, ['council-member']));
}

/** Why the actor may not conclude this one assessment now, or null when they may. Source: docs/workflow.md, "council closes". */
export function conclusionRefusalOf(actor: Pick<Actor, 'grants'>, assessment: ConclusionContext): ProblemCode | null {
  if (!leadsCouncil(actor, assessment)) {
    return 'access.denied';
  }
  if (belongsTo(actor, assessment.agencyId)) {
    return 'access.own-agency';
  }
  if (assessment.phase !== 'council') {
    return 'council.phase-closed';
  }
  if (assessment.state !== 'reappraised') {
    return 'assessment.state-illegal';
  }
  return assessment.openItems > 0 ? 'council.items-open' : null;
}

/** The phases in which the council may have to be led by somebody. */
const LED: readonly Phase[] = ['reappraisal', 'council', 'preliminary'];

/** Why the actor may not name who leads in the chair's place, or null when they may: home affairs of elsewhere, where no chair of elsewhere is there. */
export function actingChairRefusalOf(actor: Pick<Actor, 'grants'>, { agencyId, phase, chair }: Pick<ConclusionContext, 'agencyId' | 'phase' | 'chair'>): ProblemCode | null {
  if (!holds(actor, ['home-affairs'])) {
    return 'access.denied';
  }
  if (belongsTo(actor, agencyId)) {
    return 'access.own-agency';
  }
  if (!LED.includes(phase)) {
    return 'council.phase-closed';
  }
  return chair === 'there' ? 'council.chair-there' : null;
}
