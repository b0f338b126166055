import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { CRITERIA_SET_STATES, type CriteriaSetSummary } from '@par-index/contract';
import { CanPipe } from '../../platform/session/can';
import { Clock } from '../../platform/time/clock';
import { Chip } from '../../ui/chips/chip';
import { Cell } from '../../ui/data-table/cell';
import { DataTable } from '../../ui/data-table/data-table';
import type { Column } from '../../ui/data-table/table-order';
import { dayInWords } from '../../ui/format/date-words';
import { EmptyState } from '../../ui/loading/empty-state';
import { LoadState } from '../../ui/loading/load-state';
import { PageHeader } from '../../ui/page-header/page-header';
import { SearchBox } from '../../ui/search-box/search-box';
import { CriteriaApi } from './criteria-api';
import { EVERYTHING, kept, type LibraryFilter, shelves, yearsOf } from './library-shelves';
import { NewSetOpener } from './new-set-opener';
import { SET_STATES } from './set-state-words';

/** The library of criteria sets: by year and group, with their versions; begun empty, copied or loaded from a file. */
@Component({
  selector: 'par-criteria-sets-page',
  imports: [CanPipe, Cell, Chip, DataTable, EmptyState, LoadState, MatButton, PageHeader, RouterLink, SearchBox],
  templateUrl: './criteria-sets-page.html',
  styles: `.shelf { display: grid; gap: var(--space-2); } h2 { font-size: var(--text-heading-3); }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CriteriaSetsPage {
  private readonly api = inject(CriteriaApi);
  private readonly opener = inject(NewSetOpener);
  private readonly clock = inject(Clock);

  protected readonly states = SET_STATES;
  protected readonly stateChoices = CRITERIA_SET_STATES.map((state) => ({ state, words: SET_STATES[state].words }));
  protected readonly loaded = rxResource({ stream: () => this.api.list() });
  protected readonly sets = computed(() => (this.loaded.hasValue() ? this.loaded.value() : null));
  private readonly listedGroups = rxResource({ stream: () => this.api.groups(), defaultValue: [] });
  protected readonly groups = computed(() => this.listedGroups.value());
  protected readonly filter = signal<LibraryFilter>(EVERYTHING);
  protected readonly years = computed(() => yearsOf(this.sets() ?? []));
  protected readonly shelves = computed(() => shelves(kept(this.sets() ?? [], this.filter()), (code) => this.groupName(code)));

  protected readonly keyOf = (set: CriteriaSetSummary): string => set.id;
  protected readonly columns: readonly Column<CriteriaSetSummary>[] = [
    { id: 'title', head: $localize`Bộ tiêu chí`, value: (set) => set.title, wide: true },
    { id: 'version', head: $localize`Bản`, align: 'number', text: (set) => (set.versionNumber === 0 ? '–' : String(set.versionNumber)), value: (set) => set.versionNumber, from: 600 },
    { id: 'leaves', head: $localize`Tiêu chí`, align: 'number', text: (set) => String(set.leafCount), value: (set) => set.leafCount, from: 900 },
    { id: 'state', head: $localize`Tình trạng`, value: (set) => SET_STATES[set.state].words },
    { id: 'saved', head: $localize`Lưu lần cuối`, text: (set) => `${dayInWords(set.savedAt)} · ${set.savedBy}`, value: (set) => set.savedAt, falling: true, from: 1200 },
  ];

  protected narrow(part: Partial<LibraryFilter>): void {
    this.filter.update((filter) => ({ ...filter, ...part }));
  }

  protected narrowState(state: string): void {
    this.narrow({ state: CRITERIA_SET_STATES.find((one) => one === state) ?? '' });
  }

  protected everything(): void {
    this.filter.set(EVERYTHING);
  }

  protected begin(): void {
    const year = new Date(this.clock.now()).getFullYear() + 1;
    void this.opener.ask({ sets: this.sets() ?? [], groups: this.groups(), copyOf: null, year });
  }

  private groupName(code: string): string {
    return this.groups().find((group) => group.code === code)?.name ?? code;
  }
}
