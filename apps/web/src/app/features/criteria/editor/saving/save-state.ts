import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { Online } from '../../../../platform/navigation/online';
import { Icon } from '../../../../ui/icon/icon';
import type { IconName } from '../../../../ui/icon/icon-paths';
import type { SavingSituation } from './draft-saving';

interface Look {
  readonly icon: IconName;
  readonly words: string;
  readonly tone: 'quiet' | 'late' | 'partial';
}

/** Where what is typed is now: always to be seen. */
@Component({
  selector: 'par-draft-save-state',
  imports: [Icon],
  template: `
    <span class="state" [class]="look().tone" role="status"><par-icon [name]="look().icon" [size]="18" /><span>{{ look().words }}</span></span>
    @if (situation().reason; as reason) { <span class="reason">{{ reason }}</span> }
    @if (situation().state === 'unsent' || situation().state === 'held') { <button type="button" class="again" (click)="retried.emit()" i18n>Gửi lại</button> }
  `,
  styles: `
    :host { display: inline-flex; flex-wrap: wrap; gap: var(--space-1) var(--space-2); align-items: center; font-size: var(--text-small); }
    .state { display: inline-flex; gap: 4px; align-items: center; color: var(--text-muted); }
    .late { color: var(--late); font-weight: 500; }
    .partial { color: var(--partial); font-weight: 500; }
    .reason { max-width: 420px; color: var(--text-muted); }
    .again { padding: 0 var(--space-1); color: var(--link); background: none; border: 0; text-decoration: underline; cursor: pointer; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DraftSaveState {
  private readonly online = inject(Online).online;

  readonly situation = input.required<SavingSituation>();
  readonly retried = output();

  protected readonly look = computed<Look>(() => {
    const { state, kept, unacknowledged } = this.situation();
    if (state === 'conflict') {
      return { icon: 'conflict', words: $localize`Hai người sửa cùng một chỗ: hãy chọn`, tone: 'late' };
    }
    if (state === 'held') {
      return { icon: 'error', words: $localize`Chưa lưu được`, tone: 'late' };
    }
    if (state === 'unsent' || (unacknowledged && !this.online())) {
      return kept
        ? { icon: 'offline', words: $localize`Chưa gửi được, đã giữ trên máy này`, tone: 'partial' }
        : { icon: 'error', words: $localize`Chưa gửi được và máy này không giữ được: đừng đóng trang`, tone: 'late' };
    }
    return state === 'saving' ? { icon: 'saving', words: $localize`Đang lưu…`, tone: 'quiet' } : { icon: 'saved', words: $localize`Đã lưu`, tone: 'quiet' };
  });
}
