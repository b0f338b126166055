import type { HintKind } from './hint.workflow';

/** Something in the declared figures or documents that is worth a look. It decides nothing, and the agency itself never sees it. */
export interface HintView {
  /** Made of the kind and of the facts that it is based on: other facts are another hint. */
  readonly key: string;
  readonly kind: HintKind;
  readonly code: string;
  /** Why it is told, with its figures, in Vietnamese. */
  readonly sentence: string;
  /** The document that it is about, as a link of the criterion; null where it is about figures. */
  readonly linkId: string | null;
  /** Who put it aside and why; null while it stands. */
  readonly dismissal: HintDismissalView | null;
}

export interface HintDismissalView {
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

/** GET /appraisals/:assessmentId/hints: of the criteria that the actor appraises or reads here. */
export interface AssessmentHints {
  readonly assessmentId: string;
  readonly hints: readonly HintView[];
}

/** GET /appraisals/by-criterion/:cycleId/:groupCode/:code/hints: one entry for each agency that there is something to say of. */
export interface CriterionHints {
  readonly code: string;
  readonly assessments: readonly AssessmentHints[];
}

/** POST /appraisals/:assessmentId/hints/:code/dismissals */
export interface DismissHintRequest {
  readonly key: string;
  readonly reason: string;
}

/** POST /appraisals/:assessmentId/hints/:code/restorations */
export interface RestoreHintRequest {
  readonly key: string;
}
