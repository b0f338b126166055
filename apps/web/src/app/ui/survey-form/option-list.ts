import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { FormOption } from '@par-index/contract';
import { FieldError } from '../feedback/field-error';
import { formWords } from './form-text';

/** The options of a question, each a target of 48 px with its words. `beside`: next to each other where there is room. */
@Component({
  selector: 'par-option-list',
  imports: [FieldError],
  template: `
    <fieldset [class]="layout()" [attr.aria-describedby]="name() + '-error'" [attr.aria-invalid]="problem() ? true : null">
      <legend [class.asked]="layout() === 'below'">{{ legend() }}</legend>
      <div class="options">
        @for (option of options(); track option.id) {
          <label>
            <input
              [type]="multiple() ? 'checkbox' : 'radio'"
              [name]="name()"
              [value]="option.id"
              [checked]="chosen().includes(option.id)"
              (change)="picked.emit(option.id)"
            />
            <span>{{ words(option.label) }}</span>
          </label>
        }
      </div>
      <par-field-error [id]="name() + '-error'" [text]="problem()" />
    </fieldset>
  `,
  styles: `
    fieldset { min-width: 0; margin: 0; padding: 0; border: 0; }
    legend { padding: 0 0 var(--space-2); font-weight: 500; }
    .options { display: grid; gap: var(--space-2); }
    .beside .options { grid-template-columns: repeat(auto-fit, minmax(128px, 1fr)); }
    label { display: flex; gap: var(--space-3); align-items: center; min-height: 48px; padding: var(--space-2) var(--space-4); background: var(--surface);
      border: 1px solid var(--line-strong); border-radius: var(--radius); cursor: pointer; }
    label:has(:checked) { background: var(--action-soft); border-color: var(--action); box-shadow: inset 0 0 0 1px var(--action); }
    label:has(:focus-visible) { outline: 2px solid var(--focus-ring); outline-offset: 2px; }
    input { flex: none; width: 1.25em; height: 1.25em; margin: 0; accent-color: var(--action); outline: none; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OptionList {
  readonly name = input.required<string>();
  readonly legend = input.required<string>();
  readonly options = input.required<readonly FormOption[]>();
  readonly chosen = input.required<readonly string[]>();
  readonly multiple = input(false);
  readonly layout = input<'beside' | 'below'>('below');
  readonly problem = input<string | null>(null);
  readonly picked = output<string>();

  protected readonly words = formWords;
}
