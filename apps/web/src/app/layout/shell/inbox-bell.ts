import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Unread } from '../../platform/inbox/unread';
import { Icon } from '../../ui/icon/icon';

const MOST = 99;

/** The way to the inbox, with how many are unread. */
@Component({
  selector: 'par-inbox-bell',
  imports: [Icon, RouterLink],
  template: `
    <a routerLink="/inbox" [attr.aria-label]="label()" [title]="label()">
      <par-icon name="bell" [size]="22" />
      @if (count() > 0) { <span class="count" aria-hidden="true">{{ shown() }}</span> }
    </a>
  `,
  styles: `
    a { position: relative; display: grid; place-items: center; width: 44px; height: 44px; color: inherit; border-radius: var(--radius-small); }
    .count { position: absolute; top: 4px; right: 0; min-width: 18px; padding: 0 4px; color: var(--lotus-800); font-size: 0.75rem; font-weight: 600; line-height: 18px; text-align: center; background: var(--lotus-100); border-radius: 9px; }
    :host :focus-visible { outline-color: var(--on-header); }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InboxBell {
  protected readonly count = inject(Unread).count;
  protected readonly shown = computed(() => (this.count() > MOST ? `${MOST}+` : `${this.count()}`));
  protected readonly label = computed(() => (this.count() === 0 ? $localize`Thông báo` : $localize`Thông báo: ${this.count()}:count: chưa đọc`));
}
