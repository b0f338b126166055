import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import type { EvidenceFileVersionView } from '@par-index/contract';
import { refusalOf } from '../../platform/problem/refusal';
import { Site } from '../../platform/site/site';
import { Toasts } from '../../platform/toast/toasts';
import { DocumentReplacing, type Replacing } from '../../platform/uploads/document-replacing';
import type { DocumentSource } from '../../ui/document-viewer/document-source';
import { sourceOfVersion } from '../../ui/document-viewer/document-words';
import { DocumentVersions } from '../../ui/document-versions/document-versions';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { LoadState } from '../../ui/loading/load-state';
import { EvidenceApi } from './evidence-api';

const LARGEST = 50 * 1024 * 1024;

/** The versions of one document: look at any, bring a new one. */
@Component({
  selector: 'par-evidence-versions',
  imports: [DocumentVersions, LoadState, MatButton, RefusalNotice],
  template: `
    @if (loaded.hasValue()) {
      <par-document-versions
        [versions]="loaded.value().versions"
        [handedIn]="handedIn()"
        [shown]="shown()"
        [lockedBecause]="loaded.value().replaceLockedBecause"
        [maxBytes]="largest()"
        [progress]="progress()"
        (opened)="open($event)"
        (replaced)="replace($event)"
      />
    } @else { <par-load-state [of]="loaded" [rows]="3" /> }
    <par-refusal-notice [text]="refused()" />
    <div><button type="button" matButton="text" (click)="left.emit()" i18n>Đóng danh sách phiên bản</button></div>
  `,
  styles: `:host { display: grid; gap: var(--space-2); }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EvidenceVersions {
  private readonly api = inject(EvidenceApi);
  private readonly site = inject(Site);
  private readonly toasts = inject(Toasts);
  private readonly replacing = inject(DocumentReplacing);

  readonly documentId = input.required<string>();
  readonly opened = output<DocumentSource>();
  readonly changed = output<void>();
  readonly left = output<void>();

  protected readonly loaded = rxResource({ params: () => this.documentId(), stream: ({ params }) => this.api.document(params) });
  protected readonly handedIn = computed(() => new Set((this.loaded.hasValue() ? this.loaded.value().uses : []).flatMap(({ fileVersion }) => fileVersion ?? [])));
  protected readonly shown = signal<number | null>(null);
  protected readonly refused = signal<string | null>(null);
  protected readonly largest = () => this.site.view()?.maxEvidenceBytes ?? LARGEST;
  private readonly running = signal<Replacing | null>(null);
  protected readonly progress = computed(() => this.running()?.progress() ?? null);

  protected open(version: EvidenceFileVersionView): void {
    if (this.loaded.hasValue()) {
      this.shown.set(version.fileVersion);
      this.opened.emit(sourceOfVersion(this.loaded.value(), version));
    }
  }

  protected async replace(file: File): Promise<void> {
    if (!this.loaded.hasValue()) {
      return;
    }
    this.refused.set(null);
    const running = this.replacing.replace(this.loaded.value(), file);
    this.running.set(running);
    try {
      await running.done;
      this.toasts.done($localize`Đã thay tệp. Tệp cũ được giữ lại.`);
      this.changed.emit();
    } catch (error) {
      this.refused.set(refusalOf(error).detail);
    } finally {
      this.running.set(null);
      this.loaded.reload();
    }
  }
}
