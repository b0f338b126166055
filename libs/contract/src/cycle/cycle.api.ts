import type { AgencyRef } from '../organisation/organisation.api';
import type { AssessmentState } from '../assessment/assessment.workflow';
import type { CycleAction, Phase, Window, WindowedPhase } from './cycle.workflow';
import type { ExtensiblePhase } from './extension.workflow';

export interface PhaseWindow extends Window {
  readonly phase: WindowedPhase;
}

export interface CycleSetRef {
  readonly groupCode: string;
  readonly groupName: string;
  readonly criteriaSetId: string;
  readonly title: string;
  readonly versionNumber: number;
}

/** Who appraises in the place of a field owner at the owner itself. */
export interface SubstituteView {
  readonly owner: AgencyRef;
  readonly substitute: AgencyRef;
}

/** GET /cycles (newest first), GET /cycles/:id with ETag. */
export interface CycleView {
  readonly id: string;
  readonly year: number;
  readonly title: string;
  readonly phase: Phase;
  readonly windows: readonly PhaseWindow[];
  readonly sets: readonly CycleSetRef[];
  readonly leadAgency: AgencyRef;
  readonly substitutes: readonly SubstituteView[];
  readonly participantCount: number;
  /** Server time, so that countdowns do not trust the reader's clock. */
  readonly now: string;
  readonly openActions: readonly CycleAction[];
  readonly version: number;
}

/** POST /cycles. Participants are all active agencies of the sets' groups. One set per group. */
export interface CreateCycleRequest {
  readonly year: number;
  readonly title: string;
  readonly leadAgencyId: string;
  readonly criteriaSetIds: readonly string[];
  readonly windows: readonly PhaseWindow[];
  readonly substitutes: readonly SubstituteRequest[];
}

export interface SubstituteRequest {
  readonly ownerAgencyId: string;
  readonly substituteAgencyId: string;
}

/** PUT /cycles/:id, If-Match. Sets and substitutes only while preparing; windows until their phase is over. A reason is mandatory once the cycle is open. */
export interface EditCycleRequest {
  readonly title: string;
  readonly windows: readonly PhaseWindow[];
  readonly criteriaSetIds?: readonly string[];
  readonly substitutes?: readonly SubstituteRequest[];
  readonly reason?: string;
}

/** POST /cycles/:id/phase, If-Match: opens the next phase. `to` must be it. */
export interface OpenPhaseRequest {
  readonly to: Phase;
  readonly reason: string;
}

/** GET /cycles/:id/phase-preview: what opening the next phase will do, before it is done. */
export interface PhasePreview {
  readonly to: Phase;
  /** Vietnamese sentences with figures, such as «3 hồ sơ chưa nộp sẽ được lấy theo hiện trạng». */
  readonly effects: readonly string[];
  readonly blockers: readonly string[];
  /** What needs a person's reason: the clock waits with the phase because of it. */
  readonly forAPerson: readonly string[];
}

/** GET /cycles/:id/progress?groupCode&state&marked&search&page: who is where. `marked` narrows it to what the summary counts under that name. */
export interface ProgressRow {
  readonly assessmentId: string;
  readonly agency: AgencyRef;
  readonly groupCode: string;
  readonly state: AssessmentState;
  readonly answered: number;
  readonly toAnswer: number;
  readonly decided: number;
  readonly toDecide: number;
  readonly submittedAt: string | null;
  readonly late: boolean;
  readonly notSubmitted: boolean;
  /** Those that hold, in the order of their phases. */
  readonly extensions: readonly ExtensionView[];
  readonly exemptions: readonly ExemptionView[];
  readonly participantVersion: number;
}

/** Counts over the whole cycle, for the heads of the progress page. */
export interface ProgressSummary {
  readonly byState: Readonly<Partial<Record<AssessmentState, number>>>;
  readonly late: number;
  readonly notSubmitted: number;
  /** Agencies with a deadline of their own for what is at work now. */
  readonly extended: number;
}

/** An agency's own deadline and close for one phase. */
export interface ExtensionView {
  readonly phase: ExtensiblePhase;
  readonly deadlineAt: string;
  readonly closeAt: string;
  readonly reason: string;
  /** Null where it was granted before this was kept. */
  readonly grantedBy: string | null;
  readonly grantedAt: string;
}

/** GET /cycles/:id/participants/:agencyId/extensions: all that were ever granted, newest first. */
export interface ExtensionLine extends ExtensionView {
  /** When another one took its place; null for the one that holds. */
  readonly supersededAt: string | null;
}

export interface ExemptionView {
  readonly code: string;
  readonly reason: string;
}

/** PUT /cycles/:id/participants/:agencyId/extension, If-Match of the participant. Takes the place of the one that held for the phase; that one stays in the history. */
export interface ExtendRequest {
  readonly phase: ExtensiblePhase;
  readonly deadlineAt: string;
  readonly closeAt: string;
  readonly reason: string;
}

/** PUT /cycles/:id/participants/:agencyId/exemptions, If-Match of the participant. Replaces the list; before `preliminary`. */
export interface ExemptRequest {
  readonly exemptions: readonly ExemptionView[];
}
