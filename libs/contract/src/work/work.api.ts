import type { AssessmentState } from '../assessment/assessment.workflow';
import type { Phase } from '../cycle/cycle.workflow';

/** GET /work: what this person has to do now, most urgent first. Each line links to the very place. */
export interface WorkView {
  readonly now: string;
  readonly cycles: readonly WorkCycle[];
  readonly items: readonly WorkItem[];
}

export interface WorkCycle {
  readonly id: string;
  readonly year: number;
  readonly title: string;
  readonly phase: Phase;
  readonly deadlineAt: string | null;
  readonly closeAt: string | null;
}

export type WorkUrgency = 'late' | 'returned' | 'due' | 'waiting';

export type WorkItem =
  | WorkLine<'self-assess', { readonly state: AssessmentState; readonly left: number; readonly reason: string | null }>
  | WorkLine<'sign-off', { readonly state: AssessmentState }>
  | WorkLine<'appraise', { readonly agencies: number; readonly left: number }>
  /** The agency's round of explanation: what it explains so far, and questions without an answer. */
  | WorkLine<'explain', { readonly explained: number; readonly questions: number }>
  | WorkLine<'sign-off-explanation', { readonly explained: number; readonly questions: number }>
  | WorkLine<'reappraise', { readonly agencies: number; readonly left: number }>
  /** Items of the council on which the person may vote and has not. */
  | WorkLine<'vote', { readonly left: number }>
  /** Items of the council that wait for the person's own blind appraisal. */
  | WorkLine<'appraise-blind', { readonly left: number }>
  /** Drafts that wait for the head's signature. */
  | WorkLine<'file-petitions', { readonly count: number }>
  /** Filed and unanswered. */
  | WorkLine<'answer-petitions', { readonly count: number }>
  /** Figures that a survey proposes and the person may accept or reject. */
  | WorkLine<'decide-survey-proposals', { readonly count: number }>
  | WorkLine<'oversee', { readonly notSubmitted: number; readonly undecided: number }>
  | WorkLine<'read-results', { readonly provisional: boolean }>;

interface WorkLine<K extends string, D> {
  readonly kind: K;
  readonly urgency: WorkUrgency;
  readonly cycleId: string;
  readonly assessmentId: string | null;
  readonly agencyName: string;
  readonly deadlineAt: string | null;
  readonly closeAt: string | null;
  readonly details: D;
}
