import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { FindingView } from '@par-index/contract';
import { type CompiledSet, type LeafSource, sourceInWords } from '@par-index/scoring';
import { NumberPipe } from '../../ui/format/number-pipes';
import { Icon } from '../../ui/icon/icon';

const SOURCES: readonly LeafSource[] = ['self', 'survey', 'appraiser', 'imported'];

/** What a set is about, while no criterion is chosen: its fields with their maxima, who answers, its grades, its warnings. */
@Component({
  selector: 'par-set-summary',
  imports: [Icon, NumberPipe],
  templateUrl: './set-summary.html',
  styleUrl: './set-summary.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SetSummary {
  readonly set = input.required<CompiledSet>();
  readonly warnings = input.required<readonly FindingView[]>();

  protected readonly fields = computed(() => this.set().set.criteria);
  protected readonly sources = computed(() =>
    SOURCES.map((source) => ({ words: sourceInWords(source), count: this.set().leaves.filter((leaf) => leaf.source === source).length })).filter(({ count }) => count > 0),
  );
  protected readonly grades = computed(() => this.set().set.grades ?? []);
}
