import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { FieldError } from '../../../../ui/feedback/field-error';
import { Problems } from '../checks/problems';
import { type Fields, numberTextOf, partOf, textOf, withTypedNumber } from '../draft/fields';
import { MeasureEditor } from './measure-editor';
import { NumberCell } from './number-cell';
import { type PartEdit, type RuleEdit, within } from './rule-edit';

/** Points in proportion to a figure: at which one they are full, and below which one there are none. */
@Component({
  selector: 'par-proportional-editor',
  imports: [FieldError, MeasureEditor, NumberCell],
  template: `
    <par-measure-editor [measure]="measure()" [problems]="problems().below('/measure')" (written)="measureWritten($event)" />
    <div class="pair">
      @for (line of lines(); track line.name) {
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
    </div>
  `,
  styles: `
    :host { display: grid; gap: var(--space-4); }
    .pair { display: grid; grid-template-columns: repeat(auto-fill, minmax(220px, 1fr)); gap: var(--space-3); align-items: end; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProportionalEditor {
  readonly rule = input.required<Fields>();
  readonly problems = input(Problems.none);
  readonly written = output<RuleEdit>();

  protected readonly measure = computed(() => partOf(this.rule(), 'measure'));
  private readonly unit = computed(() => (textOf(this.measure(), 'type') === 'number' ? textOf(this.measure(), 'unit') : '%'));
  protected readonly lines = computed(() => {
    const unit = this.unit() === '' ? '' : ` (${this.unit()})`;
    return [
      { name: 'target', label: $localize`Đạt từ mức này thì đủ điểm${unit}:unit:`, placeholder: '100' },
      { name: 'zeroBelow', label: $localize`Dưới mức này thì 0 điểm${unit}:unit:`, placeholder: $localize`không có` },
    ] as const;
  });
  protected readonly numberTextOf = numberTextOf;

  protected figure(name: string, text: string): void {
    this.written.emit({ change: (rule) => withTypedNumber(rule, name, text), key: name });
  }

  protected measureWritten(edit: PartEdit): void {
    this.written.emit(within(edit, 'measure'));
  }
}
