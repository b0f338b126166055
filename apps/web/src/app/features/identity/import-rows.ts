import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { UserImportRow, UserImportView } from '@par-index/contract';
import { DataTable } from '../../ui/data-table/data-table';
import type { Column } from '../../ui/data-table/table-order';
import { Icon } from '../../ui/icon/icon';

const EFFECTS: Readonly<Record<UserImportRow['effect'], string>> = {
  'create': $localize`tạo tài khoản mới`,
  'add-role': $localize`thêm vai trò`,
  'add-email': $localize`thêm địa chỉ thư`,
  'unchanged': $localize`đã có, không đổi`,
};

/** What a sheet would do, line by line, or which cells are wrong. */
@Component({
  selector: 'par-import-rows',
  imports: [DataTable, Icon],
  templateUrl: './import-rows.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportRows {
  readonly tried = input.required<UserImportView>();
  readonly fileName = input.required<string>();

  protected readonly keyOf = (row: UserImportRow): string => String(row.row);
  protected readonly columns: readonly Column<UserImportRow>[] = [
    { id: 'row', head: $localize`Dòng`, align: 'number', text: (row) => String(row.row), value: (row) => row.row },
    { id: 'user', head: $localize`Tên đăng nhập`, text: (row) => row.userName, value: (row) => row.userName },
    { id: 'name', head: $localize`Họ và tên`, text: (row) => row.fullName, value: (row) => row.fullName },
    { id: 'role', head: $localize`Vai trò`, text: (row) => row.role },
    { id: 'agency', head: $localize`Mã cơ quan`, text: (row) => row.agencyCode },
    { id: 'email', head: $localize`Thư điện tử`, text: (row) => row.email ?? '', from: 900 },
    { id: 'effect', head: $localize`Sẽ làm`, text: (row) => EFFECTS[row.effect], value: (row) => EFFECTS[row.effect] },
  ];
}
