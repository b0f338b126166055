import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PublicReceipt } from '@par-index/contract';
import { Chip } from '../../ui/chips/chip';
import { MomentPipe } from '../../ui/format/date-pipes';
import { RECEIPT_ROUNDS } from './receipt-words';

/** What a receipt says to anybody: who, what, when, late or not. `base` is where other numbers are shown. */
@Component({
  selector: 'par-receipt-facts',
  imports: [Chip, MomentPipe, RouterLink],
  template: `
    <dl>
      <dt i18n>Số biên nhận</dt><dd class="code">{{ receipt().number }}</dd>
      <dt i18n>Cơ quan nộp</dt><dd>{{ receipt().agencyName }}</dd>
      <dt i18n>Kỳ đánh giá</dt><dd>{{ receipt().cycleTitle }}</dd>
      <dt i18n>Nội dung nộp</dt><dd>{{ rounds[receipt().round] }}</dd>
      <dt i18n>Thời điểm nộp (giờ máy chủ)</dt><dd>{{ receipt().issuedAt | moment }}</dd>
      <dt i18n>Hạn nộp</dt><dd>{{ receipt().deadlineAt | moment }}</dd>
      <dt i18n>Tình trạng</dt>
      <dd>
        @if (receipt().late) { <par-chip tone="late" icon="clock" i18n>Nộp sau hạn</par-chip> } @else { <par-chip tone="full" icon="check" i18n>Nộp đúng hạn</par-chip> }
      </dd>
      @if (receipt().replaces; as number) { <dt i18n>Thay cho biên nhận</dt><dd><a [routerLink]="[base(), number]">{{ number }}</a></dd> }
      @if (receipt().replacedBy; as number) { <dt i18n>Đã được thay bằng</dt><dd><a [routerLink]="[base(), number]">{{ number }}</a></dd> }
      <ng-content />
      <dt i18n>Mã băm (SHA-256)</dt><dd class="code">{{ receipt().digest }}</dd>
      <dt i18n>Khóa ký</dt><dd class="code">Ed25519 {{ receipt().keyId }}</dd>
    </dl>
  `,
  styles: `
    dl { display: grid; gap: 2px var(--space-5); }
    dt { color: var(--text-muted); font-size: var(--text-small); }
    dd { min-width: 0; margin-bottom: var(--space-3); overflow-wrap: anywhere; }
    .code { font-family: ui-monospace, monospace; font-size: 0.9375em; }
    @media (min-width: 700px) {
      dl { grid-template-columns: minmax(200px, 1fr) 2fr; gap: var(--space-2) var(--space-5); align-items: baseline; }
      dt { font-size: inherit; }
      dd { margin-bottom: 0; }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReceiptFacts {
  readonly receipt = input.required<Omit<PublicReceipt, 'genuine'>>();
  readonly base = input.required<string>();

  protected readonly rounds = RECEIPT_ROUNDS;
}
