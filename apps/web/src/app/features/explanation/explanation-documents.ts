import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { type AttachFields, EVIDENCE_TYPES, type EvidenceLinkView } from '@par-index/contract';
import { firstValueFrom, lastValueFrom, type Observable, tap } from 'rxjs';
import { type Refusal, refusalOf } from '../../platform/problem/refusal';
import { Site } from '../../platform/site/site';
import { Toasts } from '../../platform/toast/toasts';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { FileDrop } from '../../ui/file-drop/file-drop';
import { Icon } from '../../ui/icon/icon';
import { Confirm } from '../../ui/prompt/confirm';
import { DocumentForm, type DocumentFields } from './document-form';
import { documentInWords, placeInWords } from './document-words';
import { type ExplainedPlace, ExplanationApi, progressOf } from './explanation-api';
import { OwnDocuments } from './own-documents';

type Way = 'file' | 'reuse' | 'reference';
const LARGEST = 50 * 1024 * 1024;

/** The documents of one round under one criterion; in the round of explanation further ones are put there, and taken off again. */
@Component({
  selector: 'par-explanation-documents',
  imports: [DocumentForm, FileDrop, Icon, MatButton, MatIconButton, OwnDocuments, RefusalNotice],
  templateUrl: './explanation-documents.html',
  styleUrl: './explanation-documents.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ExplanationDocuments {
  private readonly api = inject(ExplanationApi);
  private readonly confirm = inject(Confirm);
  private readonly site = inject(Site);
  private readonly toasts = inject(Toasts);

  readonly place = input.required<ExplainedPlace>();
  readonly links = input.required<readonly EvidenceLinkView[]>();
  readonly editable = input(false);
  readonly issuer = input('');
  readonly shown = input<string | null>(null);
  readonly opened = output<EvidenceLinkView>();
  readonly changed = output<void>();

  protected readonly way = signal<Way | null>(null);
  protected readonly file = signal<File | null>(null);
  protected readonly progress = signal<number | null>(null);
  protected readonly refusal = signal<Refusal | null>(null);
  protected readonly noticed = computed(() => (this.refusal()?.fields.length ? null : (this.refusal()?.detail ?? null)));
  protected readonly used = computed(() => new Set(this.links().map(({ document }) => document.id)));
  protected readonly types = Object.values(EVIDENCE_TYPES);
  protected readonly largest = computed(() => this.site.view()?.maxEvidenceBytes ?? LARGEST);
  protected readonly ways: readonly { readonly way: Way; readonly words: string }[] = [
    { way: 'file', words: $localize`Tải tệp lên` },
    { way: 'reuse', words: $localize`Tài liệu đã có` },
    { way: 'reference', words: $localize`Đường dẫn, số hiệu` },
  ];
  protected readonly documentWords = documentInWords;
  protected readonly placeWords = placeInWords;

  protected choose(way: Way): void {
    this.refusal.set(null);
    this.file.set(null);
    this.way.update((open) => (open === way ? null : way));
  }

  protected take([file]: readonly File[]): void {
    this.refusal.set(null);
    this.file.set(file ?? null);
  }

  protected async upload(file: File, fields: DocumentFields): Promise<void> {
    this.progress.set(0);
    const attached = withoutAddress(fields);
    const events = this.api.attach(this.place(), file, attached).pipe(tap((event) => this.progress.update((before) => progressOf(event) ?? before)));
    const sent = await this.attempt(events);
    this.progress.set(null);
    this.finish(sent);
  }

  protected async refer(fields: DocumentFields): Promise<void> {
    this.finish(await this.attempt(this.api.refer(this.place(), fields)));
  }

  protected async reuse(documentId: string): Promise<void> {
    this.finish(await this.attempt(this.api.link(this.place(), { documentId, section: '', page: null })));
  }

  protected async detach(link: EvidenceLinkView): Promise<void> {
    const sure = await this.confirm.ask({
      title: $localize`Gỡ tài liệu khỏi giải trình?`,
      body: $localize`«${link.document.title}:title:» không còn đi kèm giải trình của tiêu chí này. Tài liệu vẫn còn trong kho của cơ quan.`,
      verb: $localize`Gỡ tài liệu`,
    });
    if (sure) {
      this.refusal.set(null);
      try {
        await firstValueFrom(this.api.detach(link.id), { defaultValue: undefined });
        this.toasts.done($localize`Đã gỡ tài liệu.`);
        this.changed.emit();
      } catch (error) {
        this.refusal.set(refusalOf(error));
      }
    }
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

  private finish(sent: unknown): void {
    if (sent !== null) {
      this.file.set(null);
      this.way.set(null);
      this.toasts.done($localize`Đã thêm tài liệu giải trình.`);
      this.changed.emit();
    }
  }
}

/** A file has no address of its own. */
function withoutAddress({ title, documentNumber, issuedOn, issuer, section, page }: DocumentFields): AttachFields {
  return { title, documentNumber, issuedOn, issuer, section, page };
}
