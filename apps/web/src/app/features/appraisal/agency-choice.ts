import { computed, inject, Injectable, linkedSignal, signal, untracked } from '@angular/core';
import { ByCriterionDesk } from './by-criterion-desk';
import { type AgencyRow, keptAgencies, nextUndecidedAgency, ROW_FILTERS, type RowFilter } from './by-criterion-rows';

const FILTER_WORDS: Readonly<Record<RowFilter, string>> = {
  'undecided': $localize`chưa quyết`,
  'differs': $localize`điểm khác tự chấm`,
  'last-year': $localize`khác năm trước`,
  'evidence-lacking': $localize`thiếu TLKC`,
  'explanation': $localize`đề nghị giải trình`,
  'flagged': $localize`có gợi ý`,
  'changed': $localize`đổi sau khi nộp`,
  'late': $localize`nộp muộn`,
};

/** Which agencies of the criterion are kept in the grid, and which of them is chosen. Lives as long as its page. */
@Injectable()
export class AgencyChoice {
  private readonly desk = inject(ByCriterionDesk);

  /** The agency to begin with, where one is asked for. */
  readonly beginning = signal<string | null>(null);
  readonly filter = signal<RowFilter | null>(null);
  readonly search = signal('');
  /** Which criterion of which group was entered; null while none is there. */
  readonly entered = computed(() => {
    const view = this.desk.view();
    return view && `${view.cycleId} ${view.groupCode} ${view.code}`;
  });
  readonly kept = computed(() => keptAgencies(this.desk.rows(), { filter: this.filter(), search: this.search() }));
  readonly selected = linkedSignal<string | null, string | null>({ source: this.entered, computation: () => untracked(() => this.first()) });
  readonly row = computed(() => this.rowOf(this.selected()));
  readonly filters = computed(() => ROW_FILTERS.map((id) => ({ id, words: FILTER_WORDS[id], count: keptAgencies(this.desk.rows(), { filter: id, search: '' }).length })));
  readonly undecided = computed(() => this.kept().filter(({ decision }) => decision === 'undecided').length);

  rowOf(assessmentId: string | null): AgencyRow | null {
    return this.desk.rows().find((row) => row.assessmentId === assessmentId) ?? null;
  }

  toggle(filter: RowFilter): void {
    this.filter.update((current) => (current === filter ? null : filter));
  }

  /** The next one left to decide after this one, among those that are kept; what is on its way is not. */
  nextUndecided(after: string, done: readonly string[] = []): string | null {
    return nextUndecidedAgency(this.kept(), after, new Set([...this.desk.settled(), ...done]));
  }

  private first(): string | null {
    const rows = this.desk.rows();
    return this.rowOf(this.beginning())?.assessmentId ?? nextUndecidedAgency(rows, null) ?? rows[0]?.assessmentId ?? null;
  }
}
