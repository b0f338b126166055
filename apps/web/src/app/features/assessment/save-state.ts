import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { dayInWords, timeInWords } from '../../ui/format/date-words';
import { Icon } from '../../ui/icon/icon';
import type { IconName } from '../../ui/icon/icon-paths';
import type { AnswerSituation } from './autosave-ports';

interface Look {
  readonly icon: IconName;
  readonly words: string;
  readonly tone: 'calm' | 'warn' | 'late';
}

/** «đã lưu 14:02», «đang lưu», «chưa gửi được», «xung đột»: always in the same place. Read aloud only where something is wrong. */
@Component({
  selector: 'par-save-state',
  imports: [Icon],
  template: `
    @if (look(); as look) {
      <span [class]="look.tone"><par-icon [name]="look.icon" [size]="16" />{{ look.words }}</span>
      @if (retriable()) { <button type="button" (click)="retried.emit()" i18n>Thử lại</button> }
    }
    <span class="visually-hidden" role="status">{{ aloud() }}</span>
  `,
  styles: `
    :host { position: relative; display: inline-flex; gap: var(--space-2); align-items: center; min-height: 24px; font-size: var(--text-small); }
    span { display: inline-flex; gap: 4px; align-items: center; }
    .calm { color: var(--text-muted); }
    .warn { color: var(--partial); font-weight: 500; }
    .late { color: var(--late); font-weight: 500; }
    button { min-height: 24px; padding: 0 4px; color: var(--link); background: none; border: 0; text-decoration: underline; cursor: pointer; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SaveStateLine {
  readonly situation = input.required<AnswerSituation>();
  /** Milliseconds by the server. */
  readonly now = input.required<number>();
  readonly retried = output<void>();

  protected readonly look = computed<Look | null>(() => lookOf(this.situation(), this.now()));
  protected readonly retriable = computed(() => this.situation().state === 'unsent');
  protected readonly aloud = computed(() => {
    const look = this.look();
    return look && look.tone !== 'calm' ? look.words : '';
  });
}

function lookOf({ state, server, kept }: AnswerSituation, now: number): Look | null {
  if (state === 'saved') {
    return server.updatedAt ? { icon: 'saved', words: $localize`Đã lưu ${sinceWhen(server.updatedAt, now)}:time:`, tone: 'calm' } : null;
  }
  return kept || state === 'saving' ? LOOKS[state] : { icon: 'warning', words: $localize`Chưa gửi được, và máy này không giữ được bản nháp`, tone: 'late' };
}

/** «14:02» of today, else with its day. */
function sinceWhen(iso: string, now: number): string {
  const day = dayInWords(iso);
  return day === dayInWords(new Date(now).toISOString()) ? timeInWords(iso) : `${timeInWords(iso)} ${day}`;
}

const LOOKS: Readonly<Record<Exclude<AnswerSituation['state'], 'saved'>, Look>> = {
  half: { icon: 'draft', words: $localize`Nhập dở, đã giữ trên máy này`, tone: 'warn' },
  saving: { icon: 'saving', words: $localize`Đang lưu`, tone: 'calm' },
  unsent: { icon: 'offline', words: $localize`Chưa gửi được, đã giữ trên máy này`, tone: 'warn' },
  held: { icon: 'warning', words: $localize`Chưa gửi, đã giữ trên máy này`, tone: 'warn' },
  conflict: { icon: 'conflict', words: $localize`Xung đột: hãy chọn`, tone: 'late' },
};
