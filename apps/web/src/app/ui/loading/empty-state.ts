import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-paths';

/** Says that there is nothing here, why, and (in its content) what can be done. */
@Component({
  selector: 'par-empty-state',
  imports: [Icon],
  template: `
    <par-icon [name]="icon()" [size]="28" />
    <p class="title">{{ title() }}</p>
    @if (detail()) { <p class="detail">{{ detail() }}</p> }
    <ng-content />
  `,
  styleUrl: './empty-state.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EmptyState {
  readonly title = input.required<string>();
  readonly detail = input('');
  readonly icon = input<IconName>('info');
}
