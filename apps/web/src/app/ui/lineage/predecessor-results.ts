import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { PredecessorResult } from '@par-index/contract';
import { NumberPipe } from '../format/number-pipes';

/** «trước đây: xã A (91,20, hạng 3), xã B (88,05, hạng 9)»: each agency that this one came from with its own result of the year before. */
@Component({
  selector: 'par-predecessor-results',
  imports: [NumberPipe],
  template: `
    @if (results().length > 0) {
      <span class="muted small">
        <ng-container i18n>trước đây:</ng-container>&ngsp;
        @for (one of results(); track one.agency.id; let last = $last) {
          <span class="one"><ng-container i18n>{{ one.agency.name }} ({{ one.index | num: 2 }}, hạng {{ one.rank }})</ng-container>@if (!last) {,}</span>{{ ' ' }}
        }
      </span>
    }
  `,
  styles: ':host { display: block; overflow-wrap: anywhere; }',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PredecessorResults {
  readonly results = input.required<readonly PredecessorResult[]>();
}
