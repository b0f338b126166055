import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output } from '@angular/core';
import { FieldError } from '../feedback/field-error';
import { numberInWords } from '../format/number-words';
import { type FieldValue, fieldValueOf } from './field-value';

let count = 0;

/**
 * A number typed the Vietnamese way (`1.842`, `96,5`). What was typed stays as it was typed until the field is left, and also when it is
 * no number: the reader corrects it, nobody throws it away.
 */
@Component({
  selector: 'par-number-field',
  imports: [FieldError],
  templateUrl: './number-field.html',
  styleUrl: './number-field.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NumberField {
  readonly label = input.required<string>();
  readonly unit = input('');
  readonly value = input.required<FieldValue>();
  readonly readonly = input(false);
  /** What is wrong with the value, from the rule. */
  readonly error = input<string | null>(null);
  readonly changed = output<FieldValue>();

  protected readonly fieldId = `number-field-${(count += 1)}`;
  protected readonly text = linkedSignal<FieldValue, string>({
    source: this.value,
    computation: (value, previous) => (previous && fieldValueOf(previous.value) === value ? previous.value : shown(value)),
  });
  protected readonly problem = computed(() =>
    fieldValueOf(this.text()) === 'unreadable' ? $localize`Đây chưa phải là số. Hãy nhập dạng 1.842 hoặc 96,5.` : this.error(),
  );

  protected type(text: string): void {
    this.text.set(text);
    this.changed.emit(fieldValueOf(text));
  }

  /** Groups the thousands once the reader is done. */
  protected leave(): void {
    const value = fieldValueOf(this.text());
    if (value !== 'unreadable') {
      this.text.set(shown(value));
    }
  }
}

function shown(value: FieldValue): string {
  return typeof value === 'number' ? numberInWords(value) : '';
}
