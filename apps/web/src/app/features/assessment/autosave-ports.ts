import type { SavedAnswer } from '@par-index/contract';
import type { Answer } from '@par-index/scoring';
import type { HalfAnswer } from '../../ui/answer/half-answer';
import type { AnswerContent, AnswerField, StandingAnswer } from './answer-content';
import type { CombineAnswers } from './autosave-combine';

/** What became of sending an answer. */
export type SaveOutcome =
  | { readonly kind: 'saved'; readonly saved: SavedAnswer }
  /** Somebody else was faster: what stands there now. */
  | { readonly kind: 'stale'; readonly current: StandingAnswer }
  /** Lost connection, server down: worth another try by itself. */
  | { readonly kind: 'unreachable'; readonly reason: string }
  /** The session is over, or is another person's: waits for whoever typed it. */
  | { readonly kind: 'signed-out'; readonly reason: string }
  /** Will not be taken as it is. */
  | { readonly kind: 'refused'; readonly reason: string };

/** What was typed and stands nowhere else: the side of a conflict that was not chosen. Kept until the reader lets it go. */
export interface SetAside {
  readonly field: AnswerField;
  readonly side: 'mine' | 'theirs';
  readonly content: AnswerContent;
  /** An answer that was typed by half, in the place of the one in the content. */
  readonly half?: HalfAnswer;
  readonly by: string | null;
  readonly at: string | null;
}

/** An answer that is typed by half. It is kept in the browser and never sent. */
export interface HalfTyping {
  readonly typed: HalfAnswer;
  /** The answer that it was to replace, where somebody else has changed that one meanwhile. */
  readonly over: { readonly answer: Answer | null } | null;
}

/** What is kept in the browser for one criterion. */
export interface AnswerDraft {
  readonly content: AnswerContent;
  /** What the edit began from, to tell later who changed what. */
  readonly base: AnswerContent;
  readonly baseVersion: number;
  /** Sent from here without an answer so far: it may or may not have arrived. */
  readonly sent: readonly AnswerContent[];
  readonly setAside: readonly SetAside[];
  /** Not there in what an earlier release kept. */
  readonly half?: HalfTyping | null;
}

/** Runs something later; the answer calls it off. */
export type Later = (milliseconds: number, run: () => void) => () => void;

/** Where drafts of one criterion are kept. Both are called in order and may fail. */
export interface DraftPlace {
  put(draft: AnswerDraft): Promise<void>;
  remove(): Promise<void>;
}

export interface AutosavePorts {
  /** Never rejects. */
  readonly send: (content: AnswerContent, version: number) => Promise<SaveOutcome>;
  readonly drafts: DraftPlace;
  readonly later: Later;
  /** Why this content need not even be sent, as a sentence; null where it may be. */
  readonly unfit: (content: AnswerContent) => string | null;
  readonly changed: () => void;
  /** How what two people changed of the figures comes together. */
  readonly combine: CombineAnswers;
}

/** `half`: the server has everything but an answer that is not typed to its end. */
export type SaveState = 'saved' | 'half' | 'saving' | 'unsent' | 'held' | 'conflict';

export interface AnswerConflictStanding {
  readonly fields: readonly AnswerField[];
  readonly theirs: StandingAnswer;
}

/** How one criterion stands: what is typed, what the server has, and what lies between them. */
export interface AnswerSituation {
  readonly content: AnswerContent;
  readonly server: StandingAnswer;
  /** What stands in the fields of the answer while it is none. */
  readonly half: HalfAnswer | null;
  readonly state: SaveState;
  /** Why it is unsent or held. */
  readonly reason: string | null;
  readonly conflict: AnswerConflictStanding | null;
  readonly setAside: readonly SetAside[];
  /** Fields that came from somebody else while this person was editing others. */
  readonly taken: readonly AnswerField[];
  /** False where this browser refuses to keep drafts: then only the server has what was typed. */
  readonly kept: boolean;
}
