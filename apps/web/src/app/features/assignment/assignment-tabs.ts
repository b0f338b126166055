import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { type IsActiveMatchOptions, RouterLink, RouterLinkActive } from '@angular/router';
import { CanPipe } from '../../platform/session/can';
import { CurrentCycle } from '../../platform/cycle/current-cycle';

/** The three sides of the assignment: which agency, which person, and who stands in. */
@Component({
  selector: 'par-assignment-tabs',
  imports: [CanPipe, RouterLink, RouterLinkActive],
  template: `
    <nav aria-label="Các phần của phân công" i18n-aria-label>
      @if (cycleId() || current.cycle()?.id; as id) {
        <a [routerLink]="['/assignments', id]" routerLinkActive="active" ariaCurrentWhenActive="page" [routerLinkActiveOptions]="wholeAddress" i18n>Cơ quan thẩm định</a>
        @if ('assignment.read' | can) {
          <a [routerLink]="['/assignments', id, 'people']" routerLinkActive="active" ariaCurrentWhenActive="page" i18n>Chia việc trong cơ quan</a>
        }
      }
      @if ('delegation.edit' | can) {
        <a routerLink="/assignments/absences" routerLinkActive="active" ariaCurrentWhenActive="page" i18n>Ủy quyền khi vắng mặt</a>
      }
    </nav>
  `,
  styles: `
    nav { display: flex; flex-wrap: wrap; gap: var(--space-1) var(--space-5); border-bottom: 1px solid var(--line); }
    a { padding: var(--space-2) 0; color: var(--text-muted); font-weight: 500; text-decoration: none; border-bottom: 3px solid transparent; }
    a:hover { color: var(--text); }
    a.active { color: var(--action); border-color: var(--action); }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AssignmentTabs {
  protected readonly current = inject(CurrentCycle);
  /** Whatever group is chosen in the query. */
  protected readonly wholeAddress: IsActiveMatchOptions = { paths: 'exact', queryParams: 'ignored', matrixParams: 'ignored', fragment: 'ignored' };
  readonly cycleId = input<string | null>(null);
}
