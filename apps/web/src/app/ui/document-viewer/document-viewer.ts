import { ChangeDetectionStrategy, Component, computed, effect, input, linkedSignal, output, signal } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { sizeInWords } from '../file-drop/file-check';
import { Icon } from '../icon/icon';
import { EmptyState } from '../loading/empty-state';
import { type DocumentSource, showingOf } from './document-source';
import { PdfView } from './pdf-view';
import { nextZoom, pageWithin, type Zoom } from './zoom';

/** A document beside the work: PDF (opened at the stated page) and pictures in the page, everything else to download. */
@Component({
  selector: 'par-document-viewer',
  imports: [EmptyState, Icon, MatButton, MatIconButton, PdfView],
  templateUrl: './document-viewer.html',
  styleUrl: './document-viewer.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DocumentViewer {
  readonly source = input.required<DocumentSource | null>();
  /** The page to open at, from 1. */
  readonly page = input<number | null>(null);
  readonly pageShown = output<number>();

  protected readonly showing = computed(() => showingOf(this.source()?.mediaType ?? ''));
  protected readonly size = computed(() => sizeInWords(this.source()?.bytes ?? 0));
  protected readonly zoom = linkedSignal<string, Zoom>({ source: () => this.source()?.url ?? '', computation: () => 'fit' });
  protected readonly pages = signal(0);
  protected readonly scale = signal(1);
  protected readonly current = linkedSignal(() => (this.source() ? (this.page() ?? 1) : 1));
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
