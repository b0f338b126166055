import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { CurrentCycle } from '../../platform/cycle/current-cycle';
import { CanPipe } from '../../platform/session/can';
import { PhaseChip } from '../../ui/chips/phase-chip';
import { EmptyState } from '../../ui/loading/empty-state';
import { PageHeader } from '../../ui/page-header/page-header';

/** Every cycle, the newest first. */
@Component({
  selector: 'par-cycles-page',
  imports: [CanPipe, EmptyState, MatButton, PageHeader, PhaseChip, RouterLink],
  template: `
    <div class="page">
      <par-page-header heading="Kỳ đánh giá" i18n-heading>
        @if ('cycle.edit' | can) {
          <a actions matButton="filled" routerLink="/cycles/new" i18n>Tạo kỳ đánh giá</a>
        }
      </par-page-header>
      <ul class="stack list">
        @for (cycle of current.cycles(); track cycle.id) {
          <li class="panel panel-body row row-apart">
            <div>
              <a class="title" [routerLink]="['/cycles', cycle.id]">{{ cycle.title }}</a>
              <p class="muted small" i18n>Năm {{ cycle.year }} · {{ cycle.participantCount }} cơ quan tham gia · chủ trì: {{ cycle.leadAgency.name }}</p>
            </div>
            <par-phase-chip [phase]="cycle.phase" />
          </li>
        } @empty {
          <li><par-empty-state icon="cycle" title="Chưa có kỳ đánh giá nào" i18n-title detail="Nạp bộ tiêu chí trước, rồi tạo kỳ đánh giá." i18n-detail /></li>
        }
      </ul>
    </div>
  `,
  styles: `
    .list { padding: 0; list-style: none; }
    .title { font-weight: 600; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CyclesPage {
  protected readonly current = inject(CurrentCycle);
}
