import type { CriteriaSet, Finding } from '@par-index/scoring';

export const CRITERIA_SET_STATES = ['draft', 'published', 'frozen', 'superseded'] as const;
export type CriteriaSetState = (typeof CRITERIA_SET_STATES)[number];

/** One version of a set in the list. `frozen` from the opening of the first cycle that uses it: it never changes again. */
export interface CriteriaSetSummary {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly year: number;
  readonly groupCode: string;
  readonly versionNumber: number;
  readonly state: CriteriaSetState;
  readonly digest: string;
  readonly leafCount: number;
  readonly createdAt: string;
  readonly version: number;
}

export interface CriteriaSetView extends CriteriaSetSummary {
  readonly document: CriteriaSet;
  readonly warnings: readonly FindingView[];
}

/** A finding with its Vietnamese sentence. */
export interface FindingView extends Finding {
  readonly detail: string;
}

/** POST /criteria-sets/check: what is wrong with a document, without storing it. */
export interface CriteriaSetCheckView {
  readonly valid: boolean;
  readonly findings: readonly FindingView[];
}

/** POST /criteria-sets with the JSON document as body; a bad one is `criteria-set.invalid` with one `errors` line per finding. */
export type LoadCriteriaSetRequest = CriteriaSet;
