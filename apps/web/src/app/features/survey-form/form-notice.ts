import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Icon } from '../../ui/icon/icon';
import type { IconName } from '../../ui/icon/icon-paths';

/** A page in the place of the form: thanks, or why there is none. */
@Component({
  selector: 'par-form-notice',
  imports: [Icon],
  template: `
    <par-icon [name]="icon()" [size]="48" />
    <h1 tabindex="-1">{{ title() }}</h1>
    <p>{{ detail() }}</p>
    <ng-content />
  `,
  styles: `
    :host { display: grid; gap: var(--space-4); padding-block: var(--space-8); }
    h1 { margin: 0; font-size: 1.5em; outline: none; }
    p { margin: 0; }
  `,
  host: { role: 'status' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FormNotice {
  readonly title = input.required<string>();
  readonly detail = input.required<string>();
  readonly icon = input<IconName>('info');
}
