import type { AgencyRef, AssessmentContext, AssessmentState, ExemptionView, ExplanationTime, ExtensionView, Phase, Window } from '@par-index/contract';

/** An assessment with what every rule about it asks for: its cycle, the agency, the window that holds for it. */
export interface AssessmentRecord {
  readonly id: string;
  readonly cycleId: string;
  readonly cycleTitle: string;
  readonly year: number;
  readonly phase: Phase;
  readonly agency: AgencyRef;
  readonly groupCode: string;
  readonly criteriaSetId: string;
  /** Short name of the agency that runs the cycle, for sentences that say who can lift a lock. */
  readonly leadAgency: string;
  readonly state: AssessmentState;
  readonly submittedAt: Date | null;
  readonly late: boolean;
  readonly notSubmitted: boolean;
  readonly version: number;
  /** Of self-assessment, as it holds for the agency: the cycle's, or its own deadline and close where they were extended. */
  readonly window: Window;
  /** Of self-assessment. */
  readonly extension: ExtensionView | null;
  /** Of the explanation, as it holds for the agency; null where the cycle has no dates for it. */
  readonly explanation: ExplanationTime | null;
  readonly explanationExtension: ExtensionView | null;
  readonly exemptions: readonly ExemptionView[];
  /** The database's time when it was read. */
  readonly now: Date;
}

/** What the rules of the contract ask for. `now` is the database's time at the beginning of the transaction. */
export function contextOf(record: AssessmentRecord): AssessmentContext {
  return {
    state: record.state,
    agencyId: record.agency.id,
    phase: record.phase,
    window: record.window,
    extended: record.extension !== null,
    ...(record.explanation && { explanation: record.explanation }),
    now: record.now.toISOString(),
  };
}
