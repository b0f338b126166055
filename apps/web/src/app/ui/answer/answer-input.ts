import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output } from '@angular/core';
import type { Answer, CompiledLeaf, Finding } from '@par-index/scoring';
import { FieldError } from '../feedback/field-error';
import { findingAt } from './finding-words';
import { type HalfAnswer, hasUnreadable, NOTHING_TYPED, type Typed } from './half-answer';
import { RuleInput } from './rule-input';

/**
 * The answer to one criterion, with fields made for its rule; where the set allows it also «không áp dụng» with a reason. Emits what can
 * be scored as soon as it is typed, also what the rule then refuses: the page checks it (`checkAnswer`) and gives the findings back.
 * A page that keeps half-typed answers listens to `typed` and gives `half` back; one that does not listens to `changed`.
 */
@Component({
  selector: 'par-answer-input',
  imports: [FieldError, RuleInput],
  templateUrl: './answer-input.html',
  styleUrl: './answer-input.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AnswerInput {
  readonly leaf = input.required<CompiledLeaf>();
  readonly answer = input.required<Answer | null>();
  /** What is typed by half, to stand in the fields in the place of the answer. Left out by a page that does not keep it. */
  readonly half = input<HalfAnswer | null>();
  readonly readonly = input(false);
  readonly findings = input<readonly Finding[]>([]);
  /** Set to false where «không áp dụng» is not for this reader to say. */
  readonly allowNotApplicable = input(true);
  /** Everything that the fields hold, at every keystroke. */
  readonly typed = output<Typed>();
  /** The answer alone: null while it is typed by half. */
  readonly changed = output<Answer | null>();
  /** True while a field holds what is no number: nothing is emitted by `changed` until it is corrected. */
  readonly unreadable = output<boolean>();

  protected readonly mayNotApply = computed(() => this.allowNotApplicable() && this.leaf().whenNotApplicable !== 'forbidden');
  /** The reason given, or null while the criterion applies. */
  protected readonly reason = computed(() => {
    const answer = this.answer();
    return answer && 'notApplicable' in answer ? answer.reason : null;
  });
  protected readonly reasonProblem = computed(() => (this.reason() === null ? null : findingAt(this.findings(), '')));
  /** What the fields held before «không áp dụng» was ticked, so that unticking brings it back. */
  private readonly before = linkedSignal<string, Typed>({ source: () => this.leaf().code, computation: () => NOTHING_TYPED });

  protected toggleNotApplicable(): void {
    if (this.reason() === null) {
      this.before.set({ answer: this.answer(), half: this.half() ?? null });
      this.giveReason('');
      return;
    }
    this.write(this.before());
  }

  protected giveReason(reason: string): void {
    this.write({ answer: { notApplicable: true, reason }, half: null });
  }

  protected write(typed: Typed): void {
    const unreadable = hasUnreadable(typed.half);
    this.typed.emit(typed);
    this.unreadable.emit(unreadable);
    if (!unreadable) {
      this.changed.emit(typed.answer);
    }
  }
}
