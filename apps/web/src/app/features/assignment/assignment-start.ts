import { ChangeDetectionStrategy, Component, effect, inject } from '@angular/core';
import { Router } from '@angular/router';
import { CurrentCycle } from '../../platform/cycle/current-cycle';
import { Session } from '../../platform/session/session';
import { EmptyState } from '../../ui/loading/empty-state';
import { PageHeader } from '../../ui/page-header/page-header';
import { AssignmentTabs } from './assignment-tabs';

/** The entrance: leads to the running cycle, to the agencies for Sở Nội vụ and the council, to the people for everybody else. */
@Component({
  selector: 'par-assignment-start',
  imports: [AssignmentTabs, EmptyState, PageHeader],
  template: `
    <div class="page">
      <par-page-header heading="Phân công thẩm định" i18n-heading lead="" />
      <par-assignment-tabs />
      <par-empty-state icon="table" title="Chưa có kỳ đánh giá nào" i18n-title detail="Phân công hiện ở đây khi Sở Nội vụ tạo kỳ đánh giá." i18n-detail />
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AssignmentStart {
  constructor() {
    const current = inject(CurrentCycle);
    const router = inject(Router);
    const session = inject(Session);
    effect(() => {
      const cycle = current.cycle();
      if (cycle) {
        void router.navigate(session.can('assignment.edit') || session.can('council.read') ? ['/assignments', cycle.id] : ['/assignments', cycle.id, 'people'], { replaceUrl: true });
      }
    });
  }
}
