import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { Answer, Finding, Measure } from '@par-index/scoring';
import { draftOf } from './draft';
import { findingAt, findingExactlyAt } from './finding-words';
import { FieldError } from '../feedback/field-error';
import type { HalfAnswer, Typed } from './half-answer';
import { fieldsOf, measureDraft } from './measure-draft';
import { shareInWords } from './measured-share';
import { NumberField } from './number-field';

/** The numbers of a measure beside each other, with the share that they give. */
@Component({
  selector: 'par-measure-input',
  imports: [FieldError, NumberField],
  templateUrl: './measure-input.html',
  styleUrl: './measure-input.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MeasureInput {
  readonly measure = input.required<Measure>();
  readonly answer = input.required<Answer | null>();
  readonly half = input<HalfAnswer | null>();
  readonly readonly = input(false);
  readonly findings = input<readonly Finding[]>([]);
  /** Where this answer stands in the whole one, as a JSON pointer. */
  readonly at = input('');
  readonly written = output<Typed>();

  private readonly kind = computed(() => measureDraft(this.measure()));
  private readonly draft = draftOf(this, this.kind);
  protected readonly fields = computed(() =>
    fieldsOf(this.measure()).map((field) => ({
      ...field,
      text: this.draft()[field.key] ?? '',
      error: findingAt(this.findings(), `${this.at()}/${field.key}`),
    })),
  );
  protected readonly share = computed(() => shareInWords(this.measure(), this.draft()));
  protected readonly whole = computed(() => findingExactlyAt(this.findings(), this.at()));

  protected change(key: string, text: string): void {
    this.draft.update((draft) => ({ ...draft, [key]: text }));
    this.written.emit(this.kind().write(this.draft()));
  }
}
