import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { firstValueFrom } from 'rxjs';
import { refusalOf } from '../../platform/problem/refusal';
import { Toasts } from '../../platform/toast/toasts';
import { Chip } from '../../ui/chips/chip';
import { MomentPipe } from '../../ui/format/date-pipes';
import { Icon } from '../../ui/icon/icon';
import { LoadState } from '../../ui/loading/load-state';
import { Confirm } from '../../ui/prompt/confirm';
import { AccountApi } from './account-api';

/** Where the own account is signed in; each can be ended, or all others at once. */
@Component({
  selector: 'par-own-sessions',
  imports: [Chip, Icon, LoadState, MatButton, MomentPipe],
  templateUrl: './own-sessions.html',
  styleUrl: './own-sessions.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OwnSessions {
  private readonly api = inject(AccountApi);
  private readonly toasts = inject(Toasts);
  private readonly confirm = inject(Confirm);

  protected readonly loaded = rxResource({ stream: () => this.api.sessions() });

  protected async end(id: string): Promise<void> {
    try {
      await firstValueFrom(this.api.endSession(id));
      this.toasts.done($localize`Đã kết thúc phiên đăng nhập.`);
      this.loaded.reload();
    } catch (error) {
      this.toasts.refused(refusalOf(error).detail);
    }
  }

  protected async endOthers(): Promise<void> {
    const sure = await this.confirm.ask({
      title: $localize`Kết thúc mọi phiên khác?`,
      body: $localize`Những máy khác đang đăng nhập bằng tài khoản này phải đăng nhập lại. Phiên đang dùng vẫn giữ.`,
      verb: $localize`Kết thúc mọi phiên khác`,
    });
    if (!sure) {
      return;
    }
    try {
      await firstValueFrom(this.api.endOtherSessions());
      this.toasts.done($localize`Đã kết thúc mọi phiên khác.`);
      this.loaded.reload();
    } catch (error) {
      this.toasts.refused(refusalOf(error).detail);
    }
  }
}
