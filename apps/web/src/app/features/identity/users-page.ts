import { Dialog } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { type Page, type Role, ROLES, type UserView } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { AgencyList } from '../../platform/organisation/agency-list';
import { CanPipe } from '../../platform/session/can';
import { Session } from '../../platform/session/session';
import { Chip } from '../../ui/chips/chip';
import { Cell } from '../../ui/data-table/cell';
import { DataTable } from '../../ui/data-table/data-table';
import type { Column } from '../../ui/data-table/table-order';
import { momentInWords } from '../../ui/format/date-words';
import { NumberPipe } from '../../ui/format/number-pipes';
import { EmptyState } from '../../ui/loading/empty-state';
import { LoadState } from '../../ui/loading/load-state';
import { PageHeader } from '../../ui/page-header/page-header';
import { Pager } from '../../ui/pager/pager';
import { SearchBox } from '../../ui/search-box/search-box';
import { ROLE_WORDS } from '../../ui/words/role-words';
import { IdentityApi } from './identity-api';
import { UserDialog, type UserDialogInput } from './user-dialog';

/** Everybody with an account: who they are, in which roles for which agencies. */
@Component({
  selector: 'par-users-page',
  imports: [CanPipe, Cell, Chip, DataTable, EmptyState, LoadState, MatButton, NumberPipe, PageHeader, Pager, RouterLink, SearchBox],
  templateUrl: './users-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UsersPage {
  private readonly api = inject(IdentityApi);
  private readonly agencyList = inject(AgencyList);
  private readonly dialog = inject(Dialog);
  private readonly session = inject(Session);

  protected readonly roles = ROLES;
  protected readonly roleWords = ROLE_WORDS;
  protected readonly search = signal('');
  protected readonly role = signal<Role | ''>('');
  protected readonly page = linkedSignal({ source: () => this.search() + this.role(), computation: () => 1 });
  protected readonly loaded = rxResource({
    params: () => ({ search: this.search(), role: this.role(), page: this.page() }),
    stream: ({ params }) => this.api.users(params),
  });
  protected readonly list = linkedSignal<Page<UserView> | undefined, Page<UserView> | null>({
    source: () => (this.loaded.hasValue() ? this.loaded.value() : undefined),
    computation: (next, previous) => next ?? previous?.value ?? null,
  });
  protected readonly editable = computed(() => this.session.can('user.edit'));

  protected readonly keyOf = (user: UserView): string => user.id;
  protected readonly columns: readonly Column<UserView>[] = [
    { id: 'name', head: $localize`Họ và tên`, value: (user) => user.fullName },
    { id: 'grants', head: $localize`Vai trò` },
    { id: 'last', head: $localize`Đăng nhập gần nhất`, text: (user) => (user.lastSignInAt ? momentInWords(user.lastSignInAt) : $localize`chưa bao giờ`), from: 900 },
    { id: 'active', head: $localize`Tình trạng`, from: 600 },
  ];

  protected chooseRole(role: string): void {
    this.role.set(ROLES.find((known) => known === role) ?? '');
  }

  protected async open(user: UserView | null): Promise<void> {
    if (!this.editable()) {
      return;
    }
    const agencies = await firstValueFrom(this.agencyList.all());
    const opened = this.dialog.open<boolean, UserDialogInput>(UserDialog, {
      data: { user, agencies },
      panelClass: ['dialog-panel', 'dialog-panel-middle'],
      ariaLabelledBy: 'user-title',
      ariaModal: true,
    });
    await firstValueFrom(opened.closed);
    this.loaded.reload();
  }
}
