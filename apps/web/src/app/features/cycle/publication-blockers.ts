import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { Icon } from '../../ui/icon/icon';
import { LoadState } from '../../ui/loading/load-state';
import { CycleApi } from './cycle-api';

/** What still stands between a cycle and its publication, line by line. */
@Component({
  selector: 'par-publication-blockers',
  imports: [Icon, LoadState],
  template: `
    @if (loaded.hasValue()) {
      @if (loaded.value().ready) {
        <p class="notice notice-full"><par-icon name="complete" /><span i18n>Đủ điều kiện công bố: không còn việc nào mở.</span></p>
      } @else {
        <section class="panel panel-body stack" aria-labelledby="blockers-title">
          <h2 id="blockers-title" i18n>Còn {{ loaded.value().blockers.length }} việc trước khi công bố</h2>
          <ul class="effects">
            @for (blocker of loaded.value().blockers; track $index) {
              <li><strong>{{ blocker.agency.name }}:</strong> {{ blocker.detail }}</li>
            }
          </ul>
        </section>
      }
    } @else {
      <par-load-state [of]="loaded" [rows]="1" [rowHeight]="48" />
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PublicationBlockers {
  private readonly api = inject(CycleApi);

  readonly cycleId = input.required<string>();

  protected readonly loaded = rxResource({ params: this.cycleId, stream: ({ params }) => this.api.publicationCheck(params) });
}
