import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { DelegateRequest, DelegationView } from '@par-index/contract';
import { DelegationDesk } from '../../platform/delegation/delegation-desk';
import { refusalOf } from '../../platform/problem/refusal';
import { Toasts } from '../../platform/toast/toasts';
import { DelegationForm } from '../../ui/delegation/delegation-form';
import { DelegationList } from '../../ui/delegation/delegation-list';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { EmptyState } from '../../ui/loading/empty-state';
import { LoadState } from '../../ui/loading/load-state';
import { PageHeader } from '../../ui/page-header/page-header';
import { Pager } from '../../ui/pager/pager';
import { ReasonPrompt } from '../../ui/prompt/reason-prompt';
import { AssignmentTabs } from './assignment-tabs';

/** Who stands in for whom: one's own, and for heads and Sở Nội vụ all that they oversee. */
@Component({
  selector: 'par-absences-page',
  imports: [AssignmentTabs, DelegationForm, DelegationList, EmptyState, LoadState, MatButton, PageHeader, Pager, RefusalNotice],
  template: `
    <div class="page">
      <par-page-header heading="Ủy quyền khi vắng mặt" i18n-heading lead="Người làm thay quyết định trong đúng những ngày đã nêu, và chỉ những việc được ủy quyền." i18n-lead>
        @if (desk.mayGive() && !desk.isOpen()) {
          <button actions type="button" matButton="filled" (click)="desk.isOpen.set(true)" i18n>Ủy quyền</button>
        }
      </par-page-header>
      <par-assignment-tabs />
      @if (desk.isOpen()) {
        <section class="panel panel-body stack" aria-labelledby="give-title">
          <h2 id="give-title" i18n>Ủy quyền mới</h2>
          @if (desk.choices.hasValue()) {
            @if (desk.offered().length > 0) {
              <par-refusal-notice [text]="desk.refusal()?.detail" />
              <par-delegation-form [choices]="desk.offered()" [userId]="desk.userId()" [today]="desk.today()" [problems]="desk.problems()" [busy]="desk.busy()" (given)="give($event)" (left)="desk.isOpen.set(false)" />
            } @else {
              <p i18n>Bạn chưa có việc nào để ủy quyền.</p>
            }
          } @else {
            <par-load-state [of]="desk.choices" [rows]="3" />
          }
        </section>
      }
      @if (desk.loaded.hasValue()) {
        @if (desk.loaded.value().total > 0) {
          <par-delegation-list [delegations]="desk.loaded.value().items" (revoked)="revoke($event)" />
          <par-pager [page]="desk.loaded.value().page" [pageSize]="desk.loaded.value().pageSize" [total]="desk.loaded.value().total" (turned)="desk.page.set($event)" />
        } @else {
          <par-empty-state icon="person" title="Chưa có ủy quyền nào" i18n-title detail="Khi vắng mặt, hãy ủy quyền cho một người cùng cơ quan để công việc không dừng lại." i18n-detail />
        }
      } @else {
        <par-load-state [of]="desk.loaded" [rows]="4" [rowHeight]="64" />
      }
    </div>
  `,
  providers: [DelegationDesk],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AbsencesPage {
  private readonly reasons = inject(ReasonPrompt);
  private readonly toasts = inject(Toasts);
  protected readonly desk = inject(DelegationDesk);

  protected async give(request: DelegateRequest): Promise<void> {
    const given = await this.desk.give(request);
    if (given) {
      this.toasts.done($localize`Đã ủy quyền cho ${given.to.fullName}:person:.`);
    }
  }

  protected async revoke(delegation: DelegationView): Promise<void> {
    const name = delegation.to.fullName;
    const reason = await this.reasons.ask({ title: $localize`Thu hồi ủy quyền cho ${name}:person:?`, label: $localize`Lý do`, verb: $localize`Thu hồi` });
    if (reason === null) {
      return;
    }
    try {
      await this.desk.revoke(delegation, reason);
      this.toasts.done($localize`Đã thu hồi ủy quyền.`);
    } catch (error) {
      this.toasts.refused(refusalOf(error).detail);
    }
  }
}
