import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import type { CampaignView } from '@par-index/contract';
import { NumberPipe } from '../../ui/format/number-pipes';
import { LoadState } from '../../ui/loading/load-state';
import { officeName } from './office-name';
import { SurveyApi } from './survey-api';
import { CHANNEL_WORDS } from './survey-words';

/** What has arrived: by office against its target, by group and by channel. */
@Component({
  selector: 'par-campaign-progress',
  imports: [LoadState, MatButton, NumberPipe],
  template: `
    @if (loaded.hasValue()) {
      <div class="row row-apart">
        <p><strong class="figure">{{ loaded.value().received | num }}</strong> <span i18n>phiếu đã nhận, {{ loaded.value().waiting | num }} chưa vào kết quả</span></p>
        <button type="button" matButton="outlined" (click)="loaded.reload()" i18n>Tải lại</button>
      </div>
      <div class="tables">
        <table class="panel">
          <caption i18n>Theo nơi được khảo sát</caption>
          <thead><tr><th scope="col" i18n>Nơi được khảo sát</th><th scope="col" class="number" i18n>Đã nhận</th><th scope="col" class="number" i18n>Cỡ mẫu</th><th scope="col" i18n>Tiến độ</th></tr></thead>
          <tbody>
            @for (line of offices(); track line.id) {
              <tr>
                <th scope="row">{{ line.name }}</th>
                <td class="number">{{ line.received | num }}</td>
                <td class="number">{{ line.target | num }}</td>
                <td>@if (line.target; as target) { <progress [max]="target" [value]="line.received" [attr.aria-label]="line.name"></progress> }</td>
              </tr>
            }
          </tbody>
        </table>
        <table class="panel">
          <caption i18n>Theo nhóm người trả lời</caption>
          <thead><tr><th scope="col" i18n>Nhóm</th><th scope="col" class="number" i18n>Được mời</th><th scope="col" class="number" i18n>Mã đã dùng</th><th scope="col" class="number" i18n>Đã nhận</th></tr></thead>
          <tbody>
            @for (group of loaded.value().groups; track group.code) {
              <tr><th scope="row">{{ group.name }}</th><td class="number">{{ group.invited | num }}</td><td class="number">{{ group.spent | num }}</td><td class="number">{{ group.received | num }}</td></tr>
            }
            @for (channel of loaded.value().channels; track channel.channel) {
              <tr><th scope="row" colspan="3">{{ channels[channel.channel] }}</th><td class="number">{{ channel.received | num }}</td></tr>
            }
          </tbody>
        </table>
      </div>
    } @else {
      <par-load-state [of]="loaded" />
    }
  `,
  styleUrl: './survey-tables.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CampaignProgressPart {
  readonly campaign = input.required<CampaignView>();
  private readonly api = inject(SurveyApi);
  protected readonly channels = CHANNEL_WORDS;
  protected readonly loaded = rxResource({ params: () => this.campaign().id, stream: ({ params }) => this.api.progress(params) });
  protected readonly offices = computed(() => {
    const received = new Map(this.loaded.hasValue() ? this.loaded.value().offices.map((office) => [office.officeId, office.received]) : []);
    return this.campaign().officeList.map((office) => ({ id: office.id, name: officeName(office), target: office.target, received: received.get(office.id) ?? 0 }));
  });
}
