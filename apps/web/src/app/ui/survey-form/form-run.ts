import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, input, linkedSignal, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { type FilledForm, type FormAnswer, type FormAnswers, keptAnswers, type PublicForm } from '@par-index/contract';
import { Icon } from '../icon/icon';
import { RefusalNotice } from '../feedback/refusal-notice';
import type { FormDraft } from './form-draft';
import { type FormStep, formSteps, placeOfForm, rated, rowOf, wrongOn } from './form-steps';
import { formWords } from './form-text';
import { QuestionInput } from './question-input';

const SECOND = 1000;

/** A form from its first word to sending it: one question a screen, with progress and a way back. It neither keeps nor sends anything by itself. */
@Component({
  selector: 'par-form-run',
  imports: [Icon, MatButton, QuestionInput, RefusalNotice],
  templateUrl: './form-run.html',
  styleUrl: './form-run.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FormRun {
  readonly form = input.required<PublicForm>();
  readonly opened = input.required<FormDraft>();
  readonly busy = input(false);
  readonly refused = input<string | null>(null);
  readonly changed = output<FormDraft>();
  readonly filled = output<FilledForm>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly words = formWords;
  protected readonly draft = linkedSignal(() => this.opened());
  private readonly tried = signal(false);
  protected readonly steps = computed(() => formSteps(this.form(), this.draft().answers));
  protected readonly place = computed(() => this.steps().findIndex(({ key }) => key === this.draft().at));
  protected readonly step = computed<FormStep | null>(() => this.steps()[this.place()] ?? null);
  protected readonly isLast = computed(() => this.place() === this.steps().length - 1);
  protected readonly office = computed(() => this.form().offices.find(({ id }) => id === this.form().officeId)?.name ?? null);
  protected readonly answer = computed<FormAnswer | undefined>(() => this.draft().answers[this.step()?.question.id ?? '']);
  protected readonly row = computed(() => {
    const step = this.step();
    return step?.agency ? rowOf(this.draft().answers, step.question.id, step.agency.id) : {};
  });
  private readonly lacking = computed(() => {
    const step = this.step();
    return step ? wrongOn(this.form(), step, this.draft().answers) : [];
  });
  protected readonly wrong = computed(() => (this.tried() ? this.lacking() : []));

  protected begin(): void {
    this.show(this.steps()[0]?.key ?? null);
  }

  protected say(answer: FormAnswer): void {
    const step = this.step();
    if (step) {
      this.keep({ ...this.draft().answers, [step.question.id]: answer });
    }
  }

  protected rate({ itemId, option }: { readonly itemId: string; readonly option: string }): void {
    const step = this.step();
    if (step) {
      this.keep(rated(this.draft().answers, step, itemId, option));
    }
  }

  protected back(): void {
    this.show(this.steps()[this.place() - 1]?.key ?? null);
  }

  protected next(): void {
    if (this.lacking().length > 0) {
      this.tried.set(true);
      setTimeout(() => this.host.nativeElement.querySelector<HTMLElement>('[aria-invalid="true"] input, [aria-invalid="true"]')?.focus());
    } else if (this.isLast()) {
      this.finish();
    } else {
      this.show(this.steps()[this.place() + 1]?.key ?? null);
    }
  }

  private finish(): void {
    const { id, answers, begunAt } = this.draft();
    const wrong = this.steps().find((step) => wrongOn(this.form(), step, answers).length > 0);
    if (wrong) {
      this.show(wrong.key);
      this.tried.set(true);
      return;
    }
    const now = Date.now();
    const seconds = begunAt === null ? null : Math.round(Math.max(0, now - Date.parse(begunAt)) / SECOND);
    this.filled.emit({ id, answers: keptAnswers(this.form().questionnaire, answers, placeOfForm(this.form())), answeredAt: new Date(now).toISOString(), seconds });
  }

  private keep(answers: FormAnswers): void {
    this.update({ ...this.draft(), answers, begunAt: this.draft().begunAt ?? new Date().toISOString() });
  }

  /** The new question is read out and takes the keyboard. */
  private show(at: string | null): void {
    this.tried.set(false);
    this.update({ ...this.draft(), at });
    setTimeout(() => this.host.nativeElement.querySelector<HTMLElement>('.screen')?.focus());
  }

  private update(draft: FormDraft): void {
    this.draft.set(draft);
    this.changed.emit(draft);
  }
}
