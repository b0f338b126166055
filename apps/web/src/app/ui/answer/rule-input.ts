import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { Answer, Finding, Rule } from '@par-index/scoring';
import { numberInWords } from '../format/number-words';
import { BestOfInput } from './best-of-input';
import { ChecklistInput } from './checklist-input';
import { ChoiceInput } from './choice-input';
import type { HalfAnswer, Typed } from './half-answer';
import { MeasureInput } from './measure-input';
import { SingleNumberInput } from './single-number-input';
import { TallyInput } from './tally-input';

/** The fields that a rule's kind asks for. */
@Component({
  selector: 'par-rule-input',
  imports: [BestOfInput, ChecklistInput, ChoiceInput, MeasureInput, SingleNumberInput, TallyInput],
  templateUrl: './rule-input.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RuleInput {
  readonly rule = input.required<Rule>();
  readonly max = input.required<number>();
  readonly answer = input.required<Answer | null>();
  readonly half = input<HalfAnswer | null>();
  readonly readonly = input(false);
  readonly findings = input<readonly Finding[]>([]);
  readonly at = input('');
  readonly written = output<Typed>();

  protected readonly directHint = computed(() => {
    const rule = this.rule();
    if (rule.kind !== 'direct') {
      return '';
    }
    const range = $localize`Từ ${numberInWords(rule.min ?? 0)}:min: đến ${numberInWords(this.max())}:max:`;
    return rule.step === undefined ? range : $localize`${range}:range:, bước ${numberInWords(rule.step)}:step:`;
  });
}
