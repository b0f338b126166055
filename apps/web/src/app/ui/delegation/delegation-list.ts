import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { DelegationState, DelegationView } from '@par-index/contract';
import { Chip } from '../chips/chip';
import { DayPipe, MomentPipe } from '../format/date-pipes';

const STATE_WORDS: Readonly<Record<DelegationState, string>> = {
  coming: $localize`sắp tới`,
  active: $localize`đang có hiệu lực`,
  over: $localize`đã hết hạn`,
  revoked: $localize`đã thu hồi`,
};

/** Who stands in for whom, from when to when and why. */
@Component({
  selector: 'par-delegation-list',
  imports: [Chip, DayPipe, MatButton, MomentPipe],
  template: `
    <ul class="panel">
      @for (one of delegations(); track one.id) {
        <li>
          <div>
            <p class="who">
              <strong>{{ one.from.fullName }}</strong>
              @if (one.kind === 'sign-off') { <ng-container i18n>ủy quyền ký duyệt cho</ng-container> } @else { <ng-container i18n>ủy quyền thẩm định cho</ng-container> }
              <strong>{{ one.to.fullName }}</strong>
              <par-chip [tone]="one.state === 'active' ? 'action' : 'neutral'">{{ words[one.state] }}</par-chip>
            </p>
            <p class="muted small" i18n>{{ one.agency.name }} · từ {{ one.startsOn | day }} đến hết {{ one.endsOn | day }} · lý do: {{ one.reason }}</p>
            @if (one.createdBy !== one.from.fullName) {
              <p class="muted small" i18n>{{ one.createdBy }} lập lúc {{ one.createdAt | moment }}</p>
            }
            @if (one.revokedBy) {
              <p class="muted small" i18n>{{ one.revokedBy }} thu hồi lúc {{ one.revokedAt | moment }}: {{ one.revokeReason }}</p>
            }
          </div>
          @if (one.revocable) {
            <button type="button" matButton="outlined" (click)="revoked.emit(one)"><ng-container i18n>Thu hồi</ng-container><span class="visually-hidden"> {{ one.from.fullName }}</span></button>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    li { display: flex; flex-wrap: wrap; gap: var(--space-2) var(--space-4); align-items: center; justify-content: space-between; padding: var(--space-3) var(--space-5); }
    .who { display: flex; flex-wrap: wrap; gap: 2px 6px; align-items: baseline; }
    li + li { border-top: 1px solid var(--line-faint); }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DelegationList {
  readonly delegations = input.required<readonly DelegationView[]>();
  readonly revoked = output<DelegationView>();
  protected readonly words = STATE_WORDS;
}
