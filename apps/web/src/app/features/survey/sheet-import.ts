import { ChangeDetectionStrategy, Component, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { SheetError } from '@par-index/contract';
import { firstValueFrom, type Observable } from 'rxjs';
import { refusalOf } from '../../platform/problem/refusal';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { FileDrop } from '../../ui/file-drop/file-drop';

/** What an import comes to, tried out or done. */
export interface SheetView {
  readonly rows: readonly unknown[];
  readonly errors: readonly SheetError[];
}

/** An Excel list: tried out first, with what is wrong in which row, and then taken in. */
@Component({
  selector: 'par-sheet-import',
  imports: [FileDrop, MatButton, RefusalNotice],
  template: `
    <p><a [href]="template()" i18n>Tải tệp mẫu</a></p>
    <par-file-drop label="Chọn hoặc kéo tệp Excel vào đây" i18n-label [accept]="['.xlsx']" [maxBytes]="limit" (chosen)="tryOut($event[0])" />
    @if (tried(); as view) {
      <p role="status" i18n>Tệp có {{ view.rows.length }} dòng đúng, {{ view.errors.length }} chỗ sai.</p>
      @if (view.errors.length > 0) {
        <ul>
          @for (error of view.errors; track $index) { <li>{{ error.cell }}: {{ error.detail }}</li> }
        </ul>
      } @else {
        <div><button type="button" matButton="filled" [disabled]="busy()" (click)="take()" i18n>Nhập {{ view.rows.length }} dòng</button></div>
      }
    }
    <par-refusal-notice [text]="refused()" />
  `,
  styles: `:host { display: grid; gap: var(--space-3); } p { margin: 0; }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SheetImport<T extends SheetView> {
  /** Where an empty list is to be had. */
  readonly template = input.required<string>();
  readonly send = input.required<(file: File, dryRun: 'true' | 'false') => Observable<T>>();
  readonly taken = output<T>();

  protected readonly limit = 5 * 1024 * 1024;
  protected readonly tried = signal<T | null>(null);
  protected readonly busy = signal(false);
  protected readonly refused = signal<string | null>(null);
  private file: File | null = null;

  protected async tryOut(file: File | undefined): Promise<void> {
    this.file = file ?? null;
    this.tried.set(null);
    this.tried.set(await this.run('true'));
  }

  protected async take(): Promise<void> {
    const taken = await this.run('false');
    if (taken) {
      this.tried.set(null);
      this.taken.emit(taken);
    }
  }

  private async run(dryRun: 'true' | 'false'): Promise<T | null> {
    if (this.file === null) {
      return null;
    }
    this.busy.set(true);
    this.refused.set(null);
    try {
      return await firstValueFrom(this.send()(this.file, dryRun));
    } catch (error) {
      this.refused.set(refusalOf(error).detail);
      return null;
    } finally {
      this.busy.set(false);
    }
  }
}
