/** Whose draft it is, and of what. Two tabs of one person write beside each other, never over each other. */
export interface DraftKey {
  readonly userId: string;
  /** The record that it belongs to, such as an assessment. */
  readonly subject: string;
  /** The part of it, such as a criterion's code. */
  readonly part: string;
  /** The open page that wrote it. */
  readonly writer: string;
}

/** What somebody typed and the server has not acknowledged yet. */
export interface Draft<T> extends DraftKey {
  readonly value: T;
  /** Different for every writing of it. */
  readonly stamp: string;
  /** ISO 8601. */
  readonly typedAt: string;
}

/** Keeps drafts over a lost connection, a reload and a crash. Nobody's draft is ever given to somebody else. */
export interface DraftStore<T> {
  /** One person's drafts of one record, oldest first, whichever page wrote them. */
  list(userId: string, subject: string): Promise<readonly Draft<T>[]>;
  put(draft: Draft<T>): Promise<void>;
  /** Removes it, unless it was written anew meanwhile. */
  remove(draft: Pick<Draft<T>, keyof DraftKey | 'stamp'>): Promise<void>;
}
