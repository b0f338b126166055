import { ChangeDetectionStrategy, Component, computed, effect, ElementRef, inject, input, model, resource, signal, untracked, viewChild } from '@angular/core';
import { LoadState } from '../loading/load-state';
import { openPdf } from './open-pdf';
import type { MarkDraft, PageMark } from './page-mark';
import type { ShownMark } from './page-marks';
import { PdfPage } from './pdf-page';
import { pageWithin, scaleFor, type Zoom } from './zoom';

const MARGIN = 24;

/** The pages of one PDF under each other, at a size that fits the pane or that was chosen. */
@Component({
  selector: 'par-pdf-view',
  imports: [LoadState, PdfPage],
  template: `
    @if (opened.hasValue() && opened.value(); as file) {
      <div #pane class="pane" tabindex="0" role="region" aria-label="Nội dung tài liệu" i18n-aria-label (scroll)="follow()">
        @for (number of numbers(); track number) {
          <par-pdf-page
            [attr.data-page]="number"
            [library]="file.library"
            [pdf]="file.pdf"
            [number]="number"
            [scale]="scale()"
            [guess]="file.size"
            [marks]="marksOn(number)"
            [drawing]="drawing()"
            [draft]="draft()?.page === number ? draft()!.box : null"
            (drawn)="draft.set({ page: number, box: $event })"
          />
        }
      </div>
    } @else { <par-load-state [of]="opened" [rows]="4" [rowHeight]="120" /> }
  `,
  styleUrl: './pdf-view.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PdfView {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly pane = viewChild<ElementRef<HTMLElement>>('pane');

  readonly url = input.required<string>();
  readonly zoom = input.required<Zoom>();
  /** The page in view; set from outside it scrolls there. */
  readonly page = model(1);
  readonly pages = model(0);
  /** What `fit` came to, for the zoom buttons. */
  readonly scaleShown = model(1);

  readonly marks = input<readonly PageMark[]>([]);
  /** The mark that is looked at, by its place in `marks`; set anew it is scrolled to. */
  readonly shownMark = input<number | null>(null);
  readonly drawing = input(false);
  readonly draft = model<MarkDraft | null>(null);

  private readonly width = signal(600);
  protected readonly opened = resource({
    params: () => this.url(),
    loader: async ({ params, abortSignal }) => {
      const { library, pdf } = await openPdf(params);
      abortSignal.addEventListener('abort', () => void pdf.loadingTask.destroy());
      const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
      return { library, pdf, size: { width, height } };
    },
  });
  protected readonly numbers = computed(() => Array.from({ length: this.pages() }, (_, index) => index + 1));
  protected readonly scale = computed(() =>
    this.opened.hasValue() ? scaleFor(this.zoom(), this.opened.value().size.width, this.width() - MARGIN) : 1,
  );
  private followed = 1;
  private fittedAt = 0;
  /** Scrolls that are about to be made: one that has just ended says nothing any more. */
  private going = 0;

  constructor() {
    effect(() => this.pages.set(this.opened.hasValue() ? this.opened.value().pdf.numPages : 0));
    effect(() => this.scaleShown.set(this.scale()));
    effect((onCleanup) => {
      const observer = new ResizeObserver(([entry]) => this.width.set(entry?.contentRect.width ?? 600));
      observer.observe(this.host.nativeElement);
      onCleanup(() => observer.disconnect());
    });
    effect(() => {
      const mark = this.marks()[this.shownMark() ?? -1];
      if (mark && this.pane() && mark.page <= this.pages()) {
        this.followed = mark.page;
        untracked(() => this.page.set(mark.page));
        // The mark is drawn first.
        this.goTo(() => this.goTo(() => this.lookAt(mark.page)));
      }
    });
    effect(() => {
      const page = pageWithin(this.page(), this.pages());
      const fitted = this.zoom() === 'fit' ? this.scale() : this.fittedAt;
      // A pane that gets another width draws its pages in another size: the page in view would slip away.
      if (this.pane() && this.pages() > 0 && (page !== this.followed || fitted !== this.fittedAt)) {
        this.followed = page;
        this.fittedAt = fitted;
        this.goTo(() => this.sheet(page)?.scrollIntoView({ block: 'start' }));
      }
    });
  }

  protected marksOn(page: number): readonly ShownMark[] {
    return this.marks().flatMap((mark, index) => (mark.page === page ? [{ ...mark, shown: index === this.shownMark() }] : []));
  }

  /** The page whose top has passed the upper third of the pane is the one being read. */
  protected follow(): void {
    const pane = this.pane()?.nativeElement;
    if (!pane || this.going > 0) {
      return;
    }
    const line = pane.getBoundingClientRect().top + pane.clientHeight / 3;
    const read = this.numbers().filter((number) => (this.sheet(number)?.getBoundingClientRect().top ?? Infinity) <= line).at(-1) ?? 1;
    this.followed = read;
    this.page.set(read);
  }

  private goTo(scroll: () => void): void {
    this.going += 1;
    requestAnimationFrame(() => {
      this.going -= 1;
      scroll();
    });
  }

  /** The box where there is one, else the top of its page. */
  private lookAt(page: number): void {
    const sheet = this.sheet(page);
    const box = sheet?.querySelector('.mark.shown');
    (box ?? sheet)?.scrollIntoView({ block: box ? 'center' : 'start' });
  }

  private sheet(number: number): HTMLElement | null {
    return this.host.nativeElement.querySelector<HTMLElement>(`[data-page="${number}"]`);
  }
}
