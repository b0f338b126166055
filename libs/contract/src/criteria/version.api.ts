import type { MovedLeaf, SetDifference } from '@par-index/scoring';
import type { AgencyRef } from '../organisation/organisation.api';

/** A version, as far as a comparison names it. */
export interface VersionRef {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly year: number;
  readonly versionNumber: number;
}

/**
 * GET /criteria-sets/:id/difference?with=<other id>: what `:id` says otherwise than `with`, which is read as the version before. Without
 * `with`: its predecessor. A draft whose document has no sound tree yet is compared as far as it can be read.
 */
export interface SetDifferenceView {
  readonly before: VersionRef;
  readonly after: VersionRef;
  readonly lines: readonly DifferenceLine[];
  readonly counts: { readonly added: number; readonly removed: number; readonly changed: number };
  /** Of the scored section; null where a draft says no number. */
  readonly total: { readonly before: number | null; readonly after: number | null };
}

export interface DifferenceLine {
  readonly difference: SetDifference;
  /** The node, then each field as it was and as it is, in Vietnamese. */
  readonly words: readonly string[];
}

/**
 * GET /criteria-sets/:id/replay?cycleId: the answers in force in the cycle, for the group of the set, scored under `:id` beside the version
 * they were given under. Whoever may edit sets and read provisional results. Of a cycle not yet published: what has been handed in, and
 * before `preliminary` without the reader's own agencies (`withheld`). Refused with `criteria-set.invalid` while the draft has an error.
 */
export interface ReplayView {
  readonly cycleId: string;
  readonly cycleTitle: string;
  readonly before: VersionRef;
  readonly after: VersionRef;
  readonly rows: readonly ReplayRow[];
  readonly withheld: readonly AgencyRef[];
  readonly moved: { readonly points: number; readonly rank: number; readonly agencies: number };
  /** Answers that the version does not take: counted as none here, and named, whatever the state of the assessment. */
  readonly refused: readonly RefusedAnswer[];
  /** Empty where the version may take the place of `before` in the cycle; otherwise why not, in Vietnamese, a line each. */
  readonly correctionBlockers: readonly string[];
  /** SHA-256 of everything above, of every agency: what `CorrectSetRequest` has to send back. */
  readonly digest: string;
}

export interface ReplayRow {
  readonly agency: AgencyRef;
  readonly before: ReplayFigures;
  readonly after: ReplayFigures;
  /** Every leaf, and every node that combines otherwise, that gives other points, with the words why. Empty where only others moved, or the set's own rules. */
  readonly leaves: readonly ReplayLeaf[];
}

export interface ReplayFigures {
  readonly points: number;
  readonly applicableMax: number;
  readonly index: number;
  readonly rank: number;
  readonly grade: string | null;
}

export interface ReplayLeaf extends MovedLeaf {
  readonly title: string;
  /** Vietnamese. */
  readonly why: string;
}

export interface RefusedAnswer {
  readonly agency: AgencyRef;
  readonly code: string;
  readonly title: string;
  /** The agency's own answer, which it can still change (set aside and asked for again), or one that stands in the way of a correction. */
  readonly blocks: boolean;
}

/**
 * POST /cycles/:id/criteria-corrections, If-Match of the cycle → `CorrectionView`. Puts `toSetId` in the place of `fromSetId` in a running cycle:
 * a published version of the same code and group, with the same criteria (leaf codes and sources). Every stored score of the group is
 * computed anew by the engine in the same transaction; answers, notes, evidence and decisions stay. What the new rule does not take is set
 * aside (kept in its history) where the agency can still answer, and blocks where it can't. 409 `criteria-set.replay-stale` with the replay
 * that stands now where `replayDigest` is not the one that would be recorded; 409 `criteria-set.correction-blocked` with the reasons.
 */
export interface CorrectSetRequest {
  readonly fromSetId: string;
  readonly toSetId: string;
  readonly reason: string;
  readonly replayDigest: string;
}

/** GET /cycles/:id/criteria-corrections: newest first. The replay as it was shown and recorded, without the reader's own agencies before `preliminary`. */
export interface CorrectionView {
  readonly id: string;
  readonly cycleId: string;
  readonly before: VersionRef;
  readonly after: VersionRef;
  readonly reason: string;
  readonly correctedAt: string;
  readonly correctedBy: string;
  readonly replayDigest: string;
  readonly rescored: number;
  readonly setAside: number;
  readonly rows: readonly ReplayRow[];
}
