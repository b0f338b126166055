import type { Actor, EvidenceRound } from '@par-index/contract';
import type { EntityManager } from 'typeorm';

/** One criterion of one assessment, where a document is put. */
export interface EvidencePlace {
  readonly assessmentId: string;
  readonly code: string;
}

/** A place that is open for changes, and whose it is. */
export interface OpenPlace extends EvidencePlace {
  readonly agencyId: string;
  readonly cycleId: string;
  /** The round that is open: evidence of the other one stays as it is. */
  readonly round: EvidenceRound;
  /** Whether what is put there now is marked late. */
  readonly late: boolean;
}

/** An assessment in which a document stands, and in which round of it. */
export interface Standing {
  readonly assessmentId: string;
  readonly round: EvidenceRound;
}

/** A document as far as its readers depend on it. */
export interface ReadDocument {
  readonly id: string;
  readonly agencyId: string;
}

/**
 * What evidence has to know of assessments, in which it stands. Known here as a promise; the assessment feature, which is to the
 * right, keeps it.
 */
export abstract class EvidenceGate {
  /**
   * Refuses whoever may not change the evidence of this criterion now: what is not theirs is not there (`record.not-found`), else as
   * `answerRefusalOf` says, or `explanationRefusalOf` once the differences are open. Inside a transaction the assessment stays as it is until the end of it.
   */
  abstract assertOpen(em: EntityManager, actor: Actor, place: EvidencePlace): Promise<OpenPlace>;

  /** The same for every place at once, without a criterion: where a document stands that is to be described anew or replaced. */
  abstract assertAllOpen(em: EntityManager, actor: Actor, standings: readonly Standing[]): Promise<void>;

  /** The versions of a document's file that the actor may read; null for all of them. None where the document is not theirs to see. */
  abstract readableVersions(em: EntityManager, actor: Actor, document: ReadDocument): Promise<ReadonlySet<number> | null>;
}
