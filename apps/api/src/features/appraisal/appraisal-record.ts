import type { AgencyRef, AssessmentContext, AssessmentState, ExemptionView, Phase, Window } from '@par-index/contract';
import { isInTree } from './exempt-codes';

/** An assessment as the rules of an appraisal see it. */
export interface AppraisalRecord {
  readonly id: string;
  readonly cycleId: string;
  readonly cycleTitle: string;
  readonly year: number;
  readonly phase: Phase;
  readonly leadAgencyId: string;
  readonly participantId: string;
  readonly criteriaSetId: string;
  readonly agency: AgencyRef;
  readonly state: AssessmentState;
  readonly submittedAt: Date | null;
  readonly late: boolean;
  readonly notSubmitted: boolean;
  readonly exemptions: readonly ExemptionView[];
  /** Of self-assessment, with the agency's extension. */
  readonly ownWindow: Window;
  readonly extended: boolean;
  /** Of the appraisal, or of the second one from its phase on. */
  readonly appraisalWindow: Window;
  /** The database's time. */
  readonly now: Date;
}

export function contextOf({ state, agency, phase, ownWindow, extended, now }: AppraisalRecord): AssessmentContext {
  return { state, agencyId: agency.id, phase, window: ownWindow, extended, now: now.toISOString() };
}

/** Whether a code, or one above it, is among the exempt ones. */
export function isExempt({ exemptions }: Pick<AppraisalRecord, 'exemptions'>, code: string): boolean {
  return isInTree(code, exemptions.map((exemption) => exemption.code));
}
