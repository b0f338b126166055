import { ChangeDetectionStrategy, Component, computed, effect, inject, linkedSignal, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { Router, RouterLink } from '@angular/router';
import { agencySeesAppraisal, type AssessmentSummary, SUBMISSION_MARKS, type SubmissionMark } from '@par-index/contract';
import { CurrentCycle } from '../../platform/cycle/current-cycle';
import { StateChip } from '../../ui/chips/state-chip';
import { Cell } from '../../ui/data-table/cell';
import { DataTable } from '../../ui/data-table/data-table';
import type { Column } from '../../ui/data-table/table-order';
import { MomentPipe } from '../../ui/format/date-pipes';
import { EmptyState } from '../../ui/loading/empty-state';
import { LoadState } from '../../ui/loading/load-state';
import { PageHeader } from '../../ui/page-header/page-header';
import { Pager } from '../../ui/pager/pager';
import { SearchBox } from '../../ui/search-box/search-box';
import { MARK_WORDS } from '../../ui/words/mark-words';
import { STATE_LOOKS } from '../../ui/words/state-words';
import { AssessmentApi } from './assessment-api';

/** The assessments that this reader may see. Whoever has just one in the running cycle is led to it. */
@Component({
  selector: 'par-assessments-page',
  imports: [Cell, DataTable, EmptyState, LoadState, MomentPipe, PageHeader, Pager, RouterLink, SearchBox, StateChip],
  templateUrl: './assessments-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AssessmentsPage {
  private readonly api = inject(AssessmentApi);
  private readonly router = inject(Router);
  private readonly current = inject(CurrentCycle);

  protected readonly cycles = this.current.cycles;
  protected readonly cycleId = linkedSignal(() => this.current.cycle()?.id ?? '');
  protected readonly search = signal('');
  protected readonly marked = signal<SubmissionMark | ''>('');
  protected readonly page = linkedSignal({ source: () => [this.search(), this.cycleId(), this.marked()], computation: () => 1 });
  protected readonly loaded = rxResource({
    params: () => (this.cycles().length > 0 ? { cycleId: this.cycleId(), search: this.search(), marked: this.marked(), page: this.page() } : undefined),
    stream: ({ params }) => this.api.list(params),
  });
  protected readonly columns: readonly Column<AssessmentSummary>[] = [
    { id: 'agency', head: $localize`Cơ quan`, value: ({ agency }) => agency.name },
    { id: 'state', head: $localize`Trạng thái`, value: ({ state }) => STATE_LOOKS[state].words },
    { id: 'submitted', head: $localize`Nộp lúc`, value: ({ submittedAt }) => submittedAt, from: 600 },
  ];
  protected readonly marks = SUBMISSION_MARKS;
  protected readonly markWords = MARK_WORDS;
  protected readonly markOf = (value: string): SubmissionMark | '' => SUBMISSION_MARKS.find((mark) => mark === value) ?? '';
  /** From the opening of the differences on. */
  protected readonly explains = ({ phase }: AssessmentSummary): boolean => agencySeesAppraisal(phase);
  protected readonly keyOf = ({ id }: AssessmentSummary): string => id;
  private readonly onlyOne = computed(() => (this.loaded.hasValue() && this.loaded.value().total === 1 && this.search() === '' && this.marked() === '' ? this.loaded.value().items[0] : undefined));

  constructor() {
    let asked = false;
    effect(() => {
      const only = this.onlyOne();
      if (only && !asked) {
        void this.router.navigate(['/assessments', only.id], { replaceUrl: true });
      }
      asked ||= this.loaded.hasValue();
    });
  }
}
