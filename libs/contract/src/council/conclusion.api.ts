import type { AssessmentState } from '../assessment/assessment.workflow';
import type { PersonRef } from '../assignment/assignment.api';
import type { AgencyRef } from '../organisation/organisation.api';
import type { ChairPlace } from './conclusion.workflow';

/** GET /cycles/:cycleId/council-assessments?search&page: how far the council is with each; never of the reader's own agency. */
export interface CouncilAssessment {
  readonly assessmentId: string;
  readonly agency: AgencyRef;
  readonly state: AssessmentState;
  /** Of the assessment, for concluding it. */
  readonly version: number;
  readonly open: number;
  readonly closed: number;
  readonly chair: ChairPlace;
  /** Who leads in the chair's place; null where nobody was named. */
  readonly actingChair: string | null;
  /** Of that naming; 0 where nobody was named. */
  readonly actingVersion: number;
  readonly mayConclude: boolean;
  /** Why the reader can't conclude it and who can, as a Vietnamese sentence; null where they can. */
  readonly lockedBecause: string | null;
  readonly mayNameChair: boolean;
}

/** POST /assessments/:id/council-conclusion, If-Match of the assessment. */
export interface ConcludeRequest {
  readonly reason: string;
}

/** GET /assessments/:id/acting-chair: the members who may lead here in the chair's place. */
export interface ActingChairView {
  readonly candidates: readonly PersonRef[];
  readonly actingChair: PersonRef | null;
  readonly version: number;
}

/** PUT /assessments/:id/acting-chair, If-Match (`"0"` where nobody was named). */
export interface NameChairRequest {
  readonly userId: string;
  readonly reason: string;
}
