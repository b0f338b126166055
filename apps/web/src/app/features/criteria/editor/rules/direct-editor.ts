import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { FieldError } from '../../../../ui/feedback/field-error';
import { Problems } from '../checks/problems';
import { type Fields, numberTextOf, withTypedNumber } from '../draft/fields';
import { NumberCell } from './number-cell';
import type { RuleEdit } from './rule-edit';

/** Points that are given as such: from which on, and in which steps. */
@Component({
  selector: 'par-direct-editor',
  imports: [FieldError, NumberCell],
  template: `
    @for (line of lines; track line.name) {
      <div class="field">
        <span class="field-label" aria-hidden="true">{{ line.label }}</span>
        <par-number-cell
          [label]="line.label"
          [placeholder]="line.placeholder"
          [value]="numberTextOf(rule(), line.name)"
          [invalid]="problems().marks('/' + line.name)"
          [attr.data-at]="problems().place('/' + line.name)"
          (changed)="figure(line.name, $event)"
        />
        <par-field-error [text]="problems().exactly('/' + line.name)" />
      </div>
    }
  `,
  styles: `:host { display: grid; grid-template-columns: repeat(auto-fill, minmax(220px, 1fr)); gap: var(--space-3); }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DirectEditor {
  readonly rule = input.required<Fields>();
  readonly problems = input(Problems.none);
  readonly written = output<RuleEdit>();

  protected readonly lines = [
    { name: 'min', label: $localize`Điểm thấp nhất`, placeholder: '0' },
    { name: 'step', label: $localize`Bước điểm`, placeholder: $localize`tùy ý` },
  ] as const;
  protected readonly numberTextOf = numberTextOf;

  protected figure(name: string, text: string): void {
    this.written.emit({ change: (rule) => withTypedNumber(rule, name, text), key: name });
  }
}
