import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { DelegateRequest, DelegationView } from '@par-index/contract';
import { DelegationDesk } from '../../platform/delegation/delegation-desk';
import { refusalOf } from '../../platform/problem/refusal';
import { Toasts } from '../../platform/toast/toasts';
import { DelegationForm } from '../../ui/delegation/delegation-form';
import { DelegationList } from '../../ui/delegation/delegation-list';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { LoadState } from '../../ui/loading/load-state';
import { ReasonPrompt } from '../../ui/prompt/reason-prompt';

/** Who stands in for me, and for whom I stand in. Shown to whoever has something to leave, or has been left something. */
@Component({
  selector: 'par-own-absences',
  imports: [DelegationForm, DelegationList, LoadState, MatButton, RefusalNotice],
  template: `
    @if (desk.mayGive() || (desk.loaded.hasValue() && desk.loaded.value().total > 0)) {
      <section class="stack" aria-labelledby="absences-title">
        <h2 id="absences-title" i18n>Khi tôi vắng mặt</h2>
        @if (desk.loaded.hasValue()) {
          @if (desk.loaded.value().total > 0) {
            <par-delegation-list [delegations]="desk.loaded.value().items" (revoked)="revoke($event)" />
          } @else {
            <p class="muted" i18n>Chưa có ủy quyền nào. Khi vắng mặt, hãy ủy quyền cho một người cùng cơ quan để công việc không dừng lại.</p>
          }
        } @else {
          <par-load-state [of]="desk.loaded" [rows]="1" [rowHeight]="56" />
        }
        @if (desk.isOpen()) {
          <div class="panel panel-body stack">
            <par-refusal-notice [text]="desk.refusal()?.detail" />
            <par-delegation-form [choices]="desk.offered()" [userId]="desk.userId()" [today]="desk.today()" [problems]="desk.problems()" [busy]="desk.busy()" (given)="give($event)" (left)="desk.isOpen.set(false)" />
          </div>
        } @else if (desk.offered().length > 0) {
          <div><button type="button" matButton="outlined" (click)="desk.isOpen.set(true)" i18n>Ủy quyền</button></div>
        }
      </section>
    }
  `,
  styles: `:host:empty { display: none; }`,
  providers: [DelegationDesk],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OwnAbsences {
  private readonly reasons = inject(ReasonPrompt);
  private readonly toasts = inject(Toasts);
  protected readonly desk = inject(DelegationDesk);

  constructor() {
    this.desk.isOwn.set(true);
  }

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
