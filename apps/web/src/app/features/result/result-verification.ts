import { ChangeDetectionStrategy, Component, inject, input, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { VerificationView } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { refusalOf } from '../../platform/problem/refusal';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { Icon } from '../../ui/icon/icon';
import { ResultApi } from './result-api';

/** Computes a published result again from its own data, and says whether it holds. */
@Component({
  selector: 'par-result-verification',
  imports: [Icon, MatButton, RefusalNotice],
  template: `
    <div class="row no-print">
      <button type="button" matButton="text" [disabled]="busy()" (click)="verify()" i18n>Tính lại từ dữ liệu đã công bố</button>
      @if (outcome(); as outcome) {
        @if (outcome.digestHolds && outcome.resultHolds) {
          <span class="row" role="status"><par-icon name="verified" /><span i18n>Khớp: {{ outcome.agencies }} cơ quan, mã băm đúng.</span></span>
        } @else {
          <span class="row" role="alert"><par-icon name="warning" /><span i18n>Không khớp ở {{ outcome.differences.length }} chỗ. Báo ngay cho quản trị hệ thống.</span></span>
        }
      }
    </div>
    <par-refusal-notice [text]="refused()" />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ResultVerification {
  private readonly api = inject(ResultApi);

  readonly snapshotId = input.required<string>();

  protected readonly busy = signal(false);
  protected readonly refused = signal<string | null>(null);
  protected readonly outcome = linkedSignal<string, VerificationView | null>({ source: this.snapshotId, computation: () => null });

  protected async verify(): Promise<void> {
    this.busy.set(true);
    this.refused.set(null);
    try {
      this.outcome.set(await firstValueFrom(this.api.verification(this.snapshotId())));
    } catch (error) {
      this.refused.set(refusalOf(error).detail);
    } finally {
      this.busy.set(false);
    }
  }
}
