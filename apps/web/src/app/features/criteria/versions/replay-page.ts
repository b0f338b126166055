import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { ReplayRow } from '@par-index/contract';
import { of } from 'rxjs';
import { CurrentCycle } from '../../../platform/cycle/current-cycle';
import { CanPipe } from '../../../platform/session/can';
import { RefusalNotice } from '../../../ui/feedback/refusal-notice';
import { Cell } from '../../../ui/data-table/cell';
import { DataTable } from '../../../ui/data-table/data-table';
import type { Column } from '../../../ui/data-table/table-order';
import { numberInWords } from '../../../ui/format/number-words';
import { Icon } from '../../../ui/icon/icon';
import { LoadState } from '../../../ui/loading/load-state';
import { PageHeader } from '../../../ui/page-header/page-header';
import { SearchBox } from '../../../ui/search-box/search-box';
import { CriteriaApi } from '../criteria-api';
import { DraftsApi } from '../editor/saving/drafts-api';
import { Correction } from './correction';
import { ReplayLeaves } from './replay-leaves';
import { indexMoved, placesInWords, placesWon, type ReplayFilter, shownRows, signed } from './replay-lines';
import { versionWords } from './version-words';

/** The answers of a cycle scored under this version: who moves in points and rank, and why. */
@Component({
  selector: 'par-replay-page',
  imports: [CanPipe, Cell, DataTable, Icon, LoadState, MatButton, PageHeader, RefusalNotice, ReplayLeaves, RouterLink, SearchBox],
  providers: [Correction],
  templateUrl: './replay-page.html',
  styleUrl: './replay-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReplayPage {
  private readonly drafts = inject(DraftsApi);
  private readonly criteria = inject(CriteriaApi);
  private readonly router = inject(Router);
  protected readonly correction = inject(Correction);
  private readonly current = inject(CurrentCycle);

  /** From the route. */
  readonly id = input.required<string>();
  readonly cycleId = input<string>();

  protected readonly set = rxResource({ params: () => this.id(), stream: ({ params }) => this.criteria.get(params) });
  protected readonly heading = computed(() => (this.set.hasValue() ? this.set.value().title : ''));
  /** Cycles in which the group of the set takes part, newest first; one that is only prepared has no answers yet. */
  protected readonly cycles = computed(() => {
    const group = this.set.hasValue() ? this.set.value().groupCode : null;
    return this.current.cycles().filter(({ phase, sets }) => phase !== 'preparing' && sets.some(({ groupCode }) => groupCode === group));
  });
  protected readonly chosen = linkedSignal<string | null>(() => this.cycleId() ?? this.cycles()[0]?.id ?? null);
  protected readonly loaded = rxResource({
    params: () => ({ id: this.id(), cycle: this.chosen() }),
    stream: ({ params }) => (params.cycle === null ? of(null) : this.drafts.replay(params.id, params.cycle)),
    defaultValue: null,
  });
  protected readonly view = computed(() => (this.loaded.hasValue() ? this.loaded.value() : null));
  protected readonly nobodyMoves = computed(() => {
    const moved = this.view()?.moved;
    return moved !== undefined && moved.points === 0 && moved.rank === 0;
  });
  /** Those that move come first to mind; where nobody does, all are shown. */
  protected readonly filter = linkedSignal<boolean, ReplayFilter>({ source: this.nobodyMoves, computation: (nobody) => ({ only: nobody ? 'all' : 'moved', search: '' }) });
  protected readonly rows = computed(() => shownRows(this.view()?.rows ?? [], this.filter()));
  protected readonly openCode = signal<string | null>(null);
  protected readonly open = computed(() => this.view()?.rows.find(({ agency }) => agency.code === this.openCode()) ?? null);
  /** The version is not the one that the cycle is scored by. */
  protected readonly replaces = computed(() => {
    const view = this.view();
    return view !== null && view.before.id !== view.after.id && view.before.code === view.after.code && this.set.hasValue() && this.set.value().state === 'published';
  });
  protected readonly words = versionWords;
  protected readonly placesInWords = placesInWords;

  protected readonly keyOf = (row: ReplayRow): string => row.agency.code;
  protected readonly columns: readonly Column<ReplayRow>[] = [
    { id: 'agency', head: $localize`Cơ quan`, text: ({ agency }) => agency.name, value: ({ agency }) => agency.name, wide: true },
    { id: 'before', head: $localize`Chỉ số trước`, align: 'number', text: ({ before }) => numberInWords(before.index, 2), value: ({ before }) => before.index, falling: true, from: 600 },
    { id: 'after', head: $localize`Chỉ số sau`, align: 'number', text: ({ after }) => numberInWords(after.index, 2), value: ({ after }) => after.index, falling: true },
    { id: 'moved', head: $localize`Chênh lệch`, align: 'number', text: (row) => signed(indexMoved(row)), value: indexMoved },
    { id: 'rank', head: $localize`Hạng`, align: 'number', text: ({ before, after }) => `${before.rank} → ${after.rank}`, value: ({ after }) => after.rank, oneLine: true },
    { id: 'places', head: $localize`Thay đổi hạng`, text: placesInWords, value: placesWon, falling: true, from: 600 },
    { id: 'leaves', head: $localize`Tiêu chí đổi điểm`, align: 'number', text: ({ leaves }) => String(leaves.length), value: ({ leaves }) => leaves.length, falling: true, from: 900 },
  ];

  protected choose(cycleId: string): void {
    void this.router.navigate([], { queryParams: { cycleId }, replaceUrl: true });
  }

  protected narrow(part: Partial<ReplayFilter>): void {
    this.filter.update((filter) => ({ ...filter, ...part }));
  }

  protected async correct(): Promise<void> {
    const view = this.view();
    const version = this.cycles().find(({ id }) => id === view?.cycleId)?.version;
    if (view !== null && version !== undefined && (await this.correction.ask(view, version)) === 'again') {
      this.loaded.reload();
    }
  }
}
