import type { ExplanationEntry, SaveExplanationRequest, Stance } from '@par-index/contract';

/** How one entry stands between the field and the server. */
export type DraftState = 'saved' | 'typed' | 'saving' | 'unsent' | 'refused' | 'conflict';

/** What is typed at one difference, and what the server has of it. */
export interface ExplanationDraft {
  readonly stance: Stance | null;
  readonly text: string;
  readonly server: ExplanationEntry | null;
  readonly state: DraftState;
  /** Why the server will not take it, in its words. */
  readonly because: string | null;
}

export const beginDraft = (entry: ExplanationEntry | null): ExplanationDraft => ({
  ...{ stance: entry?.stance ?? null, text: entry?.text ?? '', server: entry },
  ...{ state: 'saved', because: null },
});

/** The draft with something typed; what is back as the server has it is saved. */
export function typedInto(draft: ExplanationDraft, changes: Partial<Pick<ExplanationDraft, 'stance' | 'text'>>): ExplanationDraft {
  const next: ExplanationDraft = { ...draft, ...changes, because: null };
  if (draft.state === 'conflict') {
    return next;
  }
  return { ...next, state: isAsOnServer(next) ? 'saved' : 'typed' };
}

/** What would be sent; null while no stance is chosen. */
export const requestOf = ({ stance, text }: ExplanationDraft): SaveExplanationRequest | null => (stance === null ? null : { stance, text });

/** The server has taken `sent`; what was typed meanwhile is still to be sent. */
export function afterSaving(draft: ExplanationDraft, entry: ExplanationEntry): ExplanationDraft {
  const next = { ...draft, server: entry, because: null };
  return { ...next, state: isAsOnServer(next) ? 'saved' : 'typed' };
}

/** Somebody else wrote meanwhile: both sides stand until one is chosen. */
export const inConflict = (draft: ExplanationDraft, theirs: ExplanationEntry | null): ExplanationDraft => ({ ...draft, server: theirs, state: 'conflict', because: null });

export function choosing(draft: ExplanationDraft, side: 'mine' | 'theirs'): ExplanationDraft {
  return side === 'theirs' ? beginDraft(draft.server) : { ...draft, state: isAsOnServer(draft) ? 'saved' : 'typed' };
}

/** Anything typed that is not on the server. */
export const isUnsent = ({ state }: ExplanationDraft): boolean => state !== 'saved';

/** To be explained, and no word said yet. */
export const lacksText = ({ stance, text }: Pick<ExplanationDraft, 'stance' | 'text'>): boolean => stance === 'explain' && text.trim() === '';

function isAsOnServer({ stance, text, server }: ExplanationDraft): boolean {
  return stance === (server?.stance ?? null) && text === (server?.text ?? '');
}
