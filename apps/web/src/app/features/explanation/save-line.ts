import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { timeInWords } from '../../ui/format/date-words';
import { Icon } from '../../ui/icon/icon';
import type { IconName } from '../../ui/icon/icon-paths';
import type { DraftState, ExplanationDraft } from './explanation-draft';

interface Look {
  readonly icon: IconName;
  readonly words: string;
  readonly tone: 'calm' | 'warn' | 'late';
}

const LOOKS: Readonly<Record<Exclude<DraftState, 'saved'>, Look>> = {
  typed: { icon: 'saving', words: $localize`Đang lưu`, tone: 'calm' },
  saving: { icon: 'saving', words: $localize`Đang lưu`, tone: 'calm' },
  unsent: { icon: 'offline', words: $localize`Chưa gửi được, đang thử lại`, tone: 'warn' },
  refused: { icon: 'warning', words: $localize`Chưa lưu`, tone: 'late' },
  conflict: { icon: 'conflict', words: $localize`Xung đột: hãy chọn`, tone: 'late' },
};

/** «Đã lưu 14:02», «đang lưu», «chưa gửi được», «xung đột»: always in the same place. Read aloud only where something is wrong. */
@Component({
  selector: 'par-save-line',
  imports: [Icon],
  template: `
    @if (look(); as look) { <span [class]="look.tone"><par-icon [name]="look.icon" [size]="16" />{{ look.words }}</span> }
    <span class="visually-hidden" role="status">{{ aloud() }}</span>
  `,
  styles: `
    :host { position: relative; display: inline-flex; min-height: 24px; align-items: center; font-size: var(--text-small); }
    span { display: inline-flex; gap: 4px; align-items: center; }
    .calm { color: var(--text-muted); }
    .warn { color: var(--partial); font-weight: 500; }
    .late { color: var(--late); font-weight: 500; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SaveLine {
  readonly draft = input.required<ExplanationDraft>();

  protected readonly look = computed<Look | null>(() => {
    const { state, server } = this.draft();
    return state === 'saved' ? server && { icon: 'saved', words: $localize`Đã lưu ${timeInWords(server.updatedAt)}:time:`, tone: 'calm' } : LOOKS[state];
  });
  protected readonly aloud = computed(() => (this.look()?.tone === 'calm' ? '' : (this.look()?.words ?? '')));
}
