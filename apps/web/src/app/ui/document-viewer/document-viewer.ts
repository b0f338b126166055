import { ChangeDetectionStrategy, Component, computed, effect, input, linkedSignal, model, output, signal } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { sizeInWords } from '../file-drop/file-check';
import { Icon } from '../icon/icon';
import { EmptyState } from '../loading/empty-state';
import { type DocumentSource, showingOf } from './document-source';
import { OfficeView } from './office-view';
import type { MarkDraft, PageMark } from './page-mark';
import { PageMarks, type ShownMark } from './page-marks';
import { PdfView } from './pdf-view';
import { nextZoom, pageWithin, type Zoom } from './zoom';

/** A document beside the work: PDF (opened at the stated page), pictures, Word and Excel in the page, everything else to download. */
@Component({
  selector: 'par-document-viewer',
  imports: [EmptyState, Icon, MatButton, MatIconButton, OfficeView, PageMarks, PdfView],
  templateUrl: './document-viewer.html',
  styleUrl: './document-viewer.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DocumentViewer {
  readonly source = input.required<DocumentSource | null>();
  /** The page to open at, from 1. */
  readonly page = input<number | null>(null);
  readonly pageShown = output<number>();
  /** Places marked in the document. */
  readonly marks = input<readonly PageMark[]>([]);
  /** The one that is looked at, by its place in `marks`. */
  readonly shownMark = input<number | null>(null);
  /** Whether a box is to be drawn now; PDF and pictures only. */
  readonly drawing = input(false);
  readonly draft = model<MarkDraft | null>(null);

  protected readonly showing = computed(() => showingOf(this.source()?.mediaType ?? ''));
  protected readonly size = computed(() => sizeInWords(this.source()?.bytes ?? 0));
  protected readonly pictureMarks = computed<readonly ShownMark[]>(() => this.marks().map((mark, index) => ({ ...mark, shown: index === this.shownMark() })));
  protected readonly zoomable = computed(() => this.showing() === 'pdf' || this.showing() === 'picture');
  protected readonly zoom = linkedSignal<string, Zoom>({ source: () => this.source()?.url ?? '', computation: () => 'fit' });
  protected readonly pages = signal(0);
  protected readonly scale = signal(1);
  /** Begins at the stated page of a document; the same document told once more stays where it was read. */
  protected readonly current = linkedSignal({ source: () => `${this.page() ?? 1} ${this.source()?.url ?? ''}`, computation: () => this.page() ?? 1 });
  protected readonly at = computed(() => pageWithin(this.current(), this.pages()));

  constructor() {
    effect(() => this.pageShown.emit(this.at()));
  }

  protected turn(by: number): void {
    this.current.set(pageWithin(this.at() + by, this.pages()));
  }

  protected goTo(text: string): void {
    this.current.set(pageWithin(Number(text), this.pages()));
  }

  protected resize(direction: 'in' | 'out'): void {
    this.zoom.set(nextZoom(this.zoom() === 'fit' && this.showing() === 'picture' ? 1 : this.scale(), direction));
    if (this.showing() === 'picture') {
      this.scale.set(this.zoom() as number);
    }
  }
}
