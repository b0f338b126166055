import type { Answer } from '@par-index/scoring';
import type { DecisionKind, Layer } from './appraisal.workflow';

/** One layer of one criterion. `answer` is in the rule's own terms, or an award; `points` null for a `relative` rule before consolidation. */
export interface AppraisalLayerView {
  readonly code: string;
  readonly layer: Layer;
  readonly kind: DecisionKind;
  readonly answer: Answer | null;
  readonly points: number | null;
  readonly reason: string;
  readonly explanationWanted: boolean;
  readonly question: string;
  readonly decidedAt: string;
  readonly decidedBy: string;
  readonly version: number;
}
