import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Icon } from '../icon/icon';

/** What is wrong with one field, right under it. Give it an `id` and name that in the control's `aria-describedby`. */
@Component({
  selector: 'par-field-error',
  imports: [Icon],
  template: `@if (text(); as sentence) { <par-icon name="error" [size]="16" /><span>{{ sentence }}</span> }`,
  styles: `
    :host { display: flex; gap: 4px; align-items: flex-start; color: var(--late); font-size: var(--text-small); font-weight: 500; }
    :host:empty { display: none; }
    par-icon { margin-top: 2px; }
  `,
  host: { 'aria-live': 'polite' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FieldError {
  readonly text = input.required<string | null>();
}
