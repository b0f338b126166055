import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { firstValueFrom } from 'rxjs';
import { refusalOf } from '../../platform/problem/refusal';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { ImportApi, type SetFile } from './import-api';
import { saveAs } from './save-as';

/** A set as a file: Excel to be filled in, Word to be printed, JSON to be kept. What can't be handed out is said, not stored as a file. */
@Component({
  selector: 'par-set-downloads',
  imports: [MatButton, RefusalNotice],
  template: `
    <div class="row" role="group" aria-label="Tải bộ tiêu chí về" i18n-aria-label>
      <button type="button" matButton="text" (click)="save('workbook')" i18n>Tải Excel</button>
      <button type="button" matButton="text" (click)="save('document.docx')" i18n>Tải Word</button>
      <button type="button" matButton="text" (click)="save('document.json')" i18n>Tải JSON</button>
    </div>
    <par-refusal-notice [text]="refused()" />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SetDownloads {
  private readonly api = inject(ImportApi);

  readonly id = input.required<string>();
  protected readonly refused = signal<string | null>(null);
  private busy = false;

  protected async save(file: SetFile): Promise<void> {
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.refused.set(null);
    try {
      saveAs(await firstValueFrom(this.api.download(this.id(), file)));
    } catch (error) {
      this.refused.set((await refusedBlob(error)) ?? refusalOf(error).detail);
    } finally {
      this.busy = false;
    }
  }
}

/** The sentence of a refusal that came where a file was asked for. */
async function refusedBlob(error: unknown): Promise<string | null> {
  const body: unknown = typeof error === 'object' && error !== null && 'error' in error ? error.error : null;
  if (!(body instanceof Blob)) {
    return null;
  }
  const text = await body.text();
  try {
    const problem = JSON.parse(text) as { readonly detail?: unknown; readonly errors?: readonly { readonly detail: string }[] };
    const [first] = problem.errors ?? [];
    return typeof problem.detail === 'string' ? [problem.detail, ...(first ? [first.detail] : [])].join(' ') : null;
  } catch {
    return null;
  }
}
