import type { Fields } from '../draft/fields';

/** A draft as the server has it. */
export interface StandingDraft {
  readonly set: Fields;
  readonly version: number;
  /** Full name of whoever saved it last. */
  readonly savedBy: string;
}

export type SendOutcome =
  | { readonly kind: 'saved'; readonly version: number }
  /** Somebody saved in between. */
  | { readonly kind: 'stale'; readonly current: StandingDraft }
  /** The server could not be asked: later, by itself. */
  | { readonly kind: 'unreachable'; readonly reason: string }
  /** The server won't have it: a person has to look. */
  | { readonly kind: 'refused'; readonly reason: string };

export type Side = 'mine' | 'theirs';
export type Choices = Readonly<Record<string, Side>>;

/** What both sides changed, each otherwise. */
export interface DraftConflict {
  /** The same each time that the same three versions are brought together. */
  readonly key: string;
  /** «1.2 Kế hoạch · điểm tối đa». */
  readonly place: string;
  /** In words, as each side has it. */
  readonly mine: string;
  readonly theirs: string;
  /** Which side the merged set has now. */
  readonly stands: Side;
}

export interface Merged {
  readonly set: Fields;
  readonly conflicts: readonly DraftConflict[];
}

export interface Versions {
  readonly base: Fields;
  readonly mine: Fields;
  readonly theirs: Fields;
}

/** Everything typed that the server has not acknowledged, as this browser keeps it. */
export interface KeptDraft {
  readonly set: Fields;
  readonly base: Fields;
  readonly baseVersion: number;
}

export type SaveState = 'saved' | 'saving' | 'unsent' | 'held' | 'conflict';

export interface DraftPorts {
  send(set: Fields, version: number): Promise<SendOutcome>;
  merge(versions: Versions, choices?: Choices): Merged;
  /** Runs later; what is given back calls it off. */
  later(milliseconds: number, step: () => void): () => void;
  keep(kept: KeptDraft): void;
  forget(): void;
  /** The set with what somebody else has saved in it: to be shown. */
  brought(set: Fields, bring: (other: Fields) => Fields, by: string): void;
  changed(): void;
}
