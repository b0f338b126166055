import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { comparePoints, subtractPoints } from '@par-index/scoring';
import { pointsFigure } from '../../ui/format/number-words';
import { PointsBadge } from '../../ui/points/points-badge';
import { worthOf } from './criterion-standing';
import { decidedAnswer, type DecisionSubject, formIdOf } from './decision-draft';
import type { DeskEntry } from './desk-entry';

/** What the decision will be worth, at every keystroke, and the button that saves it. Stays in view while the criterion scrolls. */
@Component({
  selector: 'par-decision-bar',
  imports: [MatButton, PointsBadge],
  templateUrl: './decision-bar.html',
  styleUrl: './decision-bar.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DecisionBar {
  readonly subject = input.required<DecisionSubject>();
  readonly entry = input.required<DeskEntry>();
  readonly saving = input(false);
  /** What the way goes on to after a decision. */
  readonly nextIs = input<'criterion' | 'agency'>('criterion');

  protected readonly formId = computed(() => formIdOf(this.subject()));
  /** Null while what is typed is no answer yet. */
  protected readonly worth = computed(() => {
    const [{ set, leaf }, answer] = [this.subject(), decidedAnswer(this.subject(), this.entry().draft)];
    return answer === undefined ? null : worthOf(set, leaf.code, answer);
  });
  /** «giảm 0,25» against what is in force below. */
  protected readonly change = computed(() => {
    const { set, leaf, below, purpose } = this.subject();
    const [now, before] = [this.worth(), worthOf(set, leaf.code, below)];
    if (purpose === 'figure' || leaf.source !== 'self' || now?.kind !== 'points' || before.kind !== 'points' || comparePoints(now.points, before.points) === 0) {
      return null;
    }
    const difference = subtractPoints(now.points, before.points);
    return difference > 0 ? $localize`tăng ${pointsFigure(difference)}:points:` : $localize`giảm ${pointsFigure(-difference)}:points:`;
  });
}
