import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import type { CouncilView } from '@par-index/contract';
import { NumberPipe } from '../../ui/format/number-pipes';

/** The pages of one cycle's council. */
@Component({
  selector: 'par-council-tabs',
  imports: [NumberPipe, RouterLink, RouterLinkActive],
  template: `
    <nav aria-label="Trang của Hội đồng" i18n-aria-label>
      <a [routerLink]="['/council', view().cycleId]" routerLinkActive="here" ariaCurrentWhenActive="page" [routerLinkActiveOptions]="exact" i18n>Nội dung</a>
      <a [routerLink]="['/council', view().cycleId, 'blind']" routerLinkActive="here" ariaCurrentWhenActive="page">
        <ng-container i18n>Thẩm định độc lập</ng-container>
        @if (view().blindToGive > 0) { <span class="count" i18n>{{ view().blindToGive | num }} chờ bạn</span> }
      </a>
      <a [routerLink]="['/council', view().cycleId, 'assessments']" routerLinkActive="here" ariaCurrentWhenActive="page" i18n>Kết luận theo hồ sơ</a>
    </nav>
  `,
  styles: `
    nav { display: flex; flex-wrap: wrap; gap: var(--space-1) var(--space-5); border-bottom: 1px solid var(--line); }
    a { display: flex; gap: var(--space-2); align-items: center; min-height: 40px; padding: 0 2px; color: var(--text); text-decoration: none; border-bottom: 3px solid transparent; }
    a:hover { text-decoration: underline; }
    .here { font-weight: 600; border-bottom-color: var(--action); }
    .count { color: var(--partial); font-size: var(--text-small); font-weight: 500; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CouncilTabs {
  readonly view = input.required<CouncilView>();

  protected readonly exact = { paths: 'exact', queryParams: 'ignored', matrixParams: 'ignored', fragment: 'ignored' } as const;
}
