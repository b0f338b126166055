import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { FindingView } from '@par-index/contract';
import type { CriteriaSet } from '@par-index/scoring';
import { firstValueFrom } from 'rxjs';
import { refusalOf } from '../../platform/problem/refusal';
import { Toasts } from '../../platform/toast/toasts';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { FileDrop } from '../../ui/file-drop/file-drop';
import { Icon } from '../../ui/icon/icon';
import { PageHeader } from '../../ui/page-header/page-header';
import { CriteriaApi } from './criteria-api';
import { readJson } from './json-places';
import { MarkedFile } from './marked-file';
import type { LineFinding } from './marked-lines';
import { SetReader } from './set-reader';

/** A file that was read: what is wrong with it, and the set where nothing is. */
interface ReadFile {
  readonly name: string;
  readonly text: string;
  readonly findings: readonly LineFinding[];
  readonly set: CriteriaSet | null;
}

/** A criteria set from a JSON file: checked first, its findings shown in the file itself, then loaded as a new version. */
@Component({
  selector: 'par-load-criteria-set-page',
  imports: [FileDrop, Icon, MarkedFile, MatButton, PageHeader, RefusalNotice, RouterLink, SetReader],
  templateUrl: './load-criteria-set-page.html',
  styleUrl: './load-criteria-set-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LoadCriteriaSetPage {
  private readonly api = inject(CriteriaApi);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);

  protected readonly limit = 2 * 1024 * 1024;
  protected readonly file = signal<ReadFile | null>(null);
  protected readonly code = signal<string | null>(null);
  protected readonly busy = signal(false);
  protected readonly refused = signal<string | null>(null);
  protected readonly errors = computed(() => (this.file()?.findings ?? []).filter(({ severity }) => severity === 'error').length);

  protected async read(chosen: File | undefined): Promise<void> {
    if (!chosen || this.busy()) {
      return;
    }
    this.busy.set(true);
    this.refused.set(null);
    this.code.set(null);
    try {
      this.file.set(await this.judge(chosen.name, await chosen.text()));
    } catch (error) {
      this.refused.set(refusalOf(error).detail);
    } finally {
      this.busy.set(false);
    }
  }

  protected async load(set: CriteriaSet): Promise<void> {
    this.busy.set(true);
    this.refused.set(null);
    try {
      const loaded = await firstValueFrom(this.api.load(set));
      this.toasts.done($localize`Đã nạp bộ tiêu chí, bản ${loaded.versionNumber}:version:.`);
      await this.router.navigate(['/criteria-sets', loaded.id]);
    } catch (error) {
      this.refused.set(refusalOf(error).detail);
    } finally {
      this.busy.set(false);
    }
  }

  private async judge(name: string, text: string): Promise<ReadFile> {
    const json = readJson(text);
    if (!json.ok) {
      return { name, text, findings: [{ line: json.line, severity: 'error', detail: json.detail }], set: null };
    }
    const { valid, findings } = await firstValueFrom(this.api.check(json.document));
    const placed = findings.map(({ pointer, severity, detail }: FindingView) => ({ line: json.lineOf(pointer), severity, detail }));
    return { name, text, findings: placed, set: valid ? (json.document as CriteriaSet) : null };
  }
}
