import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { PageTitle } from '../../platform/navigation/page-title';
import { NumberPipe } from '../../ui/format/number-pipes';
import { Icon } from '../../ui/icon/icon';
import { LoadState } from '../../ui/loading/load-state';
import { PageHeader } from '../../ui/page-header/page-header';
import { ReceiptApi } from './receipt-api';
import { ReceiptFacts } from './receipt-facts';

/** A receipt for who handed in, and for whoever sees the assessment: what it attests, and its file, content and page to print for the agency. */
@Component({
  selector: 'par-receipt-page',
  imports: [Icon, LoadState, MatButton, NumberPipe, PageHeader, ReceiptFacts, RouterLink],
  template: `
    <div class="page">
      @if (loaded.hasValue()) {
        <par-page-header heading="Biên nhận {{ loaded.value().number }}" i18n-heading>
          <a crumb class="row" [routerLink]="['/assessments', loaded.value().assessmentId]"><par-icon name="previous" [size]="18" /><ng-container i18n>Hồ sơ của {{ loaded.value().agency.name }}</ng-container></a>
          @if (loaded.value().own) {
            <div actions class="row no-print">
              <a matButton="text" [href]="file('content')" download><par-icon name="download" [size]="18" /> <ng-container i18n>Nội dung đã nộp</ng-container></a>
              <a matButton="outlined" [href]="file('file')" download><par-icon name="download" [size]="18" /> <ng-container i18n>Tệp biên nhận</ng-container></a>
              <a matButton="filled" [href]="file('pdf')" download><par-icon name="download" [size]="18" /> <ng-container i18n>Bản in (PDF)</ng-container></a>
            </div>
          }
        </par-page-header>
        @if (loaded.value().replacedBy) {
          <p class="notice"><par-icon name="info" /><span i18n>Hồ sơ đã được mở lại và nộp lại sau biên nhận này.</span></p>
        }
        <section class="panel panel-body paper">
          <par-receipt-facts [receipt]="facts()!" base="/receipts">
            <dt i18n>Người ký nộp</dt><dd>{{ loaded.value().signedBy }}</dd>
            <dt i18n>Đã nộp</dt><dd i18n>{{ loaded.value().entries | num }} tiêu chí, {{ loaded.value().documents | num }} tài liệu</dd>
          </par-receipt-facts>
          <figure>
            <img [src]="code()" alt="Mã QR dẫn tới trang kiểm tra biên nhận này" i18n-alt width="160" height="160" />
            <figcaption class="muted small" i18n>Quét mã để kiểm tra, hoặc mở <a [routerLink]="['/public/receipts', loaded.value().number]">trang kiểm tra biên nhận</a>.</figcaption>
          </figure>
        </section>
        @if (loaded.value().own) {
          <p class="muted small reading no-print" i18n>Tệp biên nhận chứa mã băm của từng số liệu và từng tài liệu đã nộp, có chữ ký của hệ thống: giữ lại để chứng minh đã nộp gì, lúc nào. Nội dung đã nộp chứa chính các số liệu đó và chỉ cơ quan mình tải được.</p>
        }
      } @else {
        <par-load-state [of]="loaded" [rows]="8" />
      }
    </div>
  `,
  styles: `
    .paper { display: grid; gap: var(--space-5); }
    dt { color: var(--text-muted); }
    img { display: block; background: white; border-radius: var(--radius); }
    figure { display: grid; gap: var(--space-2); max-width: 240px; margin: 0; }
    @media (min-width: 900px) { .paper { grid-template-columns: 1fr auto; align-items: start; } }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReceiptPage {
  private readonly api = inject(ReceiptApi);

  readonly number = input.required<string>();

  protected readonly loaded = rxResource({ params: this.number, stream: ({ params }) => this.api.get(params) });
  protected readonly code = computed(() => `/api/v1/public/receipts/${encodeURIComponent(this.number())}/code.svg`);
  protected readonly facts = computed(() => {
    const receipt = this.loaded.hasValue() ? this.loaded.value() : null;
    return receipt && { ...receipt, agencyName: receipt.agency.name };
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.name($localize`Biên nhận ${this.number()}:number:`));
  }

  protected file(kind: 'file' | 'content' | 'pdf'): string {
    return `/api/v1/receipts/${encodeURIComponent(this.number())}/${kind}`;
  }
}
