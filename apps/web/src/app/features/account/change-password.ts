import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { type Refusal, refusalOf } from '../../platform/problem/refusal';
import { Toasts } from '../../platform/toast/toasts';
import { FieldError } from '../../ui/feedback/field-error';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { PasswordForm } from '../../ui/password/password-form';
import { AccountApi } from './account-api';

/** A new password for the own account. It ends every other session. */
@Component({
  selector: 'par-change-password',
  imports: [FieldError, PasswordForm, RefusalNotice],
  templateUrl: './change-password.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChangePassword {
  private readonly api = inject(AccountApi);
  private readonly toasts = inject(Toasts);

  protected readonly current = signal('');
  protected readonly busy = signal(false);
  protected readonly refusal = signal<Refusal | null>(null);
  /** The form is made anew after each success, which empties it. */
  protected readonly round = signal(1);

  protected async change(newPassword: string): Promise<void> {
    this.busy.set(true);
    this.refusal.set(null);
    try {
      await firstValueFrom(this.api.changePassword({ currentPassword: this.current(), newPassword }));
      this.current.set('');
      this.round.update((round) => round + 1);
      this.toasts.done($localize`Đã đổi mật khẩu. Các phiên khác đã kết thúc.`);
    } catch (error) {
      this.refusal.set(refusalOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
