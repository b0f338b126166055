import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output } from '@angular/core';
import { FieldError } from '../feedback/field-error';
import { numberInWords } from '../format/number-words';
import { fieldValueOf } from './field-value';

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
  /** The number as text, or what was typed in its place. */
  readonly value = input.required<string>();
  readonly readonly = input(false);
  /** What is wrong with the value, from the rule. */
  readonly error = input<string | null>(null);
  readonly changed = output<string>();

  protected readonly fieldId = `number-field-${(count += 1)}`;
  protected readonly text = linkedSignal<string, string>({
    source: this.value,
    computation: (value, previous) => (previous && saysTheSame(previous.value, value) ? previous.value : value),
  });
  protected readonly problem = computed(() =>
    fieldValueOf(this.text()) === 'unreadable' ? $localize`Đây chưa phải là số. Hãy nhập dạng 1.842 hoặc 96,5.` : this.error(),
  );

  protected type(text: string): void {
    this.text.set(text);
    this.changed.emit(text);
  }

  /** Groups the thousands once the reader is done. */
  protected leave(): void {
    const value = fieldValueOf(this.text());
    if (value !== 'unreadable') {
      this.text.set(value === null ? '' : numberInWords(value));
    }
  }
}

function saysTheSame(one: string, other: string): boolean {
  const value = fieldValueOf(one);
  return value === 'unreadable' ? one === other : value === fieldValueOf(other);
}
