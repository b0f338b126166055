import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { NextCyclePreview } from '@par-index/contract';
import { MomentPipe } from '../../ui/format/date-pipes';
import { NumberPipe } from '../../ui/format/number-pipes';
import { Icon } from '../../ui/icon/icon';
import { PHASE_WORDS } from '../../ui/words/phase-words';

/** Exactly what will be created. */
@Component({
  selector: 'par-next-cycle-summary',
  imports: [Icon, MomentPipe, NumberPipe],
  templateUrl: './next-cycle-summary.html',
  styles: `
    :host { display: grid; gap: var(--space-4); }
    ul { padding-left: var(--space-5); list-style: disc; }
    dl { display: grid; gap: var(--space-2) var(--space-5); }
    dt { color: var(--text-muted); }
    @media (min-width: 700px) { dl { grid-template-columns: minmax(180px, 1fr) 3fr; } }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NextCycleSummary {
  readonly preview = input.required<NextCyclePreview>();
  readonly documents = input.required<number>();

  protected readonly phaseWords = PHASE_WORDS;
}
