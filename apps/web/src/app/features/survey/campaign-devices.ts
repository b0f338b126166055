import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import type { CampaignView, CreatedDevice, DeviceView } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { refusalOf } from '../../platform/problem/refusal';
import { CopyText } from '../../ui/copy-text/copy-text';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { LoadState } from '../../ui/loading/load-state';
import { Confirm } from '../../ui/prompt/confirm';
import { officeName } from './office-name';
import { SurveyApi } from './survey-api';

/** Kiosks of a campaign: each is opened once by its own address. */
@Component({
  selector: 'par-campaign-devices',
  imports: [CopyText, LoadState, MatButton, RefusalNotice],
  template: `
    @if (collects()) {
      <form class="row panel panel-body" novalidate (submit)="$event.preventDefault(); register(box.value, office.value)">
        <label class="filter"><ng-container i18n>Tên máy</ng-container> <input #box class="control" maxlength="200" /></label>
        <label class="filter"><ng-container i18n>Đặt tại</ng-container>
          <select #office class="control">
            @for (one of campaign().officeList; track one.id) { <option [value]="one.id">{{ name(one) }}</option> }
          </select>
        </label>
        <button type="submit" matButton="outlined" i18n>Đăng ký máy</button>
      </form>
    } @else {
      <p i18n>Máy tại quầy đăng ký được khi đợt khảo sát đang nhận phiếu.</p>
    }
    <par-refusal-notice [text]="refused()" />
    @if (created(); as device) {
      <div class="notice stack" role="status">
        <p i18n>Mở địa chỉ này trên máy «{{ device.name }}». Địa chỉ chỉ hiện một lần.</p>
        <p class="url">{{ address() }}</p>
        <par-copy-text [text]="address()" label="Chép địa chỉ" i18n-label />
      </div>
    }
    @if (loaded.hasValue()) {
      <table class="panel">
        <caption class="visually-hidden" i18n>Máy tại quầy</caption>
        <thead><tr><th scope="col" i18n>Tên máy</th><th scope="col" i18n>Đặt tại</th><th scope="col" i18n>Trạng thái</th></tr></thead>
        <tbody>
          @for (device of loaded.value(); track device.id) {
            <tr>
              <th scope="row">{{ device.name }}</th>
              <td>{{ places().get(device.officeId) }}</td>
              <td>
                @if (device.revoked) { <ng-container i18n>Đã thu hồi</ng-container> }
                @else if (collects()) { <button type="button" matButton="text" (click)="revoke(device)" i18n>Thu hồi</button> }
              </td>
            </tr>
          } @empty {
            <tr><td colspan="3" i18n>Chưa có máy nào.</td></tr>
          }
        </tbody>
      </table>
    } @else {
      <par-load-state [of]="loaded" />
    }
  `,
  styleUrl: './survey-tables.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CampaignDevices {
  readonly campaign = input.required<CampaignView>();
  private readonly api = inject(SurveyApi);
  private readonly confirm = inject(Confirm);

  protected readonly name = officeName;
  protected readonly collects = computed(() => this.campaign().openActions.includes('collect'));
  protected readonly places = computed(() => new Map(this.campaign().officeList.map((office) => [office.id, officeName(office)])));
  protected readonly created = signal<CreatedDevice | null>(null);
  protected readonly address = computed(() => `${location.origin}/khao-sat/kiosk#${this.created()?.token ?? ''}`);
  protected readonly refused = signal<string | null>(null);
  protected readonly loaded = rxResource({ params: () => this.campaign().id, stream: ({ params }) => this.api.devices(params) });

  protected register(name: string, officeId: string): Promise<void> {
    return this.run(async () => this.created.set(await firstValueFrom(this.api.registerDevice(this.campaign().id, { name, officeId }))));
  }

  protected async revoke({ id, name }: DeviceView): Promise<void> {
    const yes = await this.confirm.ask({ title: $localize`Thu hồi máy «${name}:name:»?`, body: $localize`Máy không gửi được phiếu nữa, kể cả phiếu đang chờ mạng.`, verb: $localize`Thu hồi` });
    if (yes) {
      await this.run(async () => firstValueFrom(this.api.revokeDevice(this.campaign().id, id)));
    }
  }

  private async run(command: () => Promise<unknown>): Promise<void> {
    this.refused.set(null);
    try {
      await command();
      this.loaded.reload();
    } catch (error) {
      const refusal = refusalOf(error);
      this.refused.set([refusal.detail, ...refusal.fields.map(({ detail }) => detail)].join(' '));
    }
  }
}
