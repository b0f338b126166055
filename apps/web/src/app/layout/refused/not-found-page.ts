import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { EmptyState } from '../../ui/loading/empty-state';
import { PageHeader } from '../../ui/page-header/page-header';

@Component({
  selector: 'par-not-found-page',
  imports: [EmptyState, PageHeader, RouterLink],
  template: `
    <div class="page">
      <par-page-header heading="Không tìm thấy trang" i18n-heading />
      <par-empty-state icon="search" title="Địa chỉ này không có, hoặc bạn không được xem" i18n-title
        detail="Kiểm tra lại đường dẫn. Hồ sơ của cơ quan khác không mở được ở đây." i18n-detail>
        <a routerLink="/work" i18n>Về Việc của tôi</a>
      </par-empty-state>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotFoundPage {}
