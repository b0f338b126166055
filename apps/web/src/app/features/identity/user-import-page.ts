import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { UserImportView } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { refusalOf } from '../../platform/problem/refusal';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { FileDrop } from '../../ui/file-drop/file-drop';
import { PageHeader } from '../../ui/page-header/page-header';
import { IdentityApi } from './identity-api';
import { ImportLinks } from './import-links';
import { ImportRows } from './import-rows';
import { sheetErrorsOf } from './sheet-errors';

/** People from an Excel sheet: first what would happen, with every bad cell named, then all rows or none. */
@Component({
  selector: 'par-user-import-page',
  imports: [FileDrop, ImportLinks, ImportRows, MatButton, PageHeader, RefusalNotice, RouterLink],
  templateUrl: './user-import-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UserImportPage {
  private readonly api = inject(IdentityApi);

  protected readonly limit = 5 * 1024 * 1024;
  protected readonly file = signal<File | null>(null);
  protected readonly tried = signal<UserImportView | null>(null);
  protected readonly done = signal<UserImportView | null>(null);
  protected readonly refused = signal<string | null>(null);
  protected readonly busy = signal(false);
  protected readonly importable = computed(() => {
    const tried = this.tried();
    return tried !== null && tried.errors.length === 0 && tried.rows.some(({ effect }) => effect !== 'unchanged');
  });

  protected async tryOut(file: File | undefined): Promise<void> {
    if (!file) {
      return;
    }
    this.file.set(file);
    this.done.set(null);
    this.tried.set(await this.send(file, 'dry-run'));
  }

  protected async importNow(): Promise<void> {
    const file = this.file();
    if (file) {
      this.done.set(await this.send(file, 'import'));
    }
  }

  /** A sheet with bad cells is an answer too: they are shown like those of the dry run. */
  private async send(file: File, mode: 'dry-run' | 'import'): Promise<UserImportView | null> {
    this.busy.set(true);
    this.refused.set(null);
    try {
      return await firstValueFrom(this.api.importUsers(file, mode));
    } catch (error) {
      const refusal = refusalOf(error);
      this.refused.set(refusal.detail);
      const errors = sheetErrorsOf(refusal.fields);
      return errors.length > 0 ? { dryRun: true, rows: [], errors, links: [] } : null;
    } finally {
      this.busy.set(false);
    }
  }
}
