import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { BlindOpinionView, CouncilItemView } from '@par-index/contract';
import { AnswerText } from '../../ui/answer/answer-text';
import { PointsBadge } from '../../ui/points/points-badge';
import { DECISION_WORDS } from './council-words';

/** What one of the two came to, and why. */
@Component({
  selector: 'par-blind-opinion',
  imports: [AnswerText, PointsBadge],
  template: `
    <div class="row row-apart"><strong>{{ opinion().by }}</strong><par-points-badge [points]="opinion().points" [max]="item().criterion.max" /></div>
    <p class="muted small">{{ words[opinion().kind] }}</p>
    @if (opinion().kind !== 'award') { <p><par-answer-text [rule]="item().criterion.rule" [answer]="opinion().answer" /></p> }
    <p class="said">{{ opinion().reason }}</p>
  `,
  styles: `
    :host { display: grid; gap: 2px; align-content: start; padding: var(--space-3) var(--space-4); border: 1px solid var(--line); border-radius: var(--radius); overflow-wrap: anywhere; }
    .said { white-space: pre-line; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BlindOpinion {
  readonly opinion = input.required<BlindOpinionView>();
  readonly item = input.required<CouncilItemView>();

  protected readonly words = DECISION_WORDS;
}
