import { ChangeDetectionStrategy, Component, inject, input, linkedSignal, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { readReceiptNumber, type ReceiptCheck } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { refusalOf } from '../../platform/problem/refusal';
import { SealMark } from '../../platform/seal/seal-mark';
import { FieldError } from '../../ui/feedback/field-error';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { FileDrop } from '../../ui/file-drop/file-drop';
import { Icon } from '../../ui/icon/icon';
import { LoadState } from '../../ui/loading/load-state';
import { PageHeader } from '../../ui/page-header/page-header';
import { ReceiptApi } from './receipt-api';
import { ReceiptFacts } from './receipt-facts';
import { ReceiptVerdict } from './receipt-verdict';
import { readReceipt } from './receipt-words';

/** Anybody checks a receipt: by its number, or the file itself, which tells which field was changed. Nothing of an answer or a score is told. */
@Component({
  selector: 'par-receipt-check-page',
  imports: [FieldError, FileDrop, Icon, LoadState, MatButton, PageHeader, ReceiptFacts, ReceiptVerdict, RefusalNotice, SealMark],
  templateUrl: './receipt-check-page.html',
  styles: `
    textarea { font-family: ui-monospace, monospace; }
    form { display: flex; flex-wrap: wrap; gap: var(--space-2); align-items: end; }
    .field { flex: 1; min-width: 200px; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReceiptCheckPage {
  private readonly api = inject(ReceiptApi);
  private readonly router = inject(Router);

  /** Absent before a number is given. */
  readonly number = input<string>();

  protected readonly largest = 1024 * 1024;
  protected readonly typed = linkedSignal(() => this.number() ?? '');
  protected readonly wrongNumber = signal<string | null>(null);
  protected readonly pasted = signal('');
  protected readonly refused = signal<string | null>(null);
  protected readonly verdict = linkedSignal<string | undefined, ReceiptCheck | null>({ source: this.number, computation: () => null });
  protected readonly loaded = rxResource({ params: this.number, stream: ({ params }) => this.api.getPublic(params) });

  protected async find(event: Event): Promise<void> {
    event.preventDefault();
    const number = readReceiptNumber(this.typed());
    this.wrongNumber.set(number === null ? $localize`Số biên nhận có dạng BN2026-XXXXX-XXXXX. Hãy xem lại số trên biên nhận.` : null);
    if (number !== null) {
      await this.router.navigate(['/public/receipts', number]);
    }
  }

  protected async take(files: readonly File[]): Promise<void> {
    const [file] = files;
    if (file) {
      await this.check(await file.text());
    }
  }

  protected async check(text: string): Promise<void> {
    this.refused.set(null);
    this.verdict.set(null);
    const shown = readReceipt(text);
    if (shown === null || typeof shown !== 'object') {
      this.refused.set($localize`Đây không phải tệp biên nhận. Hãy chọn đúng tệp .json đã tải về, hoặc dán toàn bộ nội dung của nó.`);
      return;
    }
    try {
      this.verdict.set(await firstValueFrom(this.api.check(shown)));
    } catch (error) {
      this.refused.set(refusalOf(error).detail);
    }
  }
}
