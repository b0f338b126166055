import type { SubstituteRequest, SubstituteView } from '../cycle/cycle.api';
import type { Phase } from '../cycle/cycle.workflow';
import type { AgencyRef } from '../organisation/organisation.api';
import type { DecidedRule } from './assignment.workflow';

export interface PersonRef {
  readonly id: string;
  readonly fullName: string;
}

/**
 * Where it comes from that an agency appraises a criterion: the set, a change for the whole cycle, one for this agency, the place of an owner, or
 * that it had decided it when the assignment was changed, and kept it.
 */
export type AssignmentSource = 'set' | 'cycle' | 'agency' | 'substitute' | 'kept';

/** GET /cycles/:cycleId/assignment?groupCode: who appraises what at the agencies of one group: all of it, or the reader's own department's part (`assignmentSight`). */
export interface AssignmentMatrixView {
  readonly cycleId: string;
  readonly cycleTitle: string;
  readonly phase: Phase;
  readonly groupCode: string;
  /** Whether the assignment may still change; why not, as a Vietnamese sentence. */
  readonly editable: boolean;
  readonly lockedBecause: string | null;
  readonly reasonRequired: boolean;
  /** Fields, criteria and leaves in the order of the set. */
  readonly criteria: readonly AssignmentCriterion[];
  /** Those that may appraise: who has appraisers, and who is named already. */
  readonly departments: readonly AgencyRef[];
  /** Those that are appraised. */
  readonly agencies: readonly AgencyRef[];
  readonly substitutes: readonly SubstituteView[];
  /** One for each appraised leaf. */
  readonly rows: readonly AssignmentRow[];
}

export interface AssignmentCriterion {
  readonly code: string;
  readonly title: string;
  readonly parentCode: string | null;
}

export interface AssignmentRow {
  readonly code: string;
  /** The agency that appraises it wherever no exception says otherwise. */
  readonly agencyId: string;
  readonly source: 'set' | 'cycle';
  readonly exceptions: readonly AssignmentException[];
}

/** One agency at which somebody else appraises a criterion. */
export interface AssignmentException {
  readonly assessedAgencyId: string;
  /** Null where nobody is named yet: the owner itself, without a substitute. */
  readonly agencyId: string | null;
  readonly source: AssignmentSource;
}

/**
 * POST /cycles/:cycleId/assignment/changes?dryRun. Names the appraising agency for criteria at all agencies of a group, or at some;
 * `agencyId: null` takes a former change back. Codes of fields stand for all leaves below them.
 */
export interface ChangeAssignmentRequest {
  readonly groupCode: string;
  readonly codes: readonly string[];
  readonly assessedAgencyIds?: readonly string[];
  readonly agencyId: string | null;
  readonly decided: DecidedRule;
  /** Mandatory from the opening of the appraisal. */
  readonly reason: string;
  /** The digest of the preview; mandatory when it is done. */
  readonly expected?: string;
}

/** POST /cycles/:cycleId/assignment/substitutes?dryRun: who stands in for the field owners, the whole list. */
export interface ChangeSubstitutesRequest {
  readonly substitutes: readonly SubstituteRequest[];
  readonly decided: DecidedRule;
  readonly reason: string;
  readonly expected?: string;
}

/** What a change of the assignment does, or did. Nothing that was decided is lost: it stays with its agency, or goes on to the new one with its layers. */
export interface AssignmentChangeView {
  readonly dryRun: boolean;
  /** Of every row that changes. What is done later must be exactly this. */
  readonly digest: string;
  readonly lines: readonly AssignmentChangeLine[];
  /** Criteria at agencies that go to another agency; of these, decided ones. */
  readonly moved: number;
  readonly handedOver: number;
  /** Decided ones that stay where they are. */
  readonly kept: number;
  /** Exceptions of single agencies that a change for all leaves as they are. */
  readonly exceptionsKept: number;
}

export interface AssignmentChangeLine {
  readonly code: string;
  readonly from: AgencyRef | null;
  readonly to: AgencyRef | null;
  readonly agencies: number;
  readonly decided: number;
  readonly effect: 'move' | 'keep';
}

/** GET /cycles/:cycleId/assignment/history?page: every change, the newest first. */
export interface AssignmentHistoryLine {
  readonly at: string;
  readonly by: string;
  /** What was done, in Vietnamese. */
  readonly what: string;
  readonly reason: string;
}

