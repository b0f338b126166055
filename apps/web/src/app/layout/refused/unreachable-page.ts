import { ChangeDetectionStrategy, Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { EmptyState } from '../../ui/loading/empty-state';

/** In the place of a page that could not be opened: the server is out of reach, or a new version has replaced the page's file. */
@Component({
  selector: 'par-unreachable-page',
  imports: [EmptyState, MatButton],
  template: `
    <main class="page">
      <h1 tabindex="-1" i18n>Chưa mở được trang</h1>
      <par-empty-state icon="offline" title="Không kết nối được với máy chủ" i18n-title
        detail="Kiểm tra mạng rồi tải lại. Nếu phần mềm vừa được cập nhật, tải lại cũng lấy bản mới." i18n-detail>
        <button type="button" matButton="filled" (click)="reload()" i18n>Tải lại</button>
      </par-empty-state>
    </main>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UnreachablePage {
  /** The address was kept: the same page is tried again. */
  protected reload(): void {
    location.reload();
  }
}
