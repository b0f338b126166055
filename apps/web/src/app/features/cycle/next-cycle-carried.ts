import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { NextCycleProposal } from '@par-index/contract';
import { NumberPipe } from '../../ui/format/number-pipes';
import { exemptionKey, type NextCycleChoice, toggled } from './next-cycle-choice';

/** Who stands in for whom, who appraises what otherwise than the set says, who is exempt: each is taken along or left, with why it can't be. */
@Component({
  selector: 'par-next-cycle-carried',
  imports: [NumberPipe],
  templateUrl: './next-cycle-carried.html',
  styles: `
    :host { display: grid; gap: var(--space-5); }
    .refused { color: var(--text-muted); }
    section { display: grid; gap: var(--space-2); }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NextCycleCarried {
  readonly proposal = input.required<NextCycleProposal>();
  readonly choice = input.required<NextCycleChoice>();
  readonly changed = output<Partial<NextCycleChoice>>();

  protected readonly keyOf = exemptionKey;

  protected turn(part: 'substitutes' | 'assignments' | 'exemptions', member: string): void {
    this.changed.emit({ [part]: toggled(this.choice()[part], member) });
  }
}
