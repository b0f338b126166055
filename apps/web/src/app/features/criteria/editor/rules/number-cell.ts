import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output } from '@angular/core';
import { fieldValueOf } from '../../../../ui/answer/field-value';
import { numberInWords } from '../../../../ui/format/number-words';

/**
 * A number in a row of others, typed the Vietnamese way; its label is for the ear, the head of the column for the eye. What is no number
 * stays as it was typed.
 */
@Component({
  selector: 'par-number-cell',
  template: `<input
    #box
    class="control control-number"
    type="text"
    inputmode="decimal"
    autocomplete="off"
    [attr.aria-label]="label()"
    [placeholder]="placeholder()"
    [value]="text()"
    [attr.aria-invalid]="invalid() || unreadable() ? true : null"
    [attr.aria-describedby]="describedBy()"
    (input)="type(box.value)"
    (blur)="leave()"
  />`,
  styles: `:host { display: block; min-width: 0; } input { min-width: 0; }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NumberCell {
  readonly label = input.required<string>();
  /** The number as text, or what was typed in its place. */
  readonly value = input.required<string>();
  readonly placeholder = input('');
  readonly invalid = input(false);
  readonly describedBy = input<string | null>(null);
  readonly changed = output<string>();

  protected readonly text = linkedSignal<string, string>({
    source: this.value,
    computation: (value, previous) => (previous && sameNumber(previous.value, value) ? previous.value : value),
  });
  protected readonly unreadable = computed(() => fieldValueOf(this.text()) === 'unreadable');

  protected type(text: string): void {
    this.text.set(text);
    this.changed.emit(text);
  }

  /** Groups the thousands once the field is left. */
  protected leave(): void {
    const value = fieldValueOf(this.text());
    if (value !== 'unreadable') {
      this.text.set(value === null ? '' : numberInWords(value));
    }
  }
}

function sameNumber(one: string, other: string): boolean {
  const value = fieldValueOf(one);
  return value === 'unreadable' ? one === other : value === fieldValueOf(other);
}
