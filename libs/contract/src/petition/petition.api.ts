import type { ItemOutcome } from '../council/council.workflow';
import type { ExtensionView } from '../cycle/cycle.api';
import type { Phase, Window } from '../cycle/cycle.workflow';
import type { AgencyRef } from '../organisation/organisation.api';
import type { PetitionAction, PetitionReason, PetitionState } from './petition.workflow';

export interface PetitionView {
  readonly id: string;
  readonly cycleId: string;
  readonly assessmentId: string;
  readonly agency: AgencyRef;
  readonly code: string;
  readonly title: string;
  readonly reasonCode: PetitionReason;
  readonly text: string;
  readonly state: PetitionState;
  readonly late: boolean;
  readonly filedAt: string | null;
  readonly filedBy: string | null;
  /** What was answered; empty until then. */
  readonly answer: string;
  readonly answeredAt: string | null;
  /** The council's item that it was forwarded to, and how that ended; null until then. */
  readonly itemId: string | null;
  readonly outcome: ItemOutcome | null;
  readonly openActions: readonly PetitionAction[];
  readonly version: number;
}

/** GET /assessments/:id/petitions: what may be petitioned for, and what is. The other side sees only what is filed. */
export interface PetitionsView {
  readonly assessmentId: string;
  readonly cycleId: string;
  readonly cycleTitle: string;
  readonly agency: AgencyRef;
  readonly phase: Phase;
  /** That holds for the agency, its extension included; null where the cycle has no dates for petitions. */
  readonly window: Window | null;
  /** Of the agency's petitions; null where it has no deadline of its own. */
  readonly extension: ExtensionView | null;
  readonly now: string;
  readonly criteria: readonly PetitionableCriterion[];
  readonly petitions: readonly PetitionView[];
  readonly mayWrite: boolean;
  /** Why the reader can't write, as a Vietnamese sentence; null where they can. */
  readonly lockedBecause: string | null;
}

export interface PetitionableCriterion {
  readonly code: string;
  readonly title: string;
}

/** PUT /assessments/:id/petitions/:code, If-Match: `"0"` where there is none. Answers `PetitionView`. */
export interface WritePetitionRequest {
  readonly reasonCode: PetitionReason;
  readonly text: string;
}

/** POST /petitions/:id/answer, If-Match. Forwarding puts the criterion before the council; its reason is the petition's text. */
export interface AnswerPetitionRequest {
  readonly decision: 'reject' | 'forward';
  readonly text: string;
}

/** GET /petitions/:id/history, newest first. */
export interface PetitionRevisionView {
  readonly version: number;
  readonly state: PetitionState;
  readonly reasonCode: PetitionReason;
  readonly text: string;
  readonly answer: string;
  readonly changedBy: string;
  readonly changedAt: string;
}
