import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { type AppraisalView, type AppraisedCriterion, referralRefusalOf } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { refusalOf } from '../../platform/problem/refusal';
import { Session } from '../../platform/session/session';
import { Toasts } from '../../platform/toast/toasts';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { Icon } from '../../ui/icon/icon';
import { ReasonPrompt } from '../../ui/prompt/reason-prompt';
import { AppraisalApi } from './appraisal-api';

/** «Đưa ra Hội đồng»: whoever appraises a criterion may have the council decide it, with a reason. */
@Component({
  selector: 'par-refer-to-council',
  imports: [Icon, MatButton, RefusalNotice],
  template: `
    @if (offered()) {
      <button type="button" matButton="text" [disabled]="busy()" (click)="refer()"><par-icon name="council" [size]="18" /> <ng-container i18n>Đưa ra Hội đồng</ng-container></button>
      <par-refusal-notice [text]="refused()" />
    }
  `,
  styles: `:host { display: grid; gap: var(--space-2); justify-items: start; }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReferToCouncil {
  private readonly api = inject(AppraisalApi);
  private readonly reasons = inject(ReasonPrompt);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);

  readonly view = input.required<AppraisalView>();
  readonly criterion = input.required<AppraisedCriterion>();

  protected readonly busy = signal(false);
  protected readonly refused = signal<string | null>(null);
  protected readonly offered = computed(() => {
    const { phase, agency, state } = this.view();
    const grants = (this.session.view()?.grants ?? []).map((grant) => ({ role: grant.role, agencyId: grant.agency.id }));
    const isHandedIn = state !== 'drafting' && state !== 'awaiting-head';
    return isHandedIn && referralRefusalOf({ grants }, { agencyId: agency.id, phase }, this.criterion().appraiser?.id ?? null) === null;
  });

  protected async refer(): Promise<void> {
    const code = this.criterion().code;
    const reason = await this.reasons.ask({
      title: $localize`Đưa tiêu chí ${code}:code: ra Hội đồng thẩm định?`,
      body: $localize`Hội đồng biểu quyết tiêu chí này khi mở giai đoạn Hội đồng. Việc thẩm định vẫn tiếp tục.`,
      label: $localize`Lý do`,
      verb: $localize`Đưa ra Hội đồng`,
    });
    if (reason !== null) {
      await this.send(code, reason);
    }
  }

  private async send(code: string, reason: string): Promise<void> {
    this.busy.set(true);
    this.refused.set(null);
    try {
      await firstValueFrom(this.api.refer(this.view().assessmentId, code, reason));
      this.toasts.done($localize`Đã đưa tiêu chí ${code}:code: ra Hội đồng.`);
    } catch (error) {
      this.refused.set(refusalOf(error).detail);
    } finally {
      this.busy.set(false);
    }
  }
}
