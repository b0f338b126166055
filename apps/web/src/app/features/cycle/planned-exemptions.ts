import { ChangeDetectionStrategy, Component, inject, input, linkedSignal, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import type { CycleView, PlannedExemptionView } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { refusalOf } from '../../platform/problem/refusal';
import { Toasts } from '../../platform/toast/toasts';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { ReasonPrompt } from '../../ui/prompt/reason-prompt';
import { NextCycleApi } from './next-cycle-api';

/** The exemptions that the opening of a cycle will grant, each to be taken back until then. Nothing where there are none. */
@Component({
  selector: 'par-planned-exemptions',
  imports: [MatButton, RefusalNotice],
  template: `
    @if (planned().length > 0) {
      <section class="panel panel-body stack" aria-labelledby="planned-title">
        <h2 id="planned-title" i18n>Miễn tiêu chí sẽ áp dụng khi mở kỳ</h2>
        <ul>
          @for (one of planned(); track one.agency.id + one.code) {
            <li>
              <span><strong>{{ one.agency.name }}</strong>: {{ one.code }} {{ one.title }} <span class="muted small">«{{ one.reason }}»</span></span>
              <button type="button" matButton="text" [disabled]="busy()" (click)="remove(one)"><ng-container i18n>Bỏ miễn</ng-container><span class="visually-hidden"> {{ one.code }} {{ one.agency.name }}</span></button>
            </li>
          }
        </ul>
        <par-refusal-notice [text]="refused()" />
      </section>
    }
  `,
  styles: 'li { display: flex; flex-wrap: wrap; gap: var(--space-2); align-items: center; justify-content: space-between; }',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlannedExemptions {
  private readonly api = inject(NextCycleApi);
  private readonly reasons = inject(ReasonPrompt);
  private readonly toasts = inject(Toasts);

  readonly cycle = input.required<CycleView>();

  protected readonly busy = signal(false);
  protected readonly refused = signal<string | null>(null);
  private readonly loaded = rxResource({ params: () => this.cycle().id, stream: ({ params }) => this.api.plannedExemptions(params), defaultValue: [] });
  protected readonly planned = linkedSignal<readonly PlannedExemptionView[]>(() => (this.loaded.hasValue() ? this.loaded.value() : []));

  protected async remove(one: PlannedExemptionView): Promise<void> {
    const reason = await this.reasons.ask({ title: $localize`Bỏ miễn tiêu chí ${one.code}:code:?`, label: $localize`Lý do`, verb: $localize`Bỏ miễn` });
    if (reason === null) {
      return;
    }
    this.busy.set(true);
    this.refused.set(null);
    try {
      this.planned.set(await firstValueFrom(this.api.removePlanned(this.cycle(), one, reason)));
      this.toasts.done($localize`Đã bỏ miễn tiêu chí ${one.code}:code:.`);
    } catch (error) {
      this.refused.set(refusalOf(error).detail);
    } finally {
      this.busy.set(false);
    }
  }
}
