import { HttpClient } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import type { SealedLineView } from '@par-index/contract';
import { MomentPipe } from '../../ui/format/date-pipes';

/** The seal of the log that covers a receipt or a published result: its root, its code, and the proof to take along. `of` is the address of the thing. */
@Component({
  selector: 'par-seal-mark',
  imports: [MomentPipe, RouterLink],
  template: `
    @if (loaded.hasValue()) {
      @if (loaded.value().proof?.seal; as seal) {
        <div class="mark">
          <img [src]="'/api/v1/public/audit-seals/' + seal.root + '/code.svg'" alt="Mã QR của gốc niêm phong" i18n-alt />
          <div>
            <p><a [routerLink]="['/public/seals', seal.root]" i18n>Niêm phong nhật ký số {{ seal.number }}</a><span class="muted small"> · {{ seal.sealedAt | moment }}</span></p>
            <p class="code small"><span class="visually-hidden" i18n>Gốc niêm phong:</span> {{ seal.root }}</p>
            <p class="small no-print"><a [href]="of() + '/seal'" download="chung-minh-niem-phong.json" i18n>Tải tệp chứng minh</a></p>
          </div>
        </div>
      } @else {
        <p class="muted small" i18n>Nhật ký chưa niêm phong đến đây; muộn nhất một phút nữa sẽ có gốc niêm phong.</p>
      }
    }
  `,
  styles: `
    .mark { display: flex; flex-wrap: wrap; gap: var(--space-3); align-items: center; }
    .mark > div { flex: 1 1 240px; min-width: 0; display: grid; gap: var(--space-1); }
    img { width: 112px; height: 112px; background: white; }
    .code { font-family: ui-monospace, monospace; overflow-wrap: anywhere; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SealMark {
  private readonly http = inject(HttpClient);

  /** Such as `/api/v1/public/receipts/BN2026-…`. */
  readonly of = input.required<string>();

  protected readonly loaded = rxResource({ params: this.of, stream: ({ params }) => this.http.get<SealedLineView>(`${params}/seal`) });
}
