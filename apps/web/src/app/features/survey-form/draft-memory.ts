import { type FormDraft, newDraft } from '../../ui/survey-form/form-draft';

const PREFIX = 'par-index.survey-draft:';

/** The draft under this name, or a new one, which is kept at once so that a second tab takes the same. */
export function openDraft(name: string): FormDraft {
  const kept = localStorage.getItem(PREFIX + name);
  const draft = (kept === null ? null : read(kept)) ?? newDraft();
  keepDraft(name, draft);
  return draft;
}

export function keepDraft(name: string, draft: FormDraft): void {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(draft));
  } catch {
    // A full or closed store: the form still works, and only a reload loses it.
  }
}

export const dropDraft = (name: string): void => localStorage.removeItem(PREFIX + name);

function read(kept: string): FormDraft | null {
  try {
    return JSON.parse(kept) as FormDraft;
  } catch {
    return null;
  }
}
