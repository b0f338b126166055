import { ChangeDetectionStrategy, Component, computed, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { DocumentUse, EvidenceDescription, EvidenceFileVersionView } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { PageTitle } from '../../platform/navigation/page-title';
import { refusalOf } from '../../platform/problem/refusal';
import { Site } from '../../platform/site/site';
import { Toasts } from '../../platform/toast/toasts';
import { DocumentReplacing, type Replacing } from '../../platform/uploads/document-replacing';
import { DocumentForm } from '../../ui/document-form/document-form';
import { DocumentVersions } from '../../ui/document-versions/document-versions';
import { DocumentViewer } from '../../ui/document-viewer/document-viewer';
import { documentInWords, sourceOfVersion } from '../../ui/document-viewer/document-words';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { Icon } from '../../ui/icon/icon';
import { LoadState } from '../../ui/loading/load-state';
import { PageHeader } from '../../ui/page-header/page-header';
import { usesByCycle } from './document-uses';
import { LibraryApi } from './library-api';

const LARGEST = 50 * 1024 * 1024;

/** One document of the agency: what it is, its files, where it stands, and the file that is looked at. */
@Component({
  selector: 'par-document-page',
  imports: [DocumentForm, DocumentVersions, DocumentViewer, Icon, LoadState, MatButton, PageHeader, RefusalNotice, RouterLink],
  templateUrl: './document-page.html',
  styleUrl: './document-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DocumentPage {
  private readonly api = inject(LibraryApi);
  private readonly replacing = inject(DocumentReplacing);
  private readonly site = inject(Site);
  private readonly toasts = inject(Toasts);
  private readonly title = inject(PageTitle);

  /** From the address. */
  readonly id = input.required<string>();

  protected readonly loaded = rxResource({ params: () => this.id(), stream: ({ params }) => this.api.get(params) });
  protected readonly document = linkedSignal<ReturnType<typeof this.read>, ReturnType<typeof this.read>>({
    source: () => this.read(),
    computation: (next, previous) => next ?? (previous?.value?.id === this.id() ? previous.value : null),
  });
  protected readonly editing = signal(false);
  protected readonly problems = signal<Readonly<Record<string, string>>>({});
  protected readonly refused = signal<string | null>(null);
  private readonly running = signal<Replacing | null>(null);
  protected readonly progress = computed(() => this.running()?.progress() ?? null);
  protected readonly handedIn = computed(() => new Set((this.document()?.uses ?? []).flatMap(({ fileVersion }) => fileVersion ?? [])));
  /** The version that is looked at: the newest, until another is opened. */
  protected readonly shown = linkedSignal(() => this.document()?.versions[0]?.fileVersion ?? null);
  protected readonly source = computed(() => {
    const document = this.document();
    const version = document?.versions.find(({ fileVersion }) => fileVersion === this.shown());
    return document && version ? sourceOfVersion(document, version) : null;
  });
  protected readonly largest = () => this.site.view()?.maxEvidenceBytes ?? LARGEST;
  protected readonly words = documentInWords;
  protected readonly usesByCycle = usesByCycle;

  constructor() {
    effect(() => {
      const title = this.document()?.title;
      if (title) {
        this.title.name(title);
      }
    });
  }

  protected open({ fileVersion }: EvidenceFileVersionView): void {
    this.shown.set(fileVersion);
  }

  protected versionOf({ fileVersion }: Pick<DocumentUse, 'fileVersion'>): string {
    return fileVersion === null ? $localize`theo phiên bản mới nhất` : $localize`phiên bản ${fileVersion}:version:`;
  }

  protected async describe(description: EvidenceDescription): Promise<void> {
    const document = this.document();
    if (document && (await this.attempt(() => firstValueFrom(this.api.describe(document, description)), $localize`Đã sửa mô tả tài liệu.`))) {
      this.editing.set(false);
    }
  }

  protected async replace(file: File): Promise<void> {
    const document = this.document();
    if (document) {
      const running = this.replacing.replace(document, file);
      this.running.set(running);
      await this.attempt(() => running.done, $localize`Đã thay tệp. Tệp cũ được giữ lại.`);
      this.running.set(null);
    }
  }

  private read() {
    return this.loaded.hasValue() ? this.loaded.value() : null;
  }

  private async attempt(command: () => Promise<unknown>, done: string): Promise<boolean> {
    this.refused.set(null);
    this.problems.set({});
    try {
      await command();
      this.toasts.done(done);
      this.loaded.reload();
      return true;
    } catch (error) {
      const refusal = refusalOf(error);
      this.problems.set(Object.fromEntries(refusal.fields.map(({ pointer, detail }) => [pointer, detail])));
      this.refused.set(refusal.fields.length > 0 ? null : refusal.detail);
      return false;
    }
  }
}
