import { ChangeDetectionStrategy, Component, inject, input, linkedSignal, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { SealCheck } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { refusalOf } from '../../platform/problem/refusal';
import { FieldError } from '../../ui/feedback/field-error';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { FileDrop } from '../../ui/file-drop/file-drop';
import { MomentPipe } from '../../ui/format/date-pipes';
import { NumberPipe } from '../../ui/format/number-pipes';
import { Icon } from '../../ui/icon/icon';
import { LoadState } from '../../ui/loading/load-state';
import { PageHeader } from '../../ui/page-header/page-header';
import { Pager } from '../../ui/pager/pager';
import { AuditApi } from './audit-api';
import { SealFacts } from './seal-facts';

const ROOT = /^[0-9a-f]{64}$/;

/** Anybody checks a root that stands on a receipt or beside a published result, or a proof file. Nothing of any line of the log is told. */
@Component({
  selector: 'par-seal-check-page',
  imports: [FieldError, FileDrop, Icon, LoadState, MatButton, MomentPipe, NumberPipe, PageHeader, Pager, RefusalNotice, RouterLink, SealFacts],
  templateUrl: './seal-check-page.html',
  styles: `
    form { display: flex; flex-wrap: wrap; gap: var(--space-2); align-items: end; }
    .field { flex: 1; min-width: 200px; }
    .control, .code { font-family: ui-monospace, monospace; overflow-wrap: anywhere; }
    .seals { display: grid; gap: var(--space-2); }
    img { width: 160px; height: 160px; background: white; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SealCheckPage {
  private readonly api = inject(AuditApi);
  private readonly router = inject(Router);

  /** Absent before a root is given. */
  readonly root = input<string>();

  protected readonly largest = 1024 * 1024;
  protected readonly typed = linkedSignal(() => this.root() ?? '');
  protected readonly wrongRoot = signal<string | null>(null);
  protected readonly refused = signal<string | null>(null);
  protected readonly verdict = linkedSignal<string | undefined, SealCheck | null>({ source: this.root, computation: () => null });
  protected readonly page = signal(1);
  protected readonly loaded = rxResource({ params: this.root, stream: ({ params }) => this.api.seal(params) });
  protected readonly seals = rxResource({ params: this.page, stream: ({ params }) => this.api.seals(params) });

  protected async find(event: Event): Promise<void> {
    event.preventDefault();
    const root = this.typed().trim().toLowerCase();
    const isRoot = ROOT.test(root);
    this.wrongRoot.set(isRoot ? null : $localize`Gốc niêm phong có 64 ký tự từ 0 đến 9 và từ a đến f. Hãy chép lại đủ, hoặc quét mã.`);
    if (isRoot) {
      await this.router.navigate(['/public/seals', root]);
    }
  }

  protected async take(files: readonly File[]): Promise<void> {
    const [file] = files;
    this.refused.set(null);
    this.verdict.set(null);
    const shown = file ? readShown(await file.text()) : null;
    if (shown === null) {
      this.refused.set($localize`Đây không phải tệp chứng minh. Hãy chọn đúng tệp .json đã tải về.`);
      return;
    }
    try {
      this.verdict.set(await firstValueFrom(this.api.checkShown(shown)));
    } catch (error) {
      this.refused.set(refusalOf(error).detail);
    }
  }
}

/** The proof alone, also out of the answer that holds it. */
function readShown(text: string): object | null {
  try {
    const shown = JSON.parse(text) as { readonly proof?: unknown } | null;
    const proof = typeof shown === 'object' && shown !== null ? (shown.proof ?? shown) : null;
    return typeof proof === 'object' ? proof : null;
  } catch {
    return null;
  }
}
