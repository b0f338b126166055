import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { type AttachFields, EVIDENCE_TYPES, type EvidenceLinkView, type LinkEvidenceRequest, type ReferenceEvidenceRequest } from '@par-index/contract';
import { lastValueFrom, type Observable, tap } from 'rxjs';
import { type Refusal, refusalOf } from '../../platform/problem/refusal';
import { Site } from '../../platform/site/site';
import { Toasts } from '../../platform/toast/toasts';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { FileDrop } from '../../ui/file-drop/file-drop';
import { Icon } from '../../ui/icon/icon';
import { type CriterionPlace, EvidenceApi, progressOf } from './evidence-api';
import { EvidenceForm } from './evidence-form';
import { EvidenceReuse } from './evidence-reuse';

type Way = 'file' | 'reuse' | 'reference';
const LARGEST = 50 * 1024 * 1024;

/** The three ways to put a document under a criterion: a file, one that the agency has already, or only its address or number. */
@Component({
  selector: 'par-evidence-add',
  imports: [EvidenceForm, EvidenceReuse, FileDrop, Icon, RefusalNotice],
  templateUrl: './evidence-add.html',
  styleUrl: './evidence-add.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EvidenceAdd {
  private readonly api = inject(EvidenceApi);
  private readonly site = inject(Site);
  private readonly toasts = inject(Toasts);

  readonly place = input.required<CriterionPlace>();
  readonly issuer = input('');
  readonly usedDocuments = input<ReadonlySet<string>>(new Set());
  readonly added = output<EvidenceLinkView>();

  protected readonly way = signal<Way>('file');
  protected readonly file = signal<File | null>(null);
  protected readonly progress = signal<number | null>(null);
  protected readonly refusal = signal<Refusal | null>(null);
  /** A refusal that no field stands for. */
  protected readonly noticed = computed(() => (this.refusal()?.fields.length ? null : this.refusal()?.detail));
  protected readonly types = Object.values(EVIDENCE_TYPES);
  protected readonly largest = () => this.site.view()?.maxEvidenceBytes ?? LARGEST;
  protected readonly ways: readonly { readonly way: Way; readonly words: string }[] = [
    { way: 'file', words: $localize`Tải tệp lên` },
    { way: 'reuse', words: $localize`Tài liệu đã có` },
    { way: 'reference', words: $localize`Đường dẫn, số hiệu` },
  ];

  protected choose(way: Way): void {
    this.way.set(way);
    this.refusal.set(null);
  }

  protected take([file]: readonly File[]): void {
    this.refusal.set(null);
    this.file.set(file ?? null);
  }

  protected async upload(file: File, fields: AttachFields): Promise<void> {
    this.progress.set(0);
    const events = this.api.attach(this.place(), file, fields).pipe(tap((event) => this.progress.update((before) => progressOf(event) ?? before)));
    const last = await this.attempt(events);
    this.progress.set(null);
    if (last && 'body' in last && last.body) {
      this.finish(last.body as EvidenceLinkView);
    }
  }

  protected async link(request: LinkEvidenceRequest): Promise<void> {
    this.finish(await this.attempt(this.api.link(this.place(), request)));
  }

  protected async refer(request: ReferenceEvidenceRequest): Promise<void> {
    this.finish(await this.attempt(this.api.reference(this.place(), request)));
  }

  private async attempt<T>(command: Observable<T>): Promise<T | null> {
    this.refusal.set(null);
    try {
      return await lastValueFrom(command);
    } catch (error) {
      this.refusal.set(refusalOf(error));
      return null;
    }
  }

  private finish(link: EvidenceLinkView | null): void {
    if (link) {
      this.file.set(null);
      this.way.set('file');
      this.toasts.done($localize`Đã thêm tài liệu kiểm chứng.`);
      this.added.emit(link);
    }
  }
}
