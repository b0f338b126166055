import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { AssessmentView, TotalsView } from '@par-index/contract';
import { ReceiptLink } from '../../platform/receipt/receipt-link';
import { Clock } from '../../platform/time/clock';
import { Chip } from '../../ui/chips/chip';
import { Countdown } from '../../ui/chips/countdown';
import { PhaseChip } from '../../ui/chips/phase-chip';
import { StateChip } from '../../ui/chips/state-chip';
import { maximumFigure, pointsFigure } from '../../ui/format/number-words';
import { PageHeader } from '../../ui/page-header/page-header';

/** Where am I, what is due, how far am I: cycle, phase, days left, state, running totals. The next action comes as content. */
@Component({
  selector: 'par-assessment-head',
  imports: [Chip, Countdown, PageHeader, PhaseChip, ReceiptLink, StateChip],
  templateUrl: './assessment-head.html',
  styleUrl: './assessment-head.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AssessmentHead {
  protected readonly clock = inject(Clock);

  readonly view = input.required<AssessmentView>();
  readonly totals = input.required<TotalsView>();

  /** The days left matter while the agency still has something to do. */
  protected readonly due = computed(() => (['drafting', 'awaiting-head'].includes(this.view().state) ? this.view().window.deadlineAt : null));
  protected readonly points = computed(() => pointsFigure(this.totals().points));
  protected readonly max = computed(() => maximumFigure(this.totals().selfMax));
}
