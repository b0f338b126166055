import type { FindingView } from './criteria.api';
import type { PersonPresent, PresenceDeed } from '../presence/presence.api';

/**
 * POST /criteria-sets/drafts → 201 `CriteriaSetView` (state `draft`, ETag). Starts from one of: another version of any state (`copyOfId`:
 * its document under the new code, title, year and group), a document as it is (`document`, an import), a saved revision (`revisionId`,
 * also of a discarded draft), or nothing: a set without criteria. What is given of `code`, `title`, `year`, `groupCode` is written into the
 * document. A document may be wrong (findings), never outside of `draftShapeErrors` (422 `criteria-set.unreadable`).
 */
export interface CreateDraftRequest {
  readonly title?: string;
  readonly code?: string;
  readonly year?: number;
  readonly groupCode?: string;
  readonly copyOfId?: string;
  readonly revisionId?: string;
  readonly document?: unknown;
}

/**
 * PUT /criteria-sets/:id/document, If-Match, the whole document as body → `DraftSavedView`, ETag. Saved as it is, with findings; refused
 * only where it is no tree that an editor can show (422 `criteria-set.unreadable`, one `errors` line per place). 412
 * `record.version-stale`: somebody saved in between; `current` is their `CriteriaSetView`, to be brought together with `mergeSets` of the
 * scoring library and sent again. The same document again changes nothing, and no version.
 */
export interface DraftSavedView {
  readonly id: string;
  readonly version: number;
  readonly digest: string;
  readonly savedAt: string;
  readonly leafCount: number;
  readonly findings: readonly FindingView[];
}

/** DELETE /criteria-sets/:id, If-Match → 204: a draft alone. Its revisions stay, and a draft can be made from any of them again. */

/** GET /criteria-sets/:id/revisions?page&pageSize: every save of a draft, newest first; also of a discarded or published one. */
export interface CriteriaSetRevisionSummary {
  readonly id: string;
  /** The version that the save made. */
  readonly version: number;
  readonly savedAt: string;
  readonly savedBy: string;
  readonly deed: RevisionDeed;
  readonly digest: string;
  readonly leafCount: number;
  /** Lines of the difference to the save before it. */
  readonly changes: number;
}

/** How a revision came about: made, saved while typing, brought back from a former one, or published. */
export const REVISION_DEEDS = ['created', 'saved', 'restored', 'published'] as const;
export type RevisionDeed = (typeof REVISION_DEEDS)[number];

/** GET /criteria-sets/:id/revisions/:revisionId */
export interface CriteriaSetRevisionView extends CriteriaSetRevisionSummary {
  readonly document: unknown;
  /** What this save changed, in words. */
  readonly difference: readonly (readonly string[])[];
}

/** POST /criteria-sets/:id/restoration, If-Match → `CriteriaSetView`: the draft says what the revision says, as one more save. */
export interface RestoreRevisionRequest {
  readonly revisionId: string;
}

/**
 * POST /criteria-sets/:id/publish, If-Match, no body → `CriteriaSetView` (`published`, numbered). Refused with `criteria-set.invalid`, one
 * `errors` line per finding, while an error stands; the examples of every rule are run. Earlier versions of the code that no cycle has
 * frozen are superseded at that moment.
 */

/**
 * PUT /criteria-sets/:id/presence/:pageId (a UUID that each open page makes for itself) every `HEARTBEAT_SECONDS`; DELETE when it is left.
 * `code`: the node that is open, null for the set itself.
 */
export interface SetHeartbeatRequest {
  readonly code: string | null;
  readonly deed: PresenceDeed;
}

export interface PersonAtSet extends PersonPresent {
  readonly code: string | null;
}

/** Who else has the set open now, in the order of their names. */
export interface SetPresenceView {
  readonly others: readonly PersonAtSet[];
}
