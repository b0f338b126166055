import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { CriteriaSetSummary } from '@par-index/contract';
import { CanPipe } from '../../platform/session/can';
import { Chip } from '../../ui/chips/chip';
import { Cell } from '../../ui/data-table/cell';
import { DataTable } from '../../ui/data-table/data-table';
import type { Column } from '../../ui/data-table/table-order';
import { dayInWords } from '../../ui/format/date-words';
import { EmptyState } from '../../ui/loading/empty-state';
import { LoadState } from '../../ui/loading/load-state';
import { PageHeader } from '../../ui/page-header/page-header';
import { CriteriaApi } from './criteria-api';
import { SET_STATES } from './set-state-words';

/** The criteria sets with their versions. */
@Component({
  selector: 'par-criteria-sets-page',
  imports: [CanPipe, Cell, Chip, DataTable, EmptyState, LoadState, MatButton, PageHeader, RouterLink],
  templateUrl: './criteria-sets-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CriteriaSetsPage {
  private readonly api = inject(CriteriaApi);

  protected readonly states = SET_STATES;
  protected readonly loaded = rxResource({ stream: () => this.api.list() });
  protected readonly sets = computed(() => (this.loaded.hasValue() ? this.loaded.value() : null));
  private readonly groups = rxResource({ stream: () => this.api.groups(), defaultValue: [] });

  protected readonly keyOf = (set: CriteriaSetSummary): string => set.id;
  protected readonly columns: readonly Column<CriteriaSetSummary>[] = [
    { id: 'title', head: $localize`Bộ tiêu chí`, value: (set) => set.title },
    { id: 'year', head: $localize`Năm`, align: 'number', text: (set) => String(set.year), value: (set) => set.year, falling: true },
    { id: 'group', head: $localize`Áp dụng cho`, text: (set) => this.groupName(set.groupCode), value: (set) => this.groupName(set.groupCode), from: 900 },
    { id: 'version', head: $localize`Bản`, align: 'number', text: (set) => String(set.versionNumber), from: 600 },
    { id: 'leaves', head: $localize`Tiêu chí`, align: 'number', text: (set) => String(set.leafCount), value: (set) => set.leafCount, from: 900 },
    { id: 'state', head: $localize`Tình trạng`, from: 600 },
    { id: 'created', head: $localize`Nạp ngày`, text: (set) => dayInWords(set.createdAt), value: (set) => set.createdAt, falling: true, from: 1200 },
  ];

  private groupName(code: string): string {
    return this.groups.value().find((group) => group.code === code)?.name ?? code;
  }
}
