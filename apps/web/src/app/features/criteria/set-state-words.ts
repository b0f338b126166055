import type { CriteriaSetState } from '@par-index/contract';
import type { IconName } from '../../ui/icon/icon-paths';

export const SET_STATES: Readonly<Record<CriteriaSetState, { readonly words: string; readonly icon: IconName }>> = {
  draft: { words: $localize`Bản nháp`, icon: 'draft' },
  published: { words: $localize`Đã ban hành`, icon: 'check' },
  frozen: { words: $localize`Đang dùng, đã khóa`, icon: 'lock' },
  superseded: { words: $localize`Đã có bản mới`, icon: 'history' },
};
