import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { FormAnswer, FormAnswers, PublicForm } from '@par-index/contract';
import { type FormStep, formSteps, rated, rowOf, wrongOn } from './form-steps';
import { formWords } from './form-text';
import { QuestionInput } from './question-input';

/** A whole form on one page: to be typed from paper, or to be looked at. */
@Component({
  selector: 'par-form-sheet',
  imports: [QuestionInput],
  template: `
    @for (step of steps(); track step.key; let at = $index) {
      @if (at === 0 || steps()[at - 1]?.section !== step.section) {
        <h3>{{ words(step.section) }}</h3>
      }
      <par-question-input
        [form]="form()"
        [step]="step"
        [answer]="answers()[step.question.id]"
        [row]="rowOf(step)"
        [wrong]="checked() ? wrongOf(step) : []"
        (answered)="say(step, $event)"
        (itemRated)="rate(step, $event.itemId, $event.option)"
      />
    }
  `,
  styles: `:host { display: grid; gap: var(--space-5); max-width: 880px; } h3 { margin: 0; }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FormSheet {
  readonly form = input.required<PublicForm>();
  readonly answers = input.required<FormAnswers>();
  /** Whether what is missing is said. */
  readonly checked = input(false);
  readonly changed = output<FormAnswers>();

  protected readonly words = formWords;
  protected readonly steps = computed(() => formSteps(this.form(), this.answers()));

  protected rowOf({ question, agency }: FormStep): Readonly<Record<string, string>> {
    return agency ? rowOf(this.answers(), question.id, agency.id) : {};
  }

  protected wrongOf(step: FormStep): readonly string[] {
    return wrongOn(this.form(), step, this.answers());
  }

  protected say({ question }: FormStep, answer: FormAnswer): void {
    this.changed.emit({ ...this.answers(), [question.id]: answer });
  }

  protected rate(step: FormStep, itemId: string, option: string): void {
    this.changed.emit(rated(this.answers(), step, itemId, option));
  }
}
