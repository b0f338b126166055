import type { AgencyRef, DecisionKind, ExemptionView, Layer } from '@par-index/contract';
import type { AgencyAnswers, Answer, CaseResult, CriteriaSet } from '@par-index/scoring';

/** Everything that a published result was computed from, and the result. Its digest is SHA-256 over its canonical JSON. */
export interface SnapshotDocument {
  readonly format: 'par-index-snapshot/1';
  /** From 1; a correction is a new edition. */
  readonly edition: number;
  readonly cycle: { readonly year: number; readonly title: string; readonly leadAgency: string };
  readonly groups: readonly GroupDocument[];
}

/** One group of agencies that are ranked together. `case` alone is enough to compute `result` again. */
export interface GroupDocument {
  readonly groupCode: string;
  readonly groupName: string;
  readonly case: ScoringCase;
  readonly result: CaseResult;
  /** In the order of the case. */
  readonly agencies: readonly AgencyRecord[];
}

/** A case as `scoreCase` and the command line take it. */
export interface ScoringCase {
  readonly format: 'par-scoring-case/1';
  readonly criteriaSet: CriteriaSet;
  readonly agencies: readonly AgencyAnswers[];
}

/** What stands behind the answers in force of one agency. */
export interface AgencyRecord extends AgencyRef {
  readonly exemptions: readonly ExemptionView[];
  /** The agency's own answers by leaf code. */
  readonly declared: Readonly<Record<string, Answer>>;
  readonly layers: readonly LayerRecord[];
}

export interface LayerRecord {
  readonly code: string;
  readonly layer: Layer;
  readonly kind: DecisionKind;
  readonly answer: Answer | null;
  readonly points: number | null;
  readonly reason: string;
  readonly explanationWanted: boolean;
  readonly question: string;
  /** ISO 8601 in UTC. */
  readonly decidedAt: string;
  readonly decidedBy: string;
  readonly version: number;
}
