import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { ReceiptCheck } from '@par-index/contract';
import { Icon } from '../../ui/icon/icon';
import { ReceiptFacts } from './receipt-facts';

/** Genuine or not, in words: which field is not what it was, and what is kept under the number. */
@Component({
  selector: 'par-receipt-verdict',
  imports: [Icon, ReceiptFacts],
  template: `
    @if (check().genuine) {
      <p class="notice notice-full" role="status"><par-icon name="check" /><span i18n><strong>Biên nhận thật</strong>, còn nguyên như khi cấp.</span></p>
      @if (check().kept === null) {
        <p class="notice" i18n>Chữ ký đúng, nhưng hệ thống hiện không còn bản lưu của biên nhận này. Hãy báo Sở Nội vụ.</p>
      }
    } @else {
      <div class="notice notice-late" role="alert">
        <par-icon name="error" />
        <div>
          <p i18n><strong>Không đúng biên nhận đã cấp.</strong> Những chỗ khác:</p>
          <ul>
            @for (finding of check().findings; track $index) { <li>{{ finding.detail }}</li> }
          </ul>
          <p i18n>Đừng dùng tệp này. Hãy hỏi cơ quan nộp để lấy biên nhận gốc.</p>
        </div>
      </div>
    }
    @if (check().kept; as kept) {
      <section class="panel panel-body stack" aria-labelledby="kept-title">
        <h2 id="kept-title" i18n>Biên nhận hệ thống lưu với số này</h2>
        <par-receipt-facts [receipt]="kept" base="/public/receipts" />
      </section>
    }
  `,
  styles: `
    :host { display: grid; gap: var(--space-4); }
    ul { padding-left: var(--space-5); list-style: disc; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReceiptVerdict {
  readonly check = input.required<ReceiptCheck>();
}
