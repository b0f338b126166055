import { HttpClient } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, inject, linkedSignal, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import {
  NOTIFICATION_DELIVERIES,
  NOTIFICATION_DELIVERY_WORDS,
  NOTIFICATION_KIND_WORDS,
  type NotificationDelivery,
  type NotificationKind,
  type NotificationPreferencesView,
} from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { shownLanguage } from '../../platform/language/load-language';
import { refusalOf } from '../../platform/problem/refusal';
import { Toasts } from '../../platform/toast/toasts';
import { LoadState } from '../../ui/loading/load-state';

const ADDRESS = '/api/v1/account/notification-preferences';

/** How one wants to be told, for each kind by itself. A choice is kept at once. */
@Component({
  selector: 'par-notification-preferences',
  imports: [LoadState],
  template: `
    <section class="stack" id="notifications" aria-labelledby="notifications-title">
      <h2 id="notifications-title" i18n>Cách nhận thông báo</h2>
      @if (view(); as view) {
        <p class="muted">
          @if (view.email; as email) {
            <ng-container i18n>Mọi thông báo đều có trong hộp thông báo. Thư được gửi đến {{ email }}.</ng-container>
          } @else {
            <ng-container i18n>Mọi thông báo đều có trong hộp thông báo. Tài khoản chưa có địa chỉ thư nên không gửi thư; quản trị hệ thống nhập được địa chỉ.</ng-container>
          }
        </p>
        <ul class="panel">
          @for (line of view.preferences; track line.kind) {
            <li>
              <label [for]="'notified-' + line.kind">{{ kindWords[line.kind] }}</label>
              <select #box class="control" [id]="'notified-' + line.kind" [value]="line.delivery" [disabled]="busy()" (change)="choose(line.kind, box.value)">
                @for (delivery of deliveries; track delivery) {
                  <option [value]="delivery" [selected]="delivery === line.delivery">{{ deliveryWords[delivery] }}</option>
                }
              </select>
            </li>
          }
        </ul>
      } @else {
        <par-load-state [of]="loaded" [rows]="6" />
      }
    </section>
  `,
  styles: `
    li { display: flex; flex-wrap: wrap; gap: var(--space-2) var(--space-4); align-items: center; justify-content: space-between; padding: var(--space-2) var(--space-5); }
    li + li { border-top: 1px solid var(--line); }
    label { flex: 1 1 14rem; }
    select { flex: 0 1 16rem; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotificationPreferences {
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);

  protected readonly deliveries = NOTIFICATION_DELIVERIES;
  protected readonly kindWords = NOTIFICATION_KIND_WORDS[shownLanguage()];
  protected readonly deliveryWords = NOTIFICATION_DELIVERY_WORDS[shownLanguage()];
  protected readonly busy = signal(false);
  protected readonly loaded = rxResource({ stream: () => this.http.get<NotificationPreferencesView>(ADDRESS) });
  protected readonly view = linkedSignal<NotificationPreferencesView | null>(() => (this.loaded.hasValue() ? this.loaded.value() : null));

  protected async choose(kind: NotificationKind, delivery: string): Promise<void> {
    this.busy.set(true);
    try {
      const preferences = [{ kind, delivery: delivery as NotificationDelivery }];
      this.view.set(await firstValueFrom(this.http.put<NotificationPreferencesView>(ADDRESS, { preferences })));
      this.toasts.done($localize`Đã lưu cách nhận thông báo.`);
    } catch (error) {
      this.toasts.refused(refusalOf(error).detail);
      this.loaded.reload();
    } finally {
      this.busy.set(false);
    }
  }
}
