import { ChangeDetectionStrategy, Component, inject, input, linkedSignal, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { type CampaignView, type SuspectForm, SUSPICION_WORDS, type SuspicionsView } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { refusalOf } from '../../platform/problem/refusal';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { MomentPipe } from '../../ui/format/date-pipes';
import { LoadState } from '../../ui/loading/load-state';
import { ReasonPrompt } from '../../ui/prompt/reason-prompt';
import { SurveyApi } from './survey-api';
import { CHANNEL_WORDS } from './survey-words';

/** Forms worth a second look. None is left out by itself: a person does it, with a reason. */
@Component({
  selector: 'par-campaign-suspicions',
  imports: [LoadState, MatButton, MomentPipe, RefusalNotice],
  template: `
    <p class="muted" i18n>Hệ thống chỉ nêu phiếu đáng xem lại. Phiếu chỉ bị loại khi có người loại và ghi lý do.</p>
    <par-refusal-notice [text]="refused()" />
    @if (view(); as view) {
      <div class="scroll panel" tabindex="0" role="region" aria-label="Phiếu cần xem lại" i18n-aria-label>
        <table>
          <thead><tr><th scope="col" i18n>Nơi được khảo sát</th><th scope="col" i18n>Kênh</th><th scope="col" i18n>Giờ</th><th scope="col" class="number" i18n>Số giây</th><th scope="col" i18n>Vì sao</th><th scope="col" i18n>Quyết định</th></tr></thead>
          <tbody>
            @for (form of view.forms; track form.id) {
              <tr>
                <th scope="row">{{ form.officeName ?? '–' }}</th>
                <td>{{ channels[form.channel] }} {{ form.deviceName ?? '' }}</td>
                <td>@if (form.hour; as hour) { {{ hour | moment }} }</td>
                <td class="number">{{ form.seconds ?? '–' }}</td>
                <td>{{ why(form) }}</td>
                <td><button type="button" matButton="outlined" (click)="judge(form.id, 'exclusion')" i18n>Loại phiếu</button></td>
              </tr>
            } @empty {
              <tr><td colspan="6" i18n>Không có phiếu nào cần xem lại.</td></tr>
            }
          </tbody>
        </table>
      </div>
      @if (view.excluded.length > 0) {
        <div class="scroll panel" tabindex="0" role="region" aria-label="Phiếu đã loại" i18n-aria-label>
          <table>
            <caption i18n>Phiếu đã loại</caption>
            <thead><tr><th scope="col" i18n>Nơi được khảo sát</th><th scope="col" i18n>Lý do</th><th scope="col" i18n>Người loại</th><th scope="col" i18n>Quyết định</th></tr></thead>
            <tbody>
              @for (form of view.excluded; track form.id) {
                <tr><th scope="row">{{ form.officeName ?? '–' }}</th><td>{{ form.reason }}</td><td>{{ form.by }}</td><td><button type="button" matButton="text" (click)="judge(form.id, 'restoration')" i18n>Khôi phục</button></td></tr>
              }
            </tbody>
          </table>
        </div>
      }
    } @else {
      <par-load-state [of]="loaded" />
    }
  `,
  styleUrl: './survey-tables.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CampaignSuspicions {
  readonly campaign = input.required<CampaignView>();
  private readonly api = inject(SurveyApi);
  private readonly reasons = inject(ReasonPrompt);
  protected readonly channels = CHANNEL_WORDS;
  protected readonly refused = signal<string | null>(null);
  protected readonly loaded = rxResource({ params: () => this.campaign().id, stream: ({ params }) => this.api.suspicions(params) });
  protected readonly view = linkedSignal<SuspicionsView | null>(() => (this.loaded.hasValue() ? this.loaded.value() : null));

  protected why({ why }: SuspectForm): string {
    return why.map((one) => SUSPICION_WORDS[one]).join('; ');
  }

  protected async judge(formId: string, verdict: 'exclusion' | 'restoration'): Promise<void> {
    const reason = await this.reasons.ask(QUESTIONS[verdict]);
    if (reason === null) {
      return;
    }
    this.refused.set(null);
    try {
      this.view.set(await firstValueFrom(this.api.judge(this.campaign().id, formId, verdict, reason)));
    } catch (error) {
      this.refused.set(refusalOf(error).detail);
    }
  }
}

const QUESTIONS = {
  exclusion: { title: $localize`Loại phiếu này khỏi kết quả?`, label: $localize`Lý do`, verb: $localize`Loại phiếu` },
  restoration: { title: $localize`Tính lại phiếu này?`, label: $localize`Lý do`, verb: $localize`Khôi phục` },
} as const;
