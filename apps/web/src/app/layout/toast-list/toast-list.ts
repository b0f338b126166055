import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Toasts } from '../../platform/toast/toasts';
import { Icon } from '../../ui/icon/icon';

/** The messages at the foot of the window, in a region that screen readers follow. */
@Component({
  selector: 'par-toast-list',
  imports: [Icon],
  template: `
    <div role="status" aria-live="polite"><ul>
      @for (toast of toasts.toasts(); track toast.id) {
        <li [class]="toast.tone">
          <par-icon [name]="toast.tone === 'done' ? 'check' : 'error'" />
          <span>{{ toast.text }}</span>
          <button type="button" (click)="toasts.dismiss(toast.id)" aria-label="Đóng thông báo" i18n-aria-label><par-icon name="close" [size]="18" /></button>
        </li>
      }
    </ul></div>
  `,
  styleUrl: './toast-list.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ToastList {
  protected readonly toasts = inject(Toasts);
}
