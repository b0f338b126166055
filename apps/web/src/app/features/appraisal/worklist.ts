import { ChangeDetectionStrategy, Component, computed, effect, ElementRef, inject, input, model, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '../../ui/icon/icon';
import { SearchBox } from '../../ui/search-box/search-box';
import { maximumFigure, pointsFigure } from '../../ui/format/number-words';
import type { Worth } from './criterion-standing';
import { byField, keptRows, WORK_FILTERS, type WorkFilter, type WorkRow, type WorkScope } from './work-rows';

const FILTER_WORDS: Readonly<Record<WorkFilter, string>> = {
  'undecided': $localize`chưa quyết`,
  'differs': $localize`có điểm khác`,
  'last-year': $localize`khác năm trước`,
  'evidence-lacking': $localize`thiếu TLKC`,
  'explanation': $localize`đề nghị giải trình`,
  'flagged': $localize`có gợi ý`,
  'late': $localize`nộp muộn`,
};

/** The criteria of one agency, narrowed by search and filter; each a link. Scrolls by itself: give it a height. */
@Component({
  selector: 'par-worklist',
  imports: [Icon, RouterLink, SearchBox],
  templateUrl: './worklist.html',
  styleUrl: './worklist.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Worklist {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  readonly rows = input.required<readonly WorkRow[]>();
  readonly assessmentId = input.required<string>();
  readonly selected = input<string | null>(null);
  /** Codes with something typed that is not saved. */
  readonly unsaved = input<ReadonlySet<string>>(new Set());
  readonly scope = model.required<WorkScope>();
  readonly filter = model.required<WorkFilter | null>();
  readonly search = model.required<string>();
  /** A criterion was chosen, also the one that is open already. */
  readonly opened = output();

  private readonly inScope = computed(() => keptRows(this.rows(), { scope: this.scope(), filter: null, search: '' }));
  protected readonly fields = computed(() => byField(keptRows(this.rows(), { scope: this.scope(), filter: this.filter(), search: this.search() })));
  protected readonly mine = computed(() => this.rows().filter(({ owner }) => owner === 'mine').length);
  protected readonly filters = computed(() =>
    WORK_FILTERS.map((id) => ({ id, words: FILTER_WORDS[id], count: keptRows(this.inScope(), { scope: 'all', filter: id, search: '' }).length })),
  );

  constructor() {
    effect(() => {
      const code = this.selected();
      if (code !== null) {
        requestAnimationFrame(() => this.line(code)?.scrollIntoView({ block: 'nearest' }));
      }
    });
  }

  protected toggle(filter: WorkFilter): void {
    this.filter.update((current) => (current === filter ? null : filter));
  }

  protected figure(worth: Worth | null): string {
    const words = { points: (points: number) => pointsFigure(points), pending: $localize`chờ tổng hợp`, excluded: $localize`không tính` };
    return worth === null ? '–' : worth.kind === 'points' ? words.points(worth.points) : words[worth.kind];
  }

  protected maximum(row: WorkRow): string {
    return maximumFigure(row.max);
  }

  private line(code: string): HTMLElement | null {
    return this.host.nativeElement.querySelector<HTMLElement>(`[data-code="${code}"]`);
  }
}
