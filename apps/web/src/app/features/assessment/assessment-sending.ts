import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Online } from '../../platform/navigation/online';
import { Session } from '../../platform/session/session';
import { MomentPipe } from '../../ui/format/date-pipes';
import { Icon } from '../../ui/icon/icon';
import { AssessmentDesk } from './assessment-desk';

/** At the foot of the page while something typed is not on the server: how many criteria, why, and what can be done. That there is no network stands at the top of every page. */
@Component({
  selector: 'par-sending-strip',
  imports: [Icon, MatButton, MomentPipe, RouterLink],
  template: `
    @if (shown()) {
      <div class="strip no-print" role="status">
        <par-icon [name]="online() ? 'warning' : 'offline'" [size]="18" />
        <span class="words">
          @if (!online()) { <strong i18n>Mất kết nối mạng.</strong>&ngsp; }
          @if (desk.keptAt(); as at) { <ng-container i18n>Đang xem bản lưu trên máy này lúc {{ at | moment }}.</ng-container>&ngsp; }
          @if (count() > 0) {
            <ng-container i18n>{{ count() }} tiêu chí chưa gửi được lên máy chủ, nội dung được giữ trên máy này.</ng-container>&ngsp;
          }
          @if (conflicts() > 0) { <ng-container i18n>Trong đó {{ conflicts() }} tiêu chí cần bạn chọn nội dung.</ng-container>&ngsp; }
          @if (somebodyElse(); as name) {
            <ng-container i18n>Trình duyệt đang đăng nhập bằng tài khoản {{ name }}. Hãy đăng nhập lại bằng tài khoản của bạn để gửi tiếp.</ng-container>
          }
        </span>
        @if (elsewhere(); as code) {
          <a matButton="text" [routerLink]="['/assessments', assessmentId(), code]" i18n>Mở tiêu chí {{ code }}</a>
        }
        @if (online() && count() > conflicts()) {
          <button type="button" matButton="text" (click)="desk.wake()" i18n>Gửi lại ngay</button>
        }
      </div>
    }
  `,
  styles: `
    :host { position: sticky; z-index: 1; bottom: 0; display: block; }
    .strip {
      display: flex; flex-wrap: wrap; gap: var(--space-1) var(--space-3); align-items: center;
      padding: var(--space-1) var(--space-5); color: var(--on-partial-soft); background: var(--partial-soft); border-top: 1px solid var(--line);
    }
    .words { flex: 1 1 320px; padding: var(--space-1) 0; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SendingStrip {
  protected readonly desk = inject(AssessmentDesk);
  protected readonly online = inject(Online).online;
  private readonly session = inject(Session);

  readonly assessmentId = input.required<string>();
  /** The criterion that is open. */
  readonly code = input<string | null>(null);

  /** A moment of sending is said beside the field alone. */
  private readonly waiting = computed(() => this.desk.unsent().filter((code) => !this.online() || this.desk.situation(code)?.state !== 'saving'));
  protected readonly count = computed(() => this.waiting().length);
  private readonly colliding = computed(() => this.waiting().filter((code) => this.desk.situation(code)?.state === 'conflict'));
  protected readonly conflicts = computed(() => this.colliding().length);
  /** Where to go next, unless the reader is there. */
  protected readonly elsewhere = computed(() => [...this.colliding(), ...this.waiting()].find((code) => code !== this.code()) ?? null);
  protected readonly shown = computed(() => this.count() > 0 || this.desk.keptAt() !== null);
  /** Whoever is signed in by now in the place of the one who typed. */
  protected readonly somebodyElse = computed(() => {
    const view = this.session.view();
    return view && this.desk.writtenBy() !== null && view.userId !== this.desk.writtenBy() ? view.fullName : null;
  });
}
