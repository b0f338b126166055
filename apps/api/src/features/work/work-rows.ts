import type { AssessmentState, Phase } from '@par-index/contract';

/** A cycle with the window of the phase that it is in; null where the phase has none. */
export interface CycleRow {
  readonly id: string;
  readonly year: number;
  readonly title: string;
  readonly phase: Phase;
  readonly leadAgency: string;
  readonly deadlineAt: Date | null;
  readonly closeAt: Date | null;
  readonly now: Date;
}

/** An own assessment that is not submitted, with the window of self-assessment and what was granted beyond it. */
export interface OwnAssessmentRow {
  readonly id: string;
  readonly cycleId: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly criteriaSetId: string;
  readonly phase: Phase;
  readonly state: AssessmentState;
  readonly reason: string | null;
  readonly opensAt: Date;
  readonly deadlineAt: Date;
  readonly closeAt: Date;
  readonly extended: boolean;
}

/** An own assessment whose differences are open, with the window of its explanation. */
export interface ExplainingRow {
  readonly id: string;
  readonly cycleId: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly phase: Phase;
  readonly opensAt: Date;
  readonly deadlineAt: Date;
  readonly closeAt: Date;
  readonly extended: boolean;
  /** Criteria that the agency explains so far. */
  readonly explained: number;
  /** Questions that it has not answered. */
  readonly questions: number;
}

/** What one agency has still to appraise in one cycle. */
export interface AppraisalRow {
  readonly cycleId: string;
  readonly agencyName: string;
  readonly agencies: number;
  readonly left: number;
}

/** What one member of the council has still to vote on in one cycle. */
export interface VotingRow {
  readonly cycleId: string;
  readonly left: number;
  /** What waits for their blind appraisal. */
  readonly blind?: number;
}

export interface OversightRow {
  readonly cycleId: string;
  readonly notSubmitted: number;
  readonly undecided: number;
}

/** A criterion that an agency scores itself. */
export interface OwnLeaf {
  readonly setId: string;
  readonly code: string;
  readonly scored: boolean;
  readonly evidenceRequired: boolean;
}

/** Petitions of one cycle that wait for the person: to be signed at the own agency, or to be answered; and what surveys propose for it. */
export interface PetitionsRow {
  readonly cycleId: string;
  readonly kind: 'file-petitions' | 'answer-petitions' | 'decide-survey-proposals';
  /** Null where they are of several agencies. */
  readonly assessmentId: string | null;
  readonly agencyName: string;
  readonly count: number;
  /** The agency's own, where it files; null for answers, and where the cycle has no dates. */
  readonly deadlineAt: Date | null;
  readonly closeAt: Date | null;
}
