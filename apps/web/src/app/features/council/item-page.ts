import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { ChangesSince } from '../../platform/changes/changes-since';
import { PageTitle } from '../../platform/navigation/page-title';
import { Toasts } from '../../platform/toast/toasts';
import { Chip } from '../../ui/chips/chip';
import { KeyHint } from '../../ui/feedback/key-hint';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { timeInWords } from '../../ui/format/date-words';
import { Icon } from '../../ui/icon/icon';
import { LoadState } from '../../ui/loading/load-state';
import { PageHeader } from '../../ui/page-header/page-header';
import { AwardForm } from './award-form';
import { ITEM_STATE_LOOKS, outcomeSentence } from './council-words';
import { ItemBlind } from './item-blind';
import { ItemClosing } from './item-closing';
import { ItemCriterion } from './item-criterion';
import { ItemDesk } from './item-desk';
import { itemTurnOf } from './item-keys';
import { ProposalChoice } from './proposal-choice';

/** One item before the council: the criterion on one side, the proposals and the reader's vote on the other. */
@Component({
  selector: 'par-item-page',
  imports: [AwardForm, ChangesSince, Chip, Icon, ItemBlind, ItemCriterion, KeyHint, LoadState, MatButton, PageHeader, ProposalChoice, RefusalNotice, RouterLink],
  providers: [ItemDesk],
  templateUrl: './item-page.html',
  styleUrl: './item-page.css',
  host: { '(document:keydown)': 'press($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ItemPage {
  private readonly closing = inject(ItemClosing);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly desk = inject(ItemDesk);

  readonly itemId = input.required<string>();

  protected readonly look = computed(() => ITEM_STATE_LOOKS[this.desk.view()?.state ?? 'gathered']);
  protected readonly outcome = computed(() => {
    const view = this.desk.view();
    return view && outcomeSentence(view);
  });
  /** What is stored of the reader's vote; said aloud when it changes. */
  protected readonly stored = computed(() => {
    const [at, view] = [this.desk.votedAt(), this.desk.view()];
    if (this.desk.busy()) {
      return $localize`Đang lưu`;
    }
    if (at !== null) {
      return $localize`Đã lưu phiếu của bạn lúc ${timeInWords(at)}:time:. Có thể đổi đến khi Chủ tịch kết luận.`;
    }
    return view?.myVote ? $localize`Bạn đã biểu quyết. Có thể đổi đến khi Chủ tịch kết luận.` : $localize`Bạn chưa biểu quyết.`;
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => this.desk.itemId.set(this.itemId()));
    effect(() => {
      const view = this.desk.view();
      if (view) {
        title.name($localize`${view.criterion.code}:code: · ${view.agency.name}:agency: · Hội đồng`);
      }
    });
  }

  protected press(event: KeyboardEvent): void {
    const turn = itemTurnOf(event);
    if (turn !== 'none') {
      event.preventDefault();
      this.open(turn === 'next' ? this.desk.view()?.nextId : this.desk.view()?.previousId);
    }
  }

  protected open(id: string | null | undefined): void {
    if (id) {
      void this.router.navigate(['/council/items', id]);
    }
  }

  protected async close(): Promise<void> {
    const view = this.desk.view();
    const request = view && (await this.closing.ask(view));
    if (request && (await this.desk.close(request))) {
      this.toasts.done($localize`Đã kết luận nội dung.`);
    }
  }
}
