import { ChangeDetectionStrategy, Component, computed, DestroyRef, type ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { EmptyState } from '../loading/empty-state';
import { Skeleton } from '../loading/skeleton';
import { type DocumentSource, LARGEST_SHOWN_OFFICE, officeKindOf } from './document-source';

/** Milliseconds that a file gets to be shown; afterwards it is offered for download. */
const PATIENCE = 30_000;

/**
 * A Word or Excel file in a frame of its own origin, which may run the script that draws it and nothing else: no cookie, no network, no way
 * into this page. The bytes are handed in; what comes back is a word or two.
 */
@Component({
  selector: 'par-office-view',
  imports: [EmptyState, MatButton, Skeleton],
  template: `
    @if (state() === 'refused') {
      <par-empty-state icon="document" title="Không xem được tệp này trong trang" i18n-title detail="Tệp quá lớn hoặc trình bày quá phức tạp. Tải xuống rồi mở bằng phần mềm văn phòng trên máy." i18n-detail>
        <a matButton="outlined" [href]="source().downloadUrl" download i18n>Tải xuống</a>
      </par-empty-state>
    } @else {
      @if (state() === 'opening') {
        <par-skeleton [rows]="6" [rowHeight]="60" />
      }
      <iframe #frame src="/office-view/frame.html" sandbox="allow-scripts" referrerpolicy="no-referrer" [title]="source().name" [class.shown]="state() === 'shown'" (load)="hand()"></iframe>
    }
  `,
  styles: `
    :host { display: grid; min-height: 0; }
    iframe { width: 100%; height: 100%; min-height: 320px; border: 0; background: white; visibility: hidden; }
    iframe.shown { visibility: visible; }
    par-skeleton { grid-area: 1 / 1; padding: var(--space-4); }
    iframe { grid-area: 1 / 1; }
  `,
  host: { '(window:message)': 'hear($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OfficeView {
  readonly source = input.required<DocumentSource>();
  private readonly frame = viewChild<ElementRef<HTMLIFrameElement>>('frame');

  private readonly outcome = signal<'opening' | 'shown' | 'refused'>('opening');
  protected readonly state = computed(() => (this.source().bytes > LARGEST_SHOWN_OFFICE ? 'refused' : this.outcome()));
  private readonly leaving = new AbortController();
  private readonly bell = setTimeout(() => this.outcome.update((state) => (state === 'opening' ? 'refused' : state)), PATIENCE);

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.bell);
      this.leaving.abort();
    });
  }

  /** The frame is there: it gets the bytes, and the words it may need. */
  protected async hand(): Promise<void> {
    const kind = officeKindOf(this.source().mediaType);
    const bytes = await this.read();
    const target = this.frame()?.nativeElement.contentWindow;
    if (!kind || !bytes || !target) {
      this.outcome.set('refused');
      return;
    }
    const words = { sheet: $localize`Bảng`, cut: $localize`Chỉ hiện phần đầu của bảng. Tải tệp xuống để xem đủ.`, empty: $localize`Bảng này không có nội dung.` };
    // The frame has no origin that could be named; nobody else can be in it, for this page frames nothing but that address.
    target.postMessage({ kind, bytes, words, title: this.source().name }, '*', [bytes]);
  }

  protected hear({ source, data }: MessageEvent): void {
    if (source !== null && source === this.frame()?.nativeElement.contentWindow) {
      this.outcome.set((data as { readonly shown?: unknown } | null)?.shown === true ? 'shown' : 'refused');
    }
  }

  private async read(): Promise<ArrayBuffer | null> {
    try {
      const answer = await fetch(this.source().url, { signal: this.leaving.signal });
      return answer.ok ? await answer.arrayBuffer() : null;
    } catch {
      return null;
    }
  }
}
