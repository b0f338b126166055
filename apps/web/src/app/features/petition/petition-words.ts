import type { PetitionReason, PetitionView } from '@par-index/contract';
import type { IconName } from '../../ui/icon/icon-paths';
import type { Tone } from '../../ui/words/state-words';

export interface PetitionLook {
  readonly words: string;
  readonly icon: IconName;
  readonly tone: Tone;
}

export const REASON_WORDS: Readonly<Record<PetitionReason, string>> = {
  'wrong-figure': $localize`Sai dữ liệu`,
  'document-overlooked': $localize`Thiếu tài liệu đã nộp`,
  'rule-misapplied': $localize`Áp dụng sai quy định`,
  'other': $localize`Lý do khác`,
};

/** How far a petition is. One that the council has decided says how. */
export function lookOf({ state, outcome }: Pick<PetitionView, 'state' | 'outcome'>): PetitionLook {
  if (state === 'forwarded' && outcome !== null) {
    return outcome === 'stands'
      ? { words: $localize`Hội đồng giữ nguyên điểm`, icon: 'gavel', tone: 'neutral' }
      : { words: $localize`Hội đồng đã quyết định`, icon: 'gavel', tone: 'full' };
  }
  return LOOKS[state];
}

const LOOKS: Readonly<Record<PetitionView['state'], PetitionLook>> = {
  draft: { words: $localize`Bản nháp, lãnh đạo chưa nộp`, icon: 'draft', tone: 'action' },
  filed: { words: $localize`Đã nộp, chờ trả lời`, icon: 'waiting', tone: 'partial' },
  rejected: { words: $localize`Không chấp nhận`, icon: 'block', tone: 'neutral' },
  forwarded: { words: $localize`Đã trình Hội đồng`, icon: 'council', tone: 'partial' },
};
