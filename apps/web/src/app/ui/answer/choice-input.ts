import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { Answer, ChoiceRule, Finding } from '@par-index/scoring';
import { FieldError } from '../feedback/field-error';
import { PointsPipe } from '../format/number-pipes';
import { findingAt } from './finding-words';
import type { Typed } from './half-answer';

let count = 0;

/** One of the options, each with what it is worth. */
@Component({
  selector: 'par-choice-input',
  imports: [FieldError, PointsPipe],
  template: `
    <fieldset [disabled]="readonly()">
      <legend class="visually-hidden" i18n>Chọn một mức</legend>
      @for (option of rule().options; track option.id) {
        <label class="line">
          <input type="radio" [name]="name" [checked]="chosen() === option.id" (change)="written.emit({ answer: { choice: option.id }, half: null })" />
          <span>{{ option.label }}</span>
          <span class="worth">{{ option.points | points }}</span>
        </label>
      }
    </fieldset>
    @if (problem(); as sentence) { <par-field-error [text]="sentence" /> }
  `,
  styleUrl: './option-lines.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChoiceInput {
  readonly rule = input.required<ChoiceRule>();
  readonly answer = input.required<Answer | null>();
  readonly readonly = input(false);
  readonly findings = input<readonly Finding[]>([]);
  readonly at = input('');
  readonly written = output<Typed>();

  protected readonly name = `choice-${(count += 1)}`;
  protected readonly chosen = computed(() => {
    const answer = this.answer();
    return answer && 'choice' in answer ? answer.choice : null;
  });
  protected readonly problem = computed(() => findingAt(this.findings(), this.at()));
}
