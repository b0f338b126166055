import type { DifferenceView } from '@par-index/contract';
import type { IconName } from '../../ui/icon/icon-paths';
import { OUTCOME_LOOKS } from '../../ui/thread/outcome-words';
import type { Tone } from '../../ui/words/state-words';
import { type ExplanationDraft, lacksText } from './explanation-draft';

/** How a difference stands in the list: its word first, then its shape and its colour. */
export interface DifferenceMark {
  readonly words: string;
  readonly icon: IconName;
  readonly tone: Tone;
}

/** While the round is open by what is drafted, afterwards by how it came out. */
export function markOf({ outcome }: Pick<DifferenceView, 'outcome'>, draft: Pick<ExplanationDraft, 'stance' | 'text'>): DifferenceMark {
  if (outcome) {
    return OUTCOME_LOOKS[outcome];
  }
  if (draft.stance === null) {
    return { words: $localize`chưa có ý kiến`, icon: 'empty', tone: 'neutral' };
  }
  if (lacksText(draft)) {
    return { words: $localize`giải trình chưa có nội dung`, icon: 'warning', tone: 'partial' };
  }
  return draft.stance === 'agree' ? { words: $localize`đồng ý`, icon: 'complete', tone: 'full' } : { words: $localize`giải trình`, icon: 'comment', tone: 'action' };
}

/** The two parts of the list, what is asked about first; a part without rows is left out. */
export function partsOf(differences: readonly DifferenceView[]): readonly { readonly title: string; readonly rows: readonly DifferenceView[] }[] {
  return [
    { title: $localize`Được đề nghị giải trình`, rows: differences.filter(({ wanted }) => wanted) },
    { title: $localize`Giảm điểm, trừ điểm`, rows: differences.filter(({ wanted }) => !wanted) },
  ].filter(({ rows }) => rows.length > 0);
}
