import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { blindPairRefusalOf, problemDetail } from '@par-index/contract';
import { EMPTY } from 'rxjs';
import { Toasts } from '../../platform/toast/toasts';
import { FieldError } from '../../ui/feedback/field-error';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { LoadState } from '../../ui/loading/load-state';
import { CouncilApi } from './council-api';
import { ItemDesk } from './item-desk';

/** Chooses the two members who appraise an item blind; whose turn it is, is chosen to begin with. */
@Component({
  selector: 'par-blind-assigning',
  imports: [FieldError, LoadState, MatButton, RefusalNotice],
  templateUrl: './blind-assigning.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BlindAssigning {
  private readonly api = inject(CouncilApi);
  private readonly desk = inject(ItemDesk);
  private readonly toasts = inject(Toasts);

  readonly itemId = input.required<string>();

  protected readonly shown = linkedSignal<string, 'form' | 'button'>({ source: () => this.itemId(), computation: () => 'button' });
  protected readonly loaded = rxResource({
    params: () => (this.shown() === 'form' ? this.itemId() : null),
    stream: ({ params }) => (params === null ? EMPTY : this.api.blindCandidates(params)),
  });
  protected readonly candidates = computed(() => (this.loaded.hasValue() ? this.loaded.value().candidates : []));
  protected readonly chosen = linkedSignal<readonly string[]>(() => (this.loaded.hasValue() ? this.loaded.value().drawn : []));
  private readonly tried = signal(false);
  protected readonly refused = signal<string | null>(null);
  protected readonly busy = this.desk.busy;
  protected readonly problem = computed(() => {
    const refusal = this.tried() ? blindPairRefusalOf(this.chosen(), this.candidates()) : null;
    return refusal && problemDetail(refusal);
  });

  protected toggle(id: string): void {
    this.chosen.update((chosen) => (chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]));
  }

  protected async assign(): Promise<void> {
    this.tried.set(true);
    if (this.problem() !== null) {
      return;
    }
    const refusal = await this.desk.assignBlind(this.chosen());
    this.refused.set(refusal?.detail ?? null);
    if (refusal === null) {
      this.toasts.done($localize`Đã giao thẩm định độc lập cho hai thành viên.`);
    }
  }
}
