import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { type Answer, answerInWords, type Rule } from '@par-index/scoring';

/** What was declared, in words: «1.842/1.905». Says so where nothing was. */
@Component({
  selector: 'par-answer-text',
  template: `@if (words(); as words) { {{ words }} } @else { <span class="muted" i18n>chưa kê khai</span> }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AnswerText {
  readonly rule = input.required<Rule>();
  readonly answer = input.required<Answer | null>();

  protected readonly words = computed(() => {
    const answer = this.answer();
    return answer && answerInWords(this.rule(), answer);
  });
}
