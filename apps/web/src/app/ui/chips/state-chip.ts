import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { AssessmentState } from '@par-index/contract';
import { STATE_LOOKS } from '../words/state-words';
import { Chip } from './chip';

/** The state of an assessment; `late` and `notSubmitted` stand beside it, never instead of it. */
@Component({
  selector: 'par-state-chip',
  imports: [Chip],
  template: `
    <par-chip [tone]="look().tone" [icon]="look().icon">{{ look().words }}</par-chip>
    @if (notSubmitted()) { <par-chip tone="late" icon="flag" i18n>Không nộp</par-chip> } @else if (late()) { <par-chip tone="late" icon="clock" i18n>Nộp muộn</par-chip> }
  `,
  styles: ':host { display: inline-flex; flex-wrap: wrap; gap: 4px; }',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StateChip {
  readonly state = input.required<AssessmentState>();
  readonly late = input(false);
  readonly notSubmitted = input(false);

  protected readonly look = computed(() => STATE_LOOKS[this.state()]);
}
