import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { type CriteriaSetImportView, type CriteriaSetView, MOST_IMPORT_BYTES } from '@par-index/contract';
import type { CriteriaSet } from '@par-index/scoring';
import { firstValueFrom } from 'rxjs';
import { refusalOf } from '../../platform/problem/refusal';
import { Toasts } from '../../platform/toast/toasts';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { FileDrop } from '../../ui/file-drop/file-drop';
import { Icon } from '../../ui/icon/icon';
import { PageHeader } from '../../ui/page-header/page-header';
import { CriteriaApi } from './criteria-api';
import { ImportApi } from './import-api';
import { ImportDifference } from './import-difference';
import { ImportDoubts } from './import-doubts';
import { ImportOutline } from './import-outline';
import { ImportProblems } from './import-problems';
import { ImportStart } from './import-start';
import { type JsonPlaces, readJson } from './json-places';
import { keepDoubts } from './kept-doubts';
import { MarkedFile } from './marked-file';
import type { LineFinding } from './marked-lines';
import { SetReader } from './set-reader';

/** A JSON file as text, so that findings can be shown under their lines. */
interface JsonText {
  readonly text: string;
  readonly places: JsonPlaces;
}

interface ReadFile {
  readonly file: File;
  readonly json: JsonText | null;
  /** Null for a JSON file that stops being one: the server is not asked. */
  readonly view: CriteriaSetImportView | null;
}

const isJson = (file: File): boolean => file.name.toLowerCase().endsWith('.json');

/**
 * A criteria set from a file: JSON, a workbook, or the decision itself. First a dry run: everything wrong at its place, everything
 * doubtful to be confirmed, the difference from a set that is there; then a draft of it.
 */
@Component({
  selector: 'par-load-criteria-set-page',
  imports: [FileDrop, Icon, ImportDifference, ImportDoubts, ImportOutline, ImportProblems, ImportStart, MarkedFile, MatButton, PageHeader, RefusalNotice, RouterLink, SetReader],
  templateUrl: './load-criteria-set-page.html',
  styleUrl: './load-criteria-set-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LoadCriteriaSetPage {
  private readonly api = inject(ImportApi);
  private readonly criteria = inject(CriteriaApi);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);

  protected readonly limit = MOST_IMPORT_BYTES;
  protected readonly types = ['.xlsx', '.docx', '.json'] as const;
  protected readonly read = signal<ReadFile | null>(null);
  protected readonly view = computed(() => this.read()?.view ?? null);
  /** The chosen set to compare with; empty: the newest of the same code. */
  protected readonly against = signal('');
  protected readonly confirmed = signal<ReadonlySet<number>>(new Set());
  protected readonly code = signal<string | null>(null);
  protected readonly busy = signal(false);
  protected readonly refused = signal<string | null>(null);
  protected readonly sets = rxResource({ stream: () => this.criteria.list(), defaultValue: [] });
  protected readonly groups = rxResource({ stream: () => this.criteria.groups(), defaultValue: [] });

  protected readonly errors = computed(() => (this.view()?.findings ?? []).filter(({ severity }) => severity === 'error').length);
  protected readonly marks = computed(() => (this.view()?.doubts ?? []).map(({ pointer }) => pointer));
  /** Findings under the lines of a JSON file. */
  protected readonly lines = computed<readonly LineFinding[]>(() => {
    const { json, view } = this.read() ?? { json: null, view: null };
    if (json === null) {
      return [];
    }
    const { places } = json;
    return places.ok ? (view?.findings ?? []).map(({ pointer, severity, detail }) => ({ line: places.lineOf(pointer), severity, detail })) : [{ line: places.line, severity: 'error', detail: places.detail }];
  });
  /** The set, where nothing stands in its way. */
  protected readonly sound = computed(() => {
    const view = this.view();
    return view?.valid ? (view.document as CriteriaSet) : null;
  });

  protected async choose(file: File | undefined): Promise<void> {
    if (file) {
      this.confirmed.set(new Set());
      this.code.set(null);
      await this.preview(file);
    }
  }

  protected async compareWith(id: string): Promise<void> {
    this.against.set(id);
    const read = this.read();
    if (read) {
      await this.preview(read.file);
    }
  }

  /** Shows the first doubt of a criterion. */
  protected showDoubt(pointer: string): void {
    const index = this.marks().findIndex((mark) => mark === pointer || mark.startsWith(`${pointer}/`));
    const place = document.getElementById(`doubt-${index}`);
    place?.scrollIntoView({ block: 'center' });
    place?.focus();
  }

  /** What nobody has confirmed is kept for the draft, to be looked at later. */
  protected async open(draft: CriteriaSetView): Promise<void> {
    const left = (this.view()?.doubts ?? []).filter((_, index) => !this.confirmed().has(index));
    keepDoubts(draft.id, left);
    this.toasts.done($localize`Đã tạo bản nháp. Sửa tiếp rồi ban hành.`);
    await this.router.navigate(left.length > 0 ? ['/criteria-sets', draft.id, 'import-doubts'] : ['/criteria-sets', draft.id, 'edit']);
  }

  protected async publish(set: CriteriaSet): Promise<void> {
    await this.attempt(async () => {
      const loaded = await firstValueFrom(this.criteria.load(set));
      this.toasts.done($localize`Đã nạp bộ tiêu chí, bản ${loaded.versionNumber}:version:.`);
      await this.router.navigate(['/criteria-sets', loaded.id]);
    });
  }

  private async preview(file: File): Promise<void> {
    await this.attempt(async () => {
      const json = isJson(file) ? await jsonText(file) : null;
      const view = json?.places.ok === false ? null : await firstValueFrom(this.api.preview(file, this.against() || null));
      this.read.set({ file, json, view });
    });
  }

  private async attempt(deed: () => Promise<void>): Promise<void> {
    if (this.busy()) {
      return;
    }
    this.busy.set(true);
    this.refused.set(null);
    try {
      await deed();
    } catch (error) {
      const refusal = refusalOf(error);
      this.refused.set([refusal.detail, refusal.field('/file')].filter((words) => words !== null).join(' '));
    } finally {
      this.busy.set(false);
    }
  }
}

async function jsonText(file: File): Promise<JsonText> {
  const text = await file.text();
  return { text, places: readJson(text.replace(/^\ufeff/, '')) };
}
