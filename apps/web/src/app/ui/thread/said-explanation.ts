import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { DifferenceView } from '@par-index/contract';
import { Chip } from '../chips/chip';
import { MomentPipe } from '../format/date-pipes';
import { OUTCOME_LOOKS } from './outcome-words';
import { QuestionChip } from './question-chip';

/** What the agency says to one difference, for who reads it: the question, the text, who wrote it and when, and how it came out. */
@Component({
  selector: 'par-said-explanation',
  imports: [Chip, MomentPipe, QuestionChip],
  template: `
    @if (difference().question; as question) {
      <p class="asked">
        <span class="muted" i18n>Câu hỏi của bên thẩm định</span> <par-question-chip [status]="question.status" />
      </p>
      <blockquote>{{ question.text }}</blockquote>
    }
    @if (look(); as look) {
      <p><par-chip [tone]="look.tone" [icon]="look.icon">{{ look.words }}</par-chip></p>
    } @else {
      <p class="muted" i18n>Cơ quan chưa nộp giải trình.</p>
    }
    @if (difference().explanation; as said) {
      @if (said.text) { <p class="said">{{ said.text }}</p> }
      <p class="muted small">
        {{ said.updatedBy }} · {{ said.updatedAt | moment }}
        @if (said.late) { <strong class="late" i18n>· sau thời hạn</strong> }
      </p>
    }
  `,
  styles: `
    :host { display: grid; gap: var(--space-2); }
    .asked { display: flex; flex-wrap: wrap; gap: var(--space-1) var(--space-2); align-items: center; }
    blockquote { max-width: var(--measure); margin: 0; padding-left: var(--space-3); border-left: 3px solid var(--line-strong); white-space: pre-line; overflow-wrap: anywhere; }
    .said { max-width: var(--measure); white-space: pre-line; overflow-wrap: anywhere; }
    .late { color: var(--late); font-weight: 500; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SaidExplanation {
  readonly difference = input.required<DifferenceView>();

  protected readonly look = computed(() => {
    const { outcome } = this.difference();
    return outcome && OUTCOME_LOOKS[outcome];
  });
}
