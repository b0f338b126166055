import type { AssessmentState } from '@par-index/contract';
import type { IconName } from '../icon/icon-paths';

/** How a state is shown: its word first, then its shape, then its colour. */
export interface StateLook {
  readonly words: string;
  readonly icon: IconName;
  readonly tone: Tone;
}

/** `action` is at work, `partial` waits for somebody, `full` is done, `late` is overdue or lost. */
export type Tone = 'neutral' | 'action' | 'partial' | 'full' | 'late';

export const STATE_LOOKS: Readonly<Record<AssessmentState, StateLook>> = {
  'drafting': { words: $localize`Đang tự đánh giá`, icon: 'edit', tone: 'action' },
  'awaiting-head': { words: $localize`Chờ lãnh đạo duyệt`, icon: 'waiting', tone: 'partial' },
  'submitted': { words: $localize`Đã nộp`, icon: 'send', tone: 'action' },
  'appraised': { words: $localize`Đã thẩm định`, icon: 'check', tone: 'full' },
  'explaining': { words: $localize`Đang giải trình`, icon: 'comment', tone: 'partial' },
  'explained': { words: $localize`Đã giải trình`, icon: 'discussion', tone: 'action' },
  'reappraised': { words: $localize`Đã thẩm định lần 2`, icon: 'check', tone: 'full' },
  'decided': { words: $localize`Hội đồng đã quyết định`, icon: 'gavel', tone: 'full' },
  'final': { words: $localize`Chính thức`, icon: 'verified', tone: 'full' },
};
