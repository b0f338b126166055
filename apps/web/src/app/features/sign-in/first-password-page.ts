import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { DemoBanner } from '../../layout/demo-banner/demo-banner';
import { refusalOf } from '../../platform/problem/refusal';
import { SessionApi } from '../../platform/session/session-api';
import { Toasts } from '../../platform/toast/toasts';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { PasswordForm } from '../../ui/password/password-form';

/** Spends a one-use link: the first password, or a new one. The token stands behind `#`, so that no server writes it down. */
@Component({
  selector: 'par-first-password-page',
  imports: [DemoBanner, PasswordForm, RefusalNotice, RouterLink],
  template: `
    <par-demo-banner />
    <main>
      <h1 i18n>Đặt mật khẩu</h1>
      <p class="muted" i18n>Đường dẫn này dùng được một lần. Sau khi đặt mật khẩu, hãy đăng nhập bằng tên đăng nhập đã được cấp.</p>
      @if (token) {
        <par-password-form verb="Đặt mật khẩu" i18n-verb [busy]="busy()" (chosen)="set($event)" />
      } @else {
        <p class="notice" role="alert" i18n>Đường dẫn thiếu mã. Hãy mở lại đúng đường dẫn mà quản trị hệ thống đã gửi.</p>
      }
      <par-refusal-notice [text]="refused()" />
      <p><a routerLink="/sign-in" i18n>Về trang đăng nhập</a></p>
    </main>
  `,
  styles: `
    main { display: grid; gap: var(--space-5); max-width: 432px; margin: 0 auto; padding: clamp(var(--space-6), 12vh, 120px) var(--space-4); }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FirstPasswordPage {
  private readonly api = inject(SessionApi);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);

  protected readonly token = inject(ActivatedRoute).snapshot.fragment;
  protected readonly busy = signal(false);
  protected readonly refused = signal<string | null>(null);

  protected async set(newPassword: string): Promise<void> {
    this.busy.set(true);
    this.refused.set(null);
    try {
      await firstValueFrom(this.api.spendLink(this.token ?? '', { newPassword }));
      this.toasts.done($localize`Đã đặt mật khẩu. Bạn có thể đăng nhập.`);
      await this.router.navigate(['/sign-in']);
    } catch (error) {
      this.refused.set(refusalOf(error).field('/newPassword') ?? refusalOf(error).detail);
    } finally {
      this.busy.set(false);
    }
  }
}
