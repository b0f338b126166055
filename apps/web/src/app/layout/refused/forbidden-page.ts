import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { EmptyState } from '../../ui/loading/empty-state';
import { PageHeader } from '../../ui/page-header/page-header';

@Component({
  selector: 'par-forbidden-page',
  imports: [EmptyState, PageHeader, RouterLink],
  template: `
    <div class="page">
      <par-page-header heading="Không có quyền xem trang này" i18n-heading />
      <par-empty-state icon="lock" title="Tài khoản của bạn chưa được giao việc này" i18n-title
        detail="Nếu bạn cần trang này cho công việc, hãy đề nghị quản trị hệ thống cấp vai trò phù hợp." i18n-detail>
        <a routerLink="/work" i18n>Về Việc của tôi</a>
      </par-empty-state>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ForbiddenPage {}
