import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { CouncilItemView } from '@par-index/contract';
import { Toasts } from '../../platform/toast/toasts';
import { MomentPipe } from '../../ui/format/date-pipes';
import { Icon } from '../../ui/icon/icon';
import { ReasonPrompt } from '../../ui/prompt/reason-prompt';
import { BlindAssigning } from './blind-assigning';
import { BlindForm } from './blind-form';
import { BlindOpinion } from './blind-opinion';
import { comparedSentence } from './council-words';
import { ItemDesk } from './item-desk';

/** The blind appraisal of an item: asking two members, the reader's own, and both beside each other once both are in. */
@Component({
  selector: 'par-item-blind',
  imports: [BlindAssigning, BlindForm, BlindOpinion, Icon, MatButton, MomentPipe],
  templateUrl: './item-blind.html',
  styles: `
    :host { display: grid; gap: var(--space-4); }
    .both { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(220px, 100%), 1fr)); gap: var(--space-4); }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ItemBlind {
  private readonly desk = inject(ItemDesk);
  private readonly reasons = inject(ReasonPrompt);
  private readonly toasts = inject(Toasts);

  readonly item = input.required<CouncilItemView>();

  protected readonly blind = computed(() => this.item().blind);
  protected readonly may = computed(() => new Set(this.item().blindActions));
  protected readonly shown = computed(() => this.blind() !== null || this.may().has('assign'));
  protected readonly sentence = computed(() => {
    const blind = this.blind();
    return blind && comparedSentence(blind, this.item().criterion.max);
  });
  protected readonly busy = this.desk.busy;

  protected async withdraw(): Promise<void> {
    const reason = await this.reasons.ask({
      title: $localize`Hủy giao thẩm định độc lập?`,
      body: $localize`Kết quả mà một người có thể đã gửi không được dùng và không ai xem được. Biểu quyết mở lại.`,
      label: $localize`Lý do`,
      verb: $localize`Hủy giao`,
    });
    if (reason !== null && (await this.desk.withdrawBlind(reason))) {
      this.toasts.done($localize`Đã hủy giao thẩm định độc lập.`);
    }
  }
}
