import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { type Rule, ruleInWords } from '@par-index/scoring';

/** How a criterion is scored, in the words of a decision. */
@Component({
  selector: 'par-rule-text',
  template: `<ul>@for (line of lines(); track $index) { <li>{{ line }}</li> }</ul>`,
  styles: `
    ul { display: grid; gap: 2px; }
    li { max-width: var(--measure); }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RuleText {
  readonly rule = input.required<Rule>();
  readonly max = input.required<number>();

  protected readonly lines = computed(() => ruleInWords(this.rule(), this.max()));
}
