import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { FormAnswer, FormOption, PublicForm } from '@par-index/contract';
import { FieldError } from '../feedback/field-error';
import type { FormStep } from './form-steps';
import { formWords } from './form-text';
import { OptionList } from './option-list';

/** One question, or one agency of a matrix, in large targets with words. */
@Component({
  selector: 'par-question-input',
  imports: [FieldError, OptionList],
  templateUrl: './question-input.html',
  styles: `
    :host { display: grid; gap: var(--space-4); }
    textarea { min-height: 144px; font-size: inherit; }
    select { min-height: 48px; font-size: inherit; }
    p { margin: 0; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QuestionInput {
  readonly form = input.required<PublicForm>();
  readonly step = input.required<FormStep>();
  readonly answer = input<FormAnswer | undefined>();
  /** Of a matrix: what was said of this agency, item by item. */
  readonly row = input<Readonly<Record<string, string>>>({});
  /** Ids of the items, or of the question, that are missing or wrong. */
  readonly wrong = input<readonly string[]>([]);
  readonly answered = output<FormAnswer>();
  readonly itemRated = output<{ readonly itemId: string; readonly option: string }>();

  protected readonly words = formWords;
  protected readonly question = computed(() => this.step().question);
  protected readonly name = computed(() => `q-${this.step().key}`);
  protected readonly text = computed(() => {
    const answer = this.answer();
    return typeof answer === 'string' ? answer : '';
  });
  protected readonly ticked = computed(() => {
    const answer = this.answer();
    return Array.isArray(answer) ? (answer as readonly string[]) : this.text() === '' ? [] : [this.text()];
  });
  protected readonly options = computed<readonly FormOption[]>(() => {
    const question = this.question();
    return 'options' in question ? question.options : [];
  });
  protected readonly items = computed(() => {
    const question = this.question();
    return question.kind === 'matrix' ? question.items : [];
  });
  protected readonly longest = computed(() => {
    const question = this.question();
    return question.kind === 'text' ? question.longest : 0;
  });
  protected readonly problem = computed(() => (this.wrong().includes(this.question().id) ? this.sentence() : null));
  protected readonly itemProblem = $localize`Hãy chọn một mức cho nội dung này.`;

  protected ratedOf(itemId: string): readonly string[] {
    const option = this.row()[itemId];
    return option === undefined ? [] : [option];
  }

  protected tick(option: string): void {
    if (this.question().kind !== 'multiple') {
      this.answered.emit(option);
      return;
    }
    const before = this.ticked();
    this.answered.emit(before.includes(option) ? before.filter((one) => one !== option) : [...before, option]);
  }

  private sentence(): string {
    const question = this.question();
    if (question.kind === 'multiple' && question.most !== undefined && this.ticked().length > question.most) {
      return $localize`Câu này chọn nhiều nhất ${question.most}:most: lựa chọn. Hãy bỏ bớt.`;
    }
    return question.kind === 'text' ? $localize`Hãy viết câu trả lời, không quá ${this.longest()}:longest: ký tự.` : $localize`Hãy chọn một câu trả lời.`;
  }
}
