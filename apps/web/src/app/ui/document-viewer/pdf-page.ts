import { ChangeDetectionStrategy, Component, effect, ElementRef, inject, input, output, signal, viewChild } from '@angular/core';
import type { PDFDocumentProxy, RenderTask } from 'pdfjs-dist';
import type { PageBox } from '@par-index/contract';
import type { PdfLibrary } from './open-pdf';
import { PageMarks, type ShownMark } from './page-marks';

/** One page of a PDF: drawn when it comes near the window, with its text above the picture so that it can be selected and read aloud. */
@Component({
  selector: 'par-pdf-page',
  imports: [PageMarks],
  template: `
    <canvas #canvas role="presentation"></canvas>
    <div #text class="text-layer"></div>
    <par-page-marks [marks]="marks()" [drawing]="drawing()" [draft]="draft()" (drawn)="drawn.emit($event)" />
  `,
  styleUrl: './pdf-page.css',
  host: { '[style.width.px]': 'size().width', '[style.height.px]': 'size().height', '[style.--scale-factor]': 'scale()', '[style.--total-scale-factor]': 'scale()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PdfPage {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly canvas = viewChild.required<ElementRef<HTMLCanvasElement>>('canvas');
  private readonly text = viewChild.required<ElementRef<HTMLElement>>('text');

  readonly library = input.required<PdfLibrary>();
  readonly pdf = input.required<PDFDocumentProxy>();
  readonly number = input.required<number>();
  readonly scale = input.required<number>();
  /** In points at scale 1, of the first page until this one is known. */
  readonly guess = input.required<{ readonly width: number; readonly height: number }>();

  readonly marks = input<readonly ShownMark[]>([]);
  readonly drawing = input(false);
  readonly draft = input<PageBox | null>(null);
  readonly drawn = output<PageBox>();

  private readonly near = signal(false);
  protected readonly size = signal<{ readonly width: number; readonly height: number }>({ width: 0, height: 0 });

  constructor() {
    effect(() => this.size.set({ width: this.guess().width * this.scale(), height: this.guess().height * this.scale() }));
    effect((onCleanup) => {
      const observer = new IntersectionObserver(([entry]) => this.near.set(entry?.isIntersecting ?? false), { rootMargin: '600px 0px' });
      observer.observe(this.host.nativeElement);
      onCleanup(() => observer.disconnect());
    });
    effect((onCleanup) => {
      if (!this.near()) {
        return;
      }
      const drawing = new AbortController();
      onCleanup(() => drawing.abort());
      void this.draw(this.pdf(), this.scale(), drawing.signal);
    });
  }

  private async draw(pdf: PDFDocumentProxy, scale: number, stopped: AbortSignal): Promise<void> {
    const page = await pdf.getPage(this.number());
    if (stopped.aborted) {
      return;
    }
    const viewport = page.getViewport({ scale });
    this.size.set({ width: viewport.width, height: viewport.height });
    const density = Math.min(devicePixelRatio || 1, 2);
    const canvas = this.canvas().nativeElement;
    canvas.width = Math.floor(viewport.width * density);
    canvas.height = Math.floor(viewport.height * density);
    const task = page.render({ canvas, viewport, transform: [density, 0, 0, density, 0, 0] });
    stopped.addEventListener('abort', () => task.cancel());
    await finished(task);
    if (!stopped.aborted) {
      await this.writeText(page.streamTextContent(), viewport);
    }
  }

  private async writeText(source: ReadableStream, viewport: ReturnType<Awaited<ReturnType<PDFDocumentProxy['getPage']>>['getViewport']>): Promise<void> {
    const container = this.text().nativeElement;
    container.replaceChildren();
    const { TextLayer } = this.library();
    await new TextLayer({ textContentSource: source, container, viewport }).render();
  }
}

/** A drawing that was given up is no error. */
async function finished(task: RenderTask): Promise<void> {
  try {
    await task.promise;
  } catch (error) {
    if (!(error instanceof Error && error.name === 'RenderingCancelledException')) {
      throw error;
    }
  }
}
