import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { type EvidenceAnchor, type EvidenceLinkView, MOST_ANCHORS } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { refusalOf } from '../../platform/problem/refusal';
import { AnchorList } from '../../ui/document-viewer/anchor-list';
import { anchorInWords, newerVersionInWords } from '../../ui/document-viewer/anchor-words';
import type { DocumentSource } from '../../ui/document-viewer/document-source';
import { showingOf } from '../../ui/document-viewer/document-source';
import { DocumentViewer } from '../../ui/document-viewer/document-viewer';
import { FIRST_BOX, type MarkDraft } from '../../ui/document-viewer/page-mark';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { Icon } from '../../ui/icon/icon';
import { EvidenceApi } from './evidence-api';
import { sourceOf } from './evidence-words';

/** A document under a criterion, at its stated page; the agency marks in it where to look. */
@Component({
  selector: 'par-evidence-viewer',
  imports: [AnchorList, DocumentViewer, FormsModule, Icon, MatButton, RefusalNotice],
  templateUrl: './evidence-viewer.html',
  styleUrl: './evidence-viewer.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EvidenceViewer {
  private readonly api = inject(EvidenceApi);

  readonly link = input.required<EvidenceLinkView>();
  /** Another version of the document, to be looked at without marks. */
  readonly version = input<DocumentSource | null>(null);
  readonly editable = input(false);
  readonly changed = output<void>();

  protected readonly source = computed(() => this.version() ?? sourceOf(this.link().document));
  protected readonly anchors = computed(() => (this.version() ? [] : this.link().anchors));
  protected readonly marks = computed(() => this.anchors().map(({ page, box, ...anchor }) => ({ page, box, label: anchorInWords({ page, note: anchor.note }) })));
  protected readonly shown = linkedSignal<string, number | null>({ source: () => this.link().id, computation: () => null });
  protected readonly draft = linkedSignal<string, MarkDraft | null>({ source: () => this.link().id, computation: () => null });
  protected readonly note = signal('');
  protected readonly refused = signal<string | null>(null);
  protected readonly newer = computed(() => newerVersionInWords(this.link()));
  /** Boxes are drawn on pages: of PDF and pictures. */
  protected readonly markable = computed(() => this.editable() && !this.version() && ['pdf', 'picture'].includes(showingOf(this.source()?.mediaType ?? '')));
  protected readonly full = computed(() => this.anchors().length >= MOST_ANCHORS);
  protected readonly at = signal(1);

  protected begin(): void {
    this.note.set('');
    this.refused.set(null);
    this.draft.set({ page: this.at(), box: FIRST_BOX });
  }

  protected async keep(): Promise<void> {
    const drawn = this.draft();
    if (drawn && (await this.write([...this.anchors(), { ...drawn, note: this.note() }]))) {
      this.draft.set(null);
    }
  }

  protected async remove(index: number): Promise<void> {
    if (await this.write(this.anchors().filter((_, at) => at !== index))) {
      this.shown.set(null);
    }
  }

  private async write(anchors: readonly EvidenceAnchor[]): Promise<boolean> {
    this.refused.set(null);
    try {
      await firstValueFrom(this.api.anchor(this.link().id, { anchors: anchors.map(({ page, box, note }) => ({ page, box, note })) }));
      this.changed.emit();
      return true;
    } catch (error) {
      const refusal = refusalOf(error);
      this.refused.set(refusal.fields[0]?.detail ?? refusal.detail);
      return false;
    }
  }
}
