import { Dialog } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { AgencyView, Page } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { CanPipe } from '../../platform/session/can';
import { Session } from '../../platform/session/session';
import { Toasts } from '../../platform/toast/toasts';
import { Chip } from '../../ui/chips/chip';
import { Cell } from '../../ui/data-table/cell';
import { DataTable } from '../../ui/data-table/data-table';
import type { Column } from '../../ui/data-table/table-order';
import { NumberPipe } from '../../ui/format/number-pipes';
import { EmptyState } from '../../ui/loading/empty-state';
import { LoadState } from '../../ui/loading/load-state';
import { PageHeader } from '../../ui/page-header/page-header';
import { Pager } from '../../ui/pager/pager';
import { SearchBox } from '../../ui/search-box/search-box';
import { AgencyDialog, type AgencyDialogInput } from './agency-dialog';
import { OrganisationApi } from './organisation-api';

/** The agencies of the province, by group. */
@Component({
  selector: 'par-agencies-page',
  imports: [CanPipe, Cell, Chip, DataTable, EmptyState, LoadState, MatButton, NumberPipe, PageHeader, Pager, RouterLink, SearchBox],
  templateUrl: './agencies-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AgenciesPage {
  private readonly api = inject(OrganisationApi);
  private readonly dialog = inject(Dialog);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);

  protected readonly search = signal('');
  protected readonly groupCode = signal('');
  protected readonly page = linkedSignal({ source: () => this.search() + this.groupCode(), computation: () => 1 });
  protected readonly groups = rxResource({ stream: () => this.api.groups(), defaultValue: [] });
  protected readonly loaded = rxResource({
    params: () => ({ search: this.search(), groupCode: this.groupCode(), page: this.page() }),
    stream: ({ params }) => this.api.agencies(params),
  });
  /** The last list stays while the next one is loading, so that nothing jumps. */
  protected readonly list = linkedSignal<Page<AgencyView> | undefined, Page<AgencyView> | null>({
    source: () => (this.loaded.hasValue() ? this.loaded.value() : undefined),
    computation: (next, previous) => next ?? previous?.value ?? null,
  });
  protected readonly editable = computed(() => this.session.can('agency.edit'));

  protected readonly keyOf = (agency: AgencyView): string => agency.id;
  protected readonly columns: readonly Column<AgencyView>[] = [
    { id: 'name', head: $localize`Tên cơ quan`, text: (agency) => agency.name, value: (agency) => agency.name },
    { id: 'short', head: $localize`Tên ngắn`, text: (agency) => agency.shortName, value: (agency) => agency.shortName, from: 900 },
    { id: 'code', head: $localize`Mã`, text: (agency) => agency.code, value: (agency) => agency.code, from: 1200 },
    { id: 'group', head: $localize`Nhóm`, text: (agency) => this.groupName(agency.groupCode), value: (agency) => this.groupName(agency.groupCode), from: 600 },
    { id: 'lineage', head: $localize`Lịch sử`, from: 600 },
    { id: 'active', head: $localize`Tình trạng`, value: (agency) => (agency.active ? 0 : 1) },
  ];

  protected async open(agency: AgencyView | null): Promise<void> {
    if (!this.editable()) {
      return;
    }
    const opened = this.dialog.open<AgencyView, AgencyDialogInput>(AgencyDialog, {
      data: { agency, groups: this.groups.value() },
      panelClass: 'dialog-panel',
      ariaLabelledBy: 'agency-title',
      ariaModal: true,
    });
    const saved = await firstValueFrom(opened.closed);
    if (saved) {
      this.toasts.done($localize`Đã lưu ${saved.name}:agency:.`);
      this.loaded.reload();
    }
  }

  private groupName(code: string): string {
    return this.groups.value().find((group) => group.code === code)?.name ?? code;
  }
}
