import type { Answer } from '@par-index/scoring';
import type { DecisionKind } from '../appraisal/appraisal.workflow';
import type { AgencyRef } from '../organisation/organisation.api';
import type { BlindCandidate, BlindMode, BlindSeat, BlindState } from './blind.workflow';

/** Of one cycle, in `CouncilView`. PUT /cycles/:cycleId/blind-setting, If-Match (`"0"` where nobody has chosen yet). */
export interface BlindSettingView {
  readonly mode: BlindMode;
  /** In percent of a criterion's maximum: two appraisals further apart than this form no proposal. */
  readonly threshold: number;
  readonly version: number;
  readonly mayEdit: boolean;
}

export interface BlindSettingRequest {
  readonly mode: BlindMode;
  readonly threshold: number;
}

/** What one of the two came to. */
export interface BlindOpinionView {
  readonly by: string;
  readonly kind: DecisionKind;
  readonly answer: Answer | null;
  readonly points: number;
  readonly reason: string;
  readonly givenAt: string;
}

/**
 * The blind appraisal of one item, as the reader may know it. While it is open nobody is told what was given but whoever gave it, and the two
 * are not told of each other; who is awaited is told to those alone who choose the two and are not among them.
 */
export interface BlindView {
  readonly id: string;
  readonly state: Exclude<BlindState, 'withdrawn'>;
  readonly version: number;
  /** In percent of the criterion's maximum. */
  readonly threshold: number;
  readonly seat: BlindSeat;
  readonly members: readonly string[] | null;
  readonly awaited: readonly string[] | null;
  readonly mine: BlindOpinionView | null;
  /** Both, once both are in; empty before. */
  readonly opinions: readonly BlindOpinionView[];
  /** How many points they are apart; null before. */
  readonly gap: number | null;
  readonly withinThreshold: boolean | null;
  /** What they formed together, or came to both; null where they are too far apart. */
  readonly proposalId: string | null;
}

/** GET /council-items/:id/blind-candidates: for whoever chooses the two. `drawn`: whose turn it is. */
export interface BlindCandidatesView {
  readonly candidates: readonly BlindCandidate[];
  readonly drawn: readonly string[];
}

/** POST /council-items/:id/blind-appraisal. */
export interface AssignBlindRequest {
  readonly memberIds: readonly string[];
}

/** POST /council-items/:id/blind-opinion: once, and for good. `answer` for `correct`, `awarded` for `award`; the reason always. */
export interface GiveBlindRequest {
  readonly kind: DecisionKind;
  readonly answer?: Answer;
  readonly awarded?: number;
  readonly reason: string;
}

/** POST /council-items/:id/blind-withdrawal, If-Match of the blind appraisal. */
export interface WithdrawBlindRequest {
  readonly reason: string;
}

/** GET /cycles/:cycleId/blind-appraisals?mine&page: those given to the reader, or for whoever chooses all of them; never of the reader's own agency. */
export interface BlindSummary {
  readonly id: string;
  readonly itemId: string;
  readonly agency: AgencyRef;
  readonly code: string;
  readonly title: string;
  readonly state: Exclude<BlindState, 'withdrawn'>;
  readonly seat: BlindSeat;
  readonly members: readonly string[] | null;
  readonly awaited: readonly string[] | null;
  readonly gap: number | null;
  readonly withinThreshold: boolean | null;
}

/**
 * GET /cycles/:cycleId/blind-figures: how the members agree, over the items on which both are in. Means are exact and rounded once, half away
 * from zero, to four decimals; null over nothing.
 */
export interface BlindFiguresView {
  readonly cycleId: string;
  readonly compared: number;
  readonly withinThreshold: number;
  /** Both came to the same points. */
  readonly exact: number;
  /** Mean distance in points, and in percent of the criteria's maxima. */
  readonly meanGap: number | null;
  readonly meanGapPercent: number | null;
  readonly members: readonly BlindLeniency[];
}

/** One member against those with whom they shared items: the mean of their own points minus the other's; above zero gives more than the others. */
export interface BlindLeniency {
  readonly name: string;
  readonly agency: string;
  readonly items: number;
  readonly leniency: number;
  readonly leniencyPercent: number;
}
