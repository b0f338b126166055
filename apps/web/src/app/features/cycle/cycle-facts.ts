import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CycleView } from '@par-index/contract';

/** What a cycle was set up with: sets, lead agency, substitutes. */
@Component({
  selector: 'par-cycle-facts',
  imports: [RouterLink],
  template: `
    <section class="panel panel-body stack" aria-labelledby="facts-title">
      <h2 id="facts-title" i18n>Thiết lập của kỳ</h2>
      <dl>
        <dt i18n>Cơ quan chủ trì</dt><dd>{{ cycle().leadAgency.name }}</dd>
        @for (set of cycle().sets; track set.groupCode) {
          <dt i18n>Bộ tiêu chí của {{ set.groupName }}</dt>
          <dd><a [routerLink]="['/criteria-sets', set.criteriaSetId]">{{ set.title }}</a>&ngsp;<span class="muted" i18n>(phiên bản {{ set.versionNumber }})</span></dd>
        }
        @for (one of cycle().substitutes; track one.owner.id) {
          <dt i18n>Thẩm định thay tại {{ one.owner.name }}</dt><dd>{{ one.substitute.name }}</dd>
        }
      </dl>
    </section>
  `,
  styles: `
    dl { display: grid; gap: var(--space-2) var(--space-5); }
    dt { color: var(--text-muted); }
    @media (min-width: 700px) { dl { grid-template-columns: minmax(200px, 1fr) 2fr; } }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CycleFacts {
  readonly cycle = input.required<CycleView>();
}
