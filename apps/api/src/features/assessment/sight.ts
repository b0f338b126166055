import {
  type Actor,
  agenciesOf,
  agencySeesAppraisal,
  agencySeesDecisions,
  type AssessmentState,
  belongsTo,
  holds,
  type Layer,
  type Phase,
  type Role,
} from '@par-index/contract';

/** As what somebody reads an assessment. An appraiser reads the criteria that are assigned to the own agency. */
export type Sight = { readonly as: 'own' } | { readonly as: 'overseer' } | { readonly as: 'appraiser'; readonly codes: ReadonlySet<string> };

export const OWN_READERS = ['agency-officer', 'agency-head'] as const satisfies readonly Role[];
export const OVERSEERS = ['home-affairs', 'council-member', 'council-chair'] as const satisfies readonly Role[];

interface Seen {
  readonly agencyId: string;
  readonly state: AssessmentState;
  readonly phase: Phase;
}

/** Before it is submitted, an assessment is nobody's but the agency's. */
export function isHandedIn(state: AssessmentState): boolean {
  return state !== 'drafting' && state !== 'awaiting-head';
}

/**
 * As what the actor sees the assessment, or null where it is not theirs to see. The own agency beats every role: who belongs to it
 * sees it as its officer or head, or not at all. `assigned` are the codes assigned to agencies for which the actor appraises.
 */
export function sightOf(actor: Pick<Actor, 'grants'>, seen: Pick<Seen, 'agencyId' | 'state'>, assigned: readonly string[]): Sight | null {
  if (belongsTo(actor, seen.agencyId)) {
    return holds(actor, OWN_READERS, seen.agencyId) ? { as: 'own' } : null;
  }
  if (holds(actor, OVERSEERS)) {
    return { as: 'overseer' };
  }
  return assigned.length > 0 && isHandedIn(seen.state) ? { as: 'appraiser', codes: new Set(assigned) } : null;
}

/** The agencies whose assigned criteria have to be looked up before `sightOf` can tell; none where the answer doesn't depend on them. */
export function appraisingAgencies(actor: Pick<Actor, 'grants'>, agencyId: string): readonly string[] {
  return belongsTo(actor, agencyId) || holds(actor, OVERSEERS) ? [] : agenciesOf(actor, ['appraiser']);
}

/** Whether answer and evidence of one criterion are shown: outside of the agency only once they are handed in. */
export function seesContent(sight: Sight, state: AssessmentState, code: string): boolean {
  if (sight.as === 'own') {
    return true;
  }
  return isHandedIn(state) && (sight.as === 'overseer' || sight.codes.has(code));
}

/** Whether one layer is shown: to the agency itself only once the phase opens it. */
export function seesLayer(sight: Sight, seen: Pick<Seen, 'state' | 'phase'>, layer: { readonly code: string; readonly layer: Layer }): boolean {
  if (sight.as !== 'own') {
    return seesContent(sight, seen.state, layer.code);
  }
  const isAppraisal = layer.layer === 'base' || layer.layer === 'appraisal-1';
  return isAppraisal ? agencySeesAppraisal(seen.phase) : agencySeesDecisions(seen.phase);
}
