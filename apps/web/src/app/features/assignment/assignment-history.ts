import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MomentPipe } from '../../ui/format/date-pipes';
import { LoadState } from '../../ui/loading/load-state';
import { Pager } from '../../ui/pager/pager';
import { AssignmentApi } from './assignment-api';

/** Every change of who appraises what, with its reason. */
@Component({
  selector: 'par-assignment-history',
  imports: [LoadState, MomentPipe, Pager],
  template: `
    <section class="stack" aria-labelledby="history-title">
      <h2 id="history-title" i18n>Lịch sử phân công</h2>
      @if (loaded.hasValue()) {
        @if (loaded.value().total === 0) {
          <p class="muted" i18n>Chưa có thay đổi nào so với bộ tiêu chí.</p>
        } @else {
          <ul class="panel">
            @for (line of loaded.value().items; track $index) {
              <li class="panel-body">
                <p>{{ line.what }}</p>
                <p class="muted small">{{ line.at | moment }} · {{ line.by }}@if (line.reason) { · <ng-container i18n>lý do: {{ line.reason }}</ng-container> }</p>
              </li>
            }
          </ul>
          <par-pager [page]="loaded.value().page" [pageSize]="loaded.value().pageSize" [total]="loaded.value().total" (turned)="page.set($event)" />
        }
      } @else {
        <par-load-state [of]="loaded" [rows]="2" />
      }
    </section>
  `,
  styles: `li + li { border-top: 1px solid var(--line-faint); }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AssignmentHistory {
  private readonly api = inject(AssignmentApi);
  readonly cycleId = input.required<string>();
  /** Counts the changes made here, so that it loads again. */
  readonly changes = input(0);

  protected readonly page = signal(1);
  protected readonly loaded = rxResource({
    params: () => ({ cycleId: this.cycleId(), page: this.page(), changes: this.changes() }),
    stream: ({ params }) => this.api.history(params.cycleId, params.page),
  });
}
