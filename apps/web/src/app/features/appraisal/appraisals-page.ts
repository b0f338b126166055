import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { Router, RouterLink } from '@angular/router';
import type { AppraisalSummary } from '@par-index/contract';
import { EMPTY } from 'rxjs';
import { CurrentCycle } from '../../platform/cycle/current-cycle';
import { CanPipe } from '../../platform/session/can';
import { Clock } from '../../platform/time/clock';
import { Countdown } from '../../ui/chips/countdown';
import { PhaseChip } from '../../ui/chips/phase-chip';
import { StateChip } from '../../ui/chips/state-chip';
import { Cell } from '../../ui/data-table/cell';
import { DataTable } from '../../ui/data-table/data-table';
import { MomentPipe } from '../../ui/format/date-pipes';
import { EmptyState } from '../../ui/loading/empty-state';
import { LoadState } from '../../ui/loading/load-state';
import { PageHeader } from '../../ui/page-header/page-header';
import { SearchBox } from '../../ui/search-box/search-box';
import { agencyColumns } from './agency-columns';
import { type AgencyFilter, countsOf, isNotHandedIn, narrowed, workLeft } from './agency-lines';
import { AppraisalApi } from './appraisal-api';
import { ProgressBar } from './progress-bar';

const FILTERS: readonly { readonly id: AgencyFilter; readonly label: string }[] = [
  { id: 'all', label: $localize`Tất cả` },
  { id: 'open', label: $localize`Chưa xong` },
  { id: 'not-handed-in', label: $localize`Chưa nộp` },
  { id: 'late', label: $localize`Nộp muộn` },
  { id: 'done', label: $localize`Xong` },
];

/** What is left to appraise, agency by agency. The choices stand in the address, so that coming back finds them again. */
@Component({
  selector: 'par-appraisals-page',
  imports: [CanPipe, Cell, Countdown, DataTable, EmptyState, LoadState, MomentPipe, PageHeader, PhaseChip, ProgressBar, RouterLink, SearchBox, StateChip],
  templateUrl: './appraisals-page.html',
  styleUrl: './appraisals-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AppraisalsPage {
  private readonly api = inject(AppraisalApi);
  private readonly current = inject(CurrentCycle);
  private readonly router = inject(Router);
  protected readonly clock = inject(Clock);

  /** From the query of the address; absent at the entrance. */
  readonly cycle = input<string>();
  readonly group = input<string>();
  readonly show = input<string>();
  /** `mine` narrows it to what is given to the reader in person. */
  readonly whose = input<string>();

  protected readonly search = signal('');
  protected readonly cycles = computed(() => this.current.cycles().filter(({ phase }) => phase !== 'preparing'));
  protected readonly known = computed(() => this.current.cycles().length > 0);
  protected readonly chosen = computed(() => this.cycles().find(({ id }) => id === this.cycle()) ?? this.cycles()[0] ?? null);
  protected readonly groupCode = computed(() => {
    const sets = this.chosen()?.sets ?? [];
    return (sets.find(({ groupCode }) => groupCode === this.group()) ?? sets[0])?.groupCode ?? '';
  });
  protected readonly filter = computed<AgencyFilter>(() => FILTERS.find(({ id }) => id === this.show())?.id ?? 'all');
  protected readonly isMine = computed(() => this.whose() === 'mine');
  protected readonly window = computed(() => {
    const cycle = this.chosen();
    return cycle?.windows.find(({ phase }) => phase === cycle.phase && (phase === 'appraisal' || phase === 'reappraisal')) ?? null;
  });
  protected readonly loaded = rxResource({
    params: () => ({ id: this.chosen()?.id ?? null, scope: this.isMine() ? ('person' as const) : ('department' as const) }),
    stream: ({ params: { id, scope } }) => (id === null ? EMPTY : this.api.all(id, scope)),
  });
  private readonly lines = computed(() => (this.loaded.hasValue() ? this.loaded.value() : []));
  protected readonly left = computed(() => workLeft(this.lines()));
  protected readonly counts = computed(() => countsOf(this.lines(), this.groupCode()));
  protected readonly groups = computed(() => {
    const lines = this.lines();
    return (this.chosen()?.sets ?? []).map(({ groupCode, groupName }) => ({ groupCode, groupName, left: workLeft(lines.filter((line) => line.groupCode === groupCode)).criteria }));
  });
  protected readonly rows = computed(() => narrowed(this.lines(), { groupCode: this.groupCode(), filter: this.filter(), search: this.search() }));
  protected readonly columns = agencyColumns();
  protected readonly filters = FILTERS;
  protected readonly isNotHandedIn = isNotHandedIn;
  protected readonly keyOf = ({ assessmentId }: AppraisalSummary): string => assessmentId;

  protected choose(choice: { readonly cycle?: string; readonly group?: string; readonly show?: AgencyFilter; readonly whose?: 'mine' | null }): void {
    void this.router.navigate([], { queryParams: choice, queryParamsHandling: 'merge', replaceUrl: true });
  }
}
