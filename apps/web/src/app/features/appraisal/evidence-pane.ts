import { ChangeDetectionStrategy, Component, computed, input, linkedSignal } from '@angular/core';
import type { EvidenceLinkView } from '@par-index/contract';
import { DocumentViewer } from '../../ui/document-viewer/document-viewer';
import { DayPipe } from '../../ui/format/date-pipes';
import { Icon } from '../../ui/icon/icon';
import { EmptyState } from '../../ui/loading/empty-state';
import { firstToOpen, sourceOf } from './evidence-source';

/** The documents of one criterion, and the one that is open at its stated page. */
@Component({
  selector: 'par-evidence-pane',
  imports: [DayPipe, DocumentViewer, EmptyState, Icon],
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

  protected choose(link: EvidenceLinkView): void {
    this.chosen.set(link.id);
  }
}
