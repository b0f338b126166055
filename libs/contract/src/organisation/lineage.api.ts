import type { AgencyRef } from './organisation.api';

/** How an agency came from another: several into one, one into several, or one into itself under another name. */
export const LINEAGE_KINDS = ['merge', 'split', 'rename'] as const;
export type LineageKind = (typeof LINEAGE_KINDS)[number];

/** One line of descent. */
export interface LineageView {
  readonly id: string;
  readonly predecessor: AgencyRef;
  readonly successor: AgencyRef;
  readonly kind: LineageKind;
  /** yyyy-MM-dd. */
  readonly effectiveOn: string;
  readonly legalBasis: string;
  readonly version: number;
}

/** GET /agencies/:id/lineage: what the agency came from and what came from it, oldest first. */
export interface AgencyLineageView {
  readonly predecessors: readonly LineageView[];
  readonly successors: readonly LineageView[];
}

interface LineageFacts {
  readonly kind: LineageKind;
  readonly effectiveOn: string;
  readonly legalBasis: string;
}

/** POST /agencies/:id/lineage: the agency came from these. A merge or a split, or the only one for a new name. Answers `AgencyLineageView`. */
export interface DescendRequest extends LineageFacts {
  readonly predecessorIds: readonly string[];
}

/** PUT /agency-lineage/:id, If-Match. POST /agency-lineage/:id/removal, If-Match, takes away a line that was a mistake. Both answer `AgencyLineageView`. */
export type EditLineageRequest = LineageFacts;

export interface RemoveLineageRequest {
  readonly reason: string;
}
