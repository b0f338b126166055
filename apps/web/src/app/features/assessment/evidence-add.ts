import { ChangeDetectionStrategy, Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { EVIDENCE_TYPES, type EvidenceLinkView, type LinkEvidenceRequest, type ReferenceEvidenceRequest } from '@par-index/contract';
import { lastValueFrom, type Observable } from 'rxjs';
import { type Refusal, refusalOf } from '../../platform/problem/refusal';
import { Site } from '../../platform/site/site';
import { Toasts } from '../../platform/toast/toasts';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { FileDrop } from '../../ui/file-drop/file-drop';
import { type CriterionPlace, EvidenceApi } from './evidence-api';
import { EvidenceForm } from './evidence-form';
import { initialFieldsOf } from './evidence-item';
import { EvidenceItemForm } from './evidence-item-form';
import { EvidenceReuse } from './evidence-reuse';
import { EvidenceUnfinished } from './evidence-unfinished';
import { EvidenceUploads } from './evidence-uploads';

type Way = 'file' | 'reuse' | 'reference';
const LARGEST = 50 * 1024 * 1024;

/** The three ways to put a document under a criterion: files, one that the agency has already, or only its address or number. */
@Component({
  selector: 'par-evidence-add',
  imports: [EvidenceForm, EvidenceItemForm, EvidenceReuse, EvidenceUnfinished, FileDrop, MatButton, RefusalNotice],
  templateUrl: './evidence-add.html',
  styleUrl: './evidence-add.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EvidenceAdd {
  private readonly api = inject(EvidenceApi);
  private readonly site = inject(Site);
  private readonly toasts = inject(Toasts);
  private readonly uploads = inject(EvidenceUploads);

  readonly place = input.required<CriterionPlace>();
  readonly issuer = input('');
  /** The year that is assessed; null where it is not known yet. */
  readonly year = input<number | null>(null);
  readonly usedDocuments = input<ReadonlySet<string>>(new Set());
  readonly added = output<EvidenceLinkView>();

  protected readonly way = signal<Way>('file');
  protected readonly refusal = signal<Refusal | null>(null);
  /** A refusal that no field stands for. */
  protected readonly noticed = computed(() => (this.refusal()?.fields.length ? null : this.refusal()?.detail));
  protected readonly items = computed(() => this.uploads.at(this.place()));
  protected readonly described = computed(() => this.items().filter(({ busy }) => !busy()));
  protected readonly nothingTyped = computed(() => ({ ...initialFieldsOf({ name: '' }, this.issuer()) }));
  protected readonly types = Object.values(EVIDENCE_TYPES);
  protected readonly largest = () => this.site.view()?.maxEvidenceBytes ?? LARGEST;
  protected readonly ways: readonly { readonly way: Way; readonly words: string }[] = [
    { way: 'file', words: $localize`Tải tệp lên` },
    { way: 'reuse', words: $localize`Tài liệu đã có` },
    { way: 'reference', words: $localize`Đường dẫn, số hiệu` },
  ];

  constructor() {
    const before = untracked(this.uploads.saved);
    effect(() => {
      const link = this.uploads.saved();
      if (link && link !== before) {
        untracked(() => this.finish(link));
      }
    });
  }

  protected choose(way: Way): void {
    this.way.set(way);
    this.refusal.set(null);
  }

  protected take(files: readonly File[]): void {
    this.uploads.add(this.place(), files, this.issuer());
  }

  protected saveAll(): void {
    this.described().forEach((item) => void this.uploads.save(item));
  }

  protected async link(request: LinkEvidenceRequest): Promise<void> {
    await this.attempt(this.api.link(this.place(), request));
  }

  protected async refer(request: ReferenceEvidenceRequest): Promise<void> {
    await this.attempt(this.api.reference(this.place(), request));
  }

  private async attempt(command: Observable<EvidenceLinkView>): Promise<void> {
    this.refusal.set(null);
    try {
      const link = await lastValueFrom(command);
      this.way.set('file');
      this.finish(link);
    } catch (error) {
      this.refusal.set(refusalOf(error));
    }
  }

  private finish(link: EvidenceLinkView): void {
    this.toasts.done($localize`Đã thêm tài liệu kiểm chứng.`);
    this.added.emit(link);
  }
}
