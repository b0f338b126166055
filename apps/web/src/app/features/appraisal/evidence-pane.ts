import { ChangeDetectionStrategy, Component, computed, input, linkedSignal } from '@angular/core';
import type { EvidenceLinkView } from '@par-index/contract';
import { AnchorList } from '../../ui/document-viewer/anchor-list';
import { anchorInWords, newerVersionInWords, pageGoneInWords } from '../../ui/document-viewer/anchor-words';
import { DocumentViewer } from '../../ui/document-viewer/document-viewer';
import { DayPipe } from '../../ui/format/date-pipes';
import { Icon } from '../../ui/icon/icon';
import { EmptyState } from '../../ui/loading/empty-state';
import { firstToOpen, sourceOf } from './evidence-source';

/** The documents of one criterion, and the one that is open at its stated page. */
@Component({
  selector: 'par-evidence-pane',
  imports: [AnchorList, DayPipe, DocumentViewer, EmptyState, Icon],
  templateUrl: './evidence-pane.html',
  styleUrl: './evidence-pane.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EvidencePane {
  readonly links = input.required<readonly EvidenceLinkView[]>();
  /** Written in the place of a document. */
  readonly explanation = input('');
  readonly required = input(false);

  private readonly chosen = linkedSignal<readonly EvidenceLinkView[], string | null>({ source: this.links, computation: (links) => firstToOpen(links)?.id ?? null });
  protected readonly open = computed(() => this.links().find(({ id }) => id === this.chosen()) ?? null);
  protected readonly source = computed(() => {
    const link = this.open();
    return link && sourceOf(link);
  });

  protected readonly anchors = computed(() => this.open()?.anchors ?? []);
  protected readonly marks = computed(() => this.anchors().map((anchor) => ({ page: anchor.page, box: anchor.box, label: anchorInWords(anchor) })));
  /** The marked place that is looked at: the first one, unless the agency stated a page. */
  protected readonly shown = linkedSignal<EvidenceLinkView | null, number | null>({ source: this.open, computation: (link) => (link && link.page === null && link.anchors.length > 0 ? 0 : null) });
  /** What to know of the file before it is judged. */
  protected readonly notes = computed(() => {
    const link = this.open();
    return link ? [pageGoneInWords(link.page, link.document.file), newerVersionInWords(link)].filter((note) => note !== null) : [];
  });

  /** Shows the document of a link; nothing happens where it is not among them. */
  openLink(id: string): void {
    if (this.links().some((link) => link.id === id)) {
      this.chosen.set(id);
    }
  }

  protected choose(link: EvidenceLinkView): void {
    this.chosen.set(link.id);
  }
}
