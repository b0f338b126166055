import type { AppraisalLayerView } from '@par-index/contract';
import type { DecisionDraft } from './decision-draft';

/** What was begun at one criterion and is not saved yet. */
export interface DeskEntry {
  readonly draft: DecisionDraft;
  /** Problems are shown from the first try on. */
  readonly tried: boolean;
  readonly refused: string | null;
  /** Somebody decided meanwhile: what stands now; `layer` is null where theirs is gone. */
  readonly conflict: { readonly layer: AppraisalLayerView | null } | null;
}

export const beginEntry = (draft: DecisionDraft): DeskEntry => ({ draft, tried: false, refused: null, conflict: null });
