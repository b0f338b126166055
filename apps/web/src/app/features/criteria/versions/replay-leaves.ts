import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { ReplayRow } from '@par-index/contract';
import { numberInWords } from '../../../ui/format/number-words';
import { placesInWords, quietReason } from './replay-lines';

/** Why one agency moves: every criterion that gives it other points. */
@Component({
  selector: 'par-replay-leaves',
  template: `
    <h2>{{ row().agency.name }}</h2>
    <p><ng-container i18n>Chỉ số {{ number(row().before.index) }} → {{ number(row().after.index) }}, hạng {{ row().before.rank }} → {{ row().after.rank }}</ng-container> ({{ places(row()) }}).</p>
    @if (row().leaves.length > 0) {
      <ul>
        @for (leaf of row().leaves; track leaf.code) {
          <li><p class="head">{{ leaf.code }} {{ leaf.title }}</p><p>{{ points(leaf.before) }} → <strong>{{ points(leaf.after) }}</strong> <span class="muted">· {{ leaf.why }}</span></p></li>
        }
      </ul>
    } @else {
      <p class="muted">{{ reason(row()) }}</p>
    }
  `,
  styles: `
    :host { display: grid; gap: var(--space-3); }
    h2 { font-size: var(--text-heading-2); }
    ul { display: grid; gap: var(--space-2); }
    li { padding: var(--space-1) 0 var(--space-2); border-bottom: 1px solid var(--line-faint); }
    .head { font-weight: 500; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReplayLeaves {
  readonly row = input.required<ReplayRow>();

  protected readonly places = placesInWords;
  protected readonly reason = quietReason;
  protected readonly number = (value: number): string => numberInWords(value, 2);

  protected points(points: number | null): string {
    return points === null ? $localize`không tính` : numberInWords(points);
  }
}
