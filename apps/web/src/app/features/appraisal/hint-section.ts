import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { type HintView, hintRefusalOf } from '@par-index/contract';
import { refusalOf } from '../../platform/problem/refusal';
import { HintList } from '../../ui/hints/hint-list';
import { AppraisalDesk } from './appraisal-desk';
import { HintDismissal } from './hint-dismissal';
import { Hints } from './hints';

/** What the system points out at one criterion, to be looked at or put aside with a reason. */
@Component({
  selector: 'par-hint-section',
  imports: [HintList],
  template: `
    @if (shown().length > 0) {
      <section aria-labelledby="hints-title">
        <h3 id="hints-title" i18n>Gợi ý kiểm tra</h3>
        <par-hint-list [hints]="shown()" [mayDismiss]="mayDismiss()" [busy]="busy()" [refused]="refused()" (dismissed)="dismiss($event)" (restored)="restore($event)" (opened)="opened.emit($event)" />
      </section>
    }
  `,
  styles: `
    section { display: grid; gap: var(--space-2); }
    h3 { font-size: var(--text-work); }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HintSection {
  private readonly hints = inject(Hints);
  private readonly desk = inject(AppraisalDesk);
  private readonly dismissal = inject(HintDismissal);

  readonly code = input.required<string>();
  readonly opened = output<string>();

  protected readonly busy = signal(false);
  protected readonly refused = signal<string | null>(null);
  protected readonly shown = computed(() => this.hints.of(this.code()));
  protected readonly mayDismiss = computed(() => {
    const [view, criterion] = [this.desk.view(), this.desk.criterionOf(this.code())];
    return view !== null && hintRefusalOf(this.desk.actor(), { agencyId: view.agency.id, appraisingAgencyId: criterion?.appraiser?.id ?? null }) === null;
  });

  protected async dismiss(hint: HintView): Promise<void> {
    const reason = await this.dismissal.reason(hint);
    if (reason !== null) {
      await this.attempt(() => this.hints.dismiss(hint, reason));
    }
  }

  protected restore(hint: HintView): Promise<void> {
    return this.attempt(() => this.hints.restore(hint));
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.refused.set(null);
    try {
      await work();
    } catch (error) {
      this.refused.set(refusalOf(error).detail);
    } finally {
      this.busy.set(false);
    }
  }
}
