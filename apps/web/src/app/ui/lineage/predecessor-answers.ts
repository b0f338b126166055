import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { PredecessorAnswer } from '@par-index/contract';
import type { Rule } from '@par-index/scoring';
import { AnswerText } from '../answer/answer-text';
import { PointsPipe } from '../format/number-pipes';

/** What each agency that this one came from declared and was given the year before: each by its name, never a sum. */
@Component({
  selector: 'par-predecessor-answers',
  imports: [AnswerText, PointsPipe],
  template: `
    @if (answers().length > 0) {
      <div class="lines">
        <span class="muted" i18n>Năm trước, khi còn là:</span>
        <ul>
          @for (one of answers(); track one.agency.id) {
            <li>
              <strong>{{ one.agency.name }}</strong>: <par-answer-text [rule]="rule()" [answer]="one.answer" /> ·
              @if (one.points === null) { <ng-container i18n>không tính điểm</ng-container> } @else { <ng-container i18n>kết quả {{ one.points | points }} điểm</ng-container> }
            </li>
          }
        </ul>
      </div>
    }
  `,
  styles: `
    ul { padding-left: var(--space-5); list-style: disc; }
    strong { font-weight: 500; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PredecessorAnswers {
  /** Of one criterion. */
  readonly answers = input.required<readonly PredecessorAnswer[]>();
  readonly rule = input.required<Rule>();
}
