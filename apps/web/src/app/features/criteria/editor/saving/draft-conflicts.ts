import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Icon } from '../../../../ui/icon/icon';
import type { DraftConflict, Side } from './draft-ports';

export interface SideChosen {
  readonly key: string;
  readonly side: Side;
}

/** What two people changed at the same time, each otherwise: both sides in full, and one choice each. */
@Component({
  selector: 'par-draft-conflicts',
  imports: [Icon, MatButton],
  template: `
    <section class="notice notice-late" aria-labelledby="conflicts-title">
      <par-icon name="conflict" />
      <div class="stack">
        <h2 id="conflicts-title" i18n>Hai người sửa cùng một chỗ</h2>
        <p i18n>Những chỗ khác đã được gộp. Chọn nội dung giữ lại cho từng chỗ dưới đây; chưa chọn thì chưa lưu.</p>
        @for (conflict of conflicts(); track conflict.key) {
          <div class="conflict" role="group" [attr.aria-label]="conflict.place">
            <p class="place">{{ conflict.place }}</p>
            <div class="side"><p class="who" i18n>Của bạn</p><p class="what">{{ conflict.mine }}</p><button type="button" matButton="outlined" (click)="chosen.emit({ key: conflict.key, side: 'mine' })" i18n>Giữ của bạn</button></div>
            <div class="side"><p class="who" i18n>Của người khác</p><p class="what">{{ conflict.theirs }}</p><button type="button" matButton="outlined" (click)="chosen.emit({ key: conflict.key, side: 'theirs' })" i18n>Giữ của người khác</button></div>
          </div>
        }
      </div>
    </section>
  `,
  styles: `
    h2 { font-size: var(--text-heading-3); }
    .conflict { display: grid; grid-template-columns: repeat(auto-fit, minmax(220px, 1fr)); gap: var(--space-2) var(--space-4); padding: var(--space-3); color: var(--text); background: var(--surface); border-radius: var(--radius); }
    .place { grid-column: 1 / -1; font-weight: 500; }
    .side { display: grid; gap: var(--space-1); align-content: start; justify-items: start; }
    .who { color: var(--text-muted); font-size: var(--text-small); }
    .what { overflow-wrap: anywhere; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DraftConflicts {
  readonly conflicts = input.required<readonly DraftConflict[]>();
  readonly chosen = output<SideChosen>();
}
