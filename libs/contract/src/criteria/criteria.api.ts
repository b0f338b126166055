import type { CriteriaSet, Finding } from '@par-index/scoring';
import type { CriteriaSetAction, CriteriaSetState } from './criteria.workflow';

/**
 * One version of a set in the list. GET /criteria-sets?groupCode&year&state&search, newest year first: everybody signed in; drafts only to
 * whoever may edit sets.
 */
export interface CriteriaSetSummary {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly year: number;
  readonly groupCode: string;
  /** Counts from 1 within the code; 0 for a draft, which gets its number when it is published. */
  readonly versionNumber: number;
  readonly state: CriteriaSetState;
  readonly digest: string;
  readonly leafCount: number;
  readonly createdAt: string;
  /** Of a draft: the last save. Otherwise when it was published. */
  readonly savedAt: string;
  /** Full name. */
  readonly savedBy: string;
  /** To be sent back as If-Match. */
  readonly version: number;
}

/** All are optional and hold together. `search` looks into code and title, without regard to accents. */
export interface CriteriaSetQuery {
  readonly groupCode?: string;
  readonly year?: number;
  readonly state?: CriteriaSetState;
  readonly search?: string;
}

/** GET /criteria-sets/:id, with ETag. A draft is 404 to whoever may not edit sets. */
export interface CriteriaSetView extends CriteriaSetSummary {
  /**
   * Of a draft whatever was saved, which may be anything that `draftShapeErrors` of the scoring library lets through: a tree of nodes with
   * code and title as text, and everything else still to be checked. Every other version is sound.
   */
  readonly document: CriteriaSet;
  /** Everything that is found, errors and warnings, each at its JSON pointer into the document. Empty of errors unless it is a draft. */
  readonly findings: readonly FindingView[];
  /** Those of `findings` that do not stand in the way of publishing. */
  readonly warnings: readonly FindingView[];
  /** The version that a draft was made from, or that was the newest of its code when this one was published. */
  readonly predecessorId: string | null;
  /** Cycles that use this version. */
  readonly cycles: readonly UsingCycle[];
  readonly openActions: readonly CriteriaSetAction[];
}

export interface UsingCycle {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly phase: string;
}

/** A finding with its Vietnamese sentence. `code` is one of the scoring library's, or `criteria-set.group-unknown`, `criteria-set.appraiser-unknown`. */
export interface FindingView extends Omit<Finding, 'code'> {
  readonly code: string;
  readonly detail: string;
}

/** POST /criteria-sets/check: what is wrong with a document, without storing it. `valid`: it could be published. */
export interface CriteriaSetCheckView {
  readonly valid: boolean;
  readonly findings: readonly FindingView[];
}

/**
 * POST /criteria-sets with the JSON document as body: published at once, as the next version of its code; a bad one is
 * `criteria-set.invalid` with one `errors` line per finding. GET /criteria-sets/:id/document.json downloads it again.
 */
export type LoadCriteriaSetRequest = CriteriaSet;
