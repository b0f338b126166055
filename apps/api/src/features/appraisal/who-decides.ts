import { type Actor, agenciesOf, appraisalLayerOf, decisionRefusalOf, type Layer, type ProblemCode, reappraisalRefusalOf, type Role } from '@par-index/contract';
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
  const refusal = decisionRefusalOf(actor, contextOf(scene.record), scene.appraiserOf(code), scene.decidersOf(code));
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
  const agreed = reappraisalRefusalOf(scene.record, scene.isExplained(code) ? 'explained' : null);
  if (agreed) {
    throw new DomainError(agreed, { code });
  }
  return { leaf, layer };
}

/** The layer in which the actor may accept now: all of `codes`, or whatever they decide. */
export function assertMayAccept(actor: Actor, scene: AppraisalScene, codes?: readonly string[]): Layer {
  const open = new Set(scene.toDecide(appraisalLayerOf(scene.record) ?? 'appraisal-1'));
  const deciding = scene.decidedBy(actor.id, appraisingAgencies(actor)).filter((code) => open.has(code));
  const foreign = codes?.find((code) => !deciding.includes(code));
  const [first] = deciding;
  const subject = foreign ?? first;
  if (subject === undefined || foreign !== undefined) {
    const [anyOther = null] = scene.assignedTo(appraisingAgencies(actor));
    const sought = foreign ?? anyOther;
    const refusal = decisionRefusalOf(actor, contextOf(scene.record), sought && scene.appraiserOf(sought), sought === null ? null : scene.decidersOf(sought)) ?? reappraisalRefusalOf(scene.record, null);
    throw new DomainError(refusal ?? 'access.not-assigned', foreign === undefined ? {} : { code: foreign });
  }
  return assertDecidable(actor, scene, subject).layer;
}

/** In whose place the actor decides a criterion; null where it is theirs, or nobody's in particular. */
export function actedForOf({ id }: Pick<Actor, 'id'>, scene: AppraisalScene, code: string): string | null {
  const person = scene.personOf(code);
  return person && person.id !== id ? person.id : null;
}
