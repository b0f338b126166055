import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { type Answer, ruleInWords } from '@par-index/scoring';
import { AnswerInput } from '../../../../ui/answer/answer-input';
import { fieldValueOf } from '../../../../ui/answer/field-value';
import { NumberField } from '../../../../ui/answer/number-field';
import { numberInWords, pointsFigure } from '../../../../ui/format/number-words';
import { Icon } from '../../../../ui/icon/icon';
import { TraceList } from '../../../../ui/rule/trace-list';
import type { Problems } from '../checks/problems';
import { type Fields, partOf, textOf, withTypedNumber } from '../draft/fields';
import { NumberCell } from '../rules/number-cell';
import type { RuleEdit } from '../rules/rule-edit';
import { exampleRows, withExample, withExpected, withoutExample } from './examples';
import { tried, tryOutOf } from './try-out';

/** The rule as an agency reads it, tried out: an answer is typed, its points and why stand beside it; what is right is kept as an example. */
@Component({
  selector: 'par-try-panel',
  imports: [AnswerInput, Icon, MatButton, NumberCell, NumberField, TraceList],
  templateUrl: './try-panel.html',
  styleUrls: ['./try-panel.css', '../icon-button.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TryPanel {
  readonly set = input.required<Fields>();
  readonly node = input.required<Fields>();
  /** Of the node: names what tells one criterion from the next. */
  readonly nodeKey = input.required<string>();
  readonly problems = input.required<Problems>();
  readonly written = output<RuleEdit>();

  protected readonly rule = computed(() => partOf(this.node(), 'rule'));
  protected readonly tryOut = computed(() => tryOutOf(this.set(), this.node()));
  protected readonly words = computed(() => {
    const tryOut = this.tryOut();
    return tryOut === null ? [] : ruleInWords(tryOut.leaf.rule, tryOut.leaf.max);
  });
  protected readonly compares = computed(() => textOf(this.rule(), 'kind') === 'relative');
  private readonly subject = computed(() => `${this.nodeKey()} ${textOf(this.rule(), 'kind')}`);
  /** Another criterion, or another kind of rule, is tried from the beginning. */
  protected readonly answer = linkedSignal<string, Answer | null>({ source: this.subject, computation: () => null });
  protected readonly unreadable = signal(false);
  protected readonly bestText = linkedSignal<string, string>({ source: this.nodeKey, computation: () => '' });
  private readonly best = computed(() => {
    const value = fieldValueOf(this.bestText());
    return typeof value === 'number' ? value : null;
  });
  protected readonly outcome = computed(() => {
    const [tryOut, answer] = [this.tryOut(), this.answer()];
    return tryOut === null || answer === null || this.unreadable() ? null : tried(tryOut, answer, this.best());
  });
  protected readonly points = computed(() => {
    const points = this.outcome()?.trace?.points ?? null;
    return points === null ? null : pointsFigure(points);
  });
  protected readonly mayKeep = computed(() => {
    const [answer, points] = [this.answer(), this.outcome()?.trace?.points ?? null];
    return !this.compares() && answer !== null && points !== null && !('notApplicable' in answer) ? { answer, points } : null;
  });
  protected readonly rows = computed(() => exampleRows(this.rule(), this.tryOut()));
  protected readonly numberInWords = numberInWords;
  protected readonly expectedWords = $localize`Điểm phải được, ví dụ`;
  protected readonly removeWords = $localize`Bỏ ví dụ`;

  protected keep(): void {
    const kept = this.mayKeep();
    if (kept) {
      this.written.emit({ change: (rule) => withExample(rule, kept.answer, kept.points) });
    }
  }

  protected expect(at: number, text: string): void {
    this.written.emit({ change: (rule) => withExpected(rule, at, (example) => withTypedNumber(example, 'expected', text)), key: `expected-${at}` });
  }

  protected drop(at: number): void {
    this.written.emit({ change: (rule) => withoutExample(rule, at) });
  }
}
