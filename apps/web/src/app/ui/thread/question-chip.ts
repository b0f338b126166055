import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { QuestionStatus } from '@par-index/contract';
import { Chip } from '../chips/chip';
import type { IconName } from '../icon/icon-paths';
import type { Tone } from '../words/state-words';

interface Look {
  readonly words: string;
  readonly icon: IconName;
  readonly tone: Tone;
}

const LOOKS: Readonly<Record<QuestionStatus, Look>> = {
  asked: { words: $localize`chờ trả lời`, icon: 'waiting', tone: 'partial' },
  answered: { words: $localize`đã trả lời`, icon: 'complete', tone: 'full' },
  overdue: { words: $localize`quá hạn trả lời`, icon: 'warning', tone: 'late' },
};

/** What became of a question to the agency. */
@Component({
  selector: 'par-question-chip',
  imports: [Chip],
  template: `<par-chip [tone]="look().tone" [icon]="look().icon">{{ look().words }}</par-chip>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QuestionChip {
  readonly status = input.required<QuestionStatus>();

  protected readonly look = computed(() => LOOKS[this.status()]);
}
