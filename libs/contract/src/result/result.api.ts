import type { Answer, LeafTrace, NodeResult } from '@par-index/scoring';
import type { AppraisalLayerView } from '../appraisal/layer.api';
import type { AgencyRef } from '../organisation/organisation.api';

/** GET /cycles/:id/results?groupCode: provisional until published, then the newest edition of the snapshot. */
export interface GroupResultView {
  readonly cycleId: string;
  readonly cycleTitle: string;
  readonly year: number;
  readonly groupCode: string;
  readonly groupName: string;
  readonly provisional: boolean;
  /** Null while provisional. */
  readonly edition: EditionView | null;
  readonly fields: readonly FieldHead[];
  readonly rows: readonly ResultRow[];
  /** Agencies without a line here, because the reader belongs to them and they see their own result only from `preliminary`. */
  readonly withheld: readonly AgencyRef[];
  /** Of the lines that are shown. */
  readonly summary: ResultSummary;
  readonly computedAt: string;
}

export interface EditionView {
  readonly snapshotId: string;
  readonly edition: number;
  readonly publishedAt: string;
  readonly digest: string;
}

/** A top-level criterion of the set: a column of the ranking. */
export interface FieldHead {
  readonly code: string;
  readonly title: string;
  readonly max: number;
  readonly section: 'scored' | 'bonus' | 'penalty';
}

export interface ResultRow {
  readonly agency: AgencyRef;
  readonly rank: number;
  readonly index: number;
  readonly grade: string | null;
  readonly points: number;
  readonly applicableMax: number;
  readonly selfPoints: number;
  readonly surveyPoints: number;
  readonly bonus: number;
  readonly penalty: number;
  readonly fields: Readonly<Record<string, NodeResult>>;
  /** Of the published cycle of the year before; null where there was none. */
  readonly previousIndex: number | null;
  readonly previousRank: number | null;
  /** What the agency came from, each with its own result of the year before: nothing is summed over a merge. The figures above are its own, or those of its former name. */
  readonly predecessors: readonly PredecessorResult[];
}

/** The result of an agency from which another came, under the name of that year. */
export interface PredecessorResult {
  readonly agency: AgencyRef;
  readonly groupCode: string;
  readonly index: number;
  readonly rank: number;
}

/** Mean and median are of the rounded indices, rounded half up to the set's decimals. */
export interface ResultSummary {
  readonly count: number;
  readonly highest: number | null;
  readonly lowest: number | null;
  readonly mean: number | null;
  readonly grades: readonly { readonly name: string; readonly count: number }[];
}

/** GET /cycles/:id/results/agencies/:agencyId: one agency's sheet with what led to each number. */
export interface AgencySheetView {
  readonly cycleId: string;
  readonly cycleTitle: string;
  readonly year: number;
  readonly groupName: string;
  readonly provisional: boolean;
  readonly edition: EditionView | null;
  readonly row: ResultRow;
  readonly criteria: readonly SheetLine[];
}

/** One line of the tree, parents included, in document order. */
export interface SheetLine {
  readonly code: string;
  readonly title: string;
  readonly max: number;
  readonly depth: number;
  readonly leaf: boolean;
  readonly result: NodeResult;
  /** Leaves only. */
  readonly declared: Answer | null;
  readonly selfPoints: number | null;
  readonly inForce: Answer | null;
  readonly layers: readonly AppraisalLayerView[];
  readonly trace: LeafTrace | null;
  /** The reason of the layer in force where points differ from the declared ones. */
  readonly remark: string;
}

/** GET /cycles/:id/publication-check, and the params of `cycle.publish-blocked`. */
export interface PublicationCheck {
  readonly ready: boolean;
  readonly blockers: readonly PublicationBlocker[];
}

export interface PublicationBlocker {
  readonly kind: 'assessment-undecided' | 'imported-missing' | 'survey-missing' | 'relative-missing' | 'council-item-open' | 'petition-open' | 'survey-proposal-open';
  readonly agency: AgencyRef;
  readonly codes: readonly string[];
  /** A Vietnamese sentence. */
  readonly detail: string;
}

/** POST /cycles/:id/publication, If-Match of the cycle. Answers `EditionView`. */
export interface PublishRequest {
  readonly reason: string;
}

/** GET /snapshots/:id/verification: recomputed from the snapshot's own data. */
export interface VerificationView {
  readonly snapshotId: string;
  readonly digest: string;
  readonly digestHolds: boolean;
  readonly resultHolds: boolean;
  readonly agencies: number;
  /** Empty when everything holds. */
  readonly differences: readonly { readonly agencyCode: string; readonly field: string; readonly stored: string; readonly recomputed: string }[];
}

/** GET /public/cycles */
export interface PublicCycle {
  readonly year: number;
  readonly title: string;
  readonly publishedAt: string;
  readonly groups: readonly { readonly code: string; readonly name: string; readonly count: number }[];
}

/** GET /public/cycles/:year/groups/:groupCode answers `GroupResultView`; GET /public/cycles/:year/agencies/:code answers this. */
export interface PublicSheetView {
  readonly year: number;
  readonly cycleTitle: string;
  readonly groupCode: string;
  readonly groupName: string;
  readonly edition: EditionView;
  readonly row: ResultRow;
  readonly criteria: readonly PublicSheetLine[];
}

export interface PublicSheetLine {
  readonly code: string;
  readonly title: string;
  readonly max: number;
  readonly depth: number;
  readonly leaf: boolean;
  readonly result: NodeResult;
  readonly remark: string;
}
