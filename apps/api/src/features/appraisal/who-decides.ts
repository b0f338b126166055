import { type Actor, agenciesOf, appraisalLayerOf, decisionRefusalOf, type Layer, type ProblemCode, type Role } from '@par-index/contract';
import type { CompiledLeaf } from '@par-index/scoring';
import { DomainError } from '../../platform/problem/domain-error';
import { contextOf, isExempt } from './appraisal-record';
import type { AppraisalScene } from './appraisal-scene.service';

/** The roles that decide criteria, and those that read all of an appraisal. */
export const DECIDERS = ['appraiser', 'home-affairs'] as const satisfies readonly Role[];
export const OVERSEERS = ['home-affairs', 'council-member', 'council-chair'] as const satisfies readonly Role[];

/** The agencies for which the actor decides. */
export const appraisingAgencies = (actor: Pick<Actor, 'grants'>): readonly string[] => agenciesOf(actor, DECIDERS);

/** Refusals that come before anything is said about the criterion. */
const FIRST: readonly ProblemCode[] = ['access.denied', 'access.own-agency'];

/** The criterion and the layer that the actor may write now; refuses everybody else, an unknown criterion and an exempt one. */
export function assertDecidable(actor: Actor, scene: AppraisalScene, code: string): { readonly leaf: CompiledLeaf; readonly layer: Layer } {
  const refusal = decisionRefusalOf(actor, contextOf(scene.record), scene.appraiserOf(code));
  if (refusal && FIRST.includes(refusal)) {
    throw new DomainError(refusal);
  }
  const leaf = scene.set.leaf(code);
  if (!leaf) {
    throw new DomainError('answer.criterion-unknown', { code });
  }
  if (isExempt(scene.record, code)) {
    throw new DomainError('answer.criterion-exempt', { code });
  }
  const layer = appraisalLayerOf(scene.record);
  if (refusal || layer === null) {
    throw new DomainError(refusal ?? 'appraisal.phase-closed', { code });
  }
  return { leaf, layer };
}

/** The layer in which the actor may accept now: all of `codes`, or whatever is assigned. */
export function assertMayAccept(actor: Actor, scene: AppraisalScene, codes?: readonly string[]): Layer {
  const assigned = scene.assignedTo(appraisingAgencies(actor));
  const foreign = codes?.find((code) => !assigned.includes(code));
  const [first] = assigned;
  const subject = foreign ?? first;
  if (subject === undefined || foreign !== undefined) {
    const refusal = decisionRefusalOf(actor, contextOf(scene.record), null);
    throw new DomainError(refusal ?? 'access.not-assigned', foreign === undefined ? {} : { code: foreign });
  }
  return assertDecidable(actor, scene, subject).layer;
}

