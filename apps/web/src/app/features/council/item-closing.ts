import { Dialog } from '@angular/cdk/dialog';
import { inject, Injectable } from '@angular/core';
import type { CloseItemRequest, CouncilItemView } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { Confirm } from '../../ui/prompt/confirm';
import { closingSentence } from './council-words';
import { itemTally, tiedProposals } from './item-tally';
import { TieDialog, type TieQuestion } from './tie-dialog';

/** Asks the chair before an item is closed. Null when they went back. */
@Injectable({ providedIn: 'root' })
export class ItemClosing {
  private readonly confirm = inject(Confirm);
  private readonly dialog = inject(Dialog);

  async ask(item: CouncilItemView): Promise<CloseItemRequest | null> {
    const leaders = tiedProposals(item);
    return leaders.length > 0 ? this.askAtTie({ leaders, entitled: item.entitled }) : this.askPlainly(item);
  }

  private async askPlainly(item: CouncilItemView): Promise<CloseItemRequest | null> {
    const agreed = await this.confirm.ask({
      title: $localize`Kết luận nội dung này?`,
      body: closingSentence(itemTally(item), item),
      effects: [$localize`${item.cast}:cast:/${item.entitled}:entitled: người đã biểu quyết. Kết luận xong thì không đổi được nữa.`],
      verb: $localize`Kết luận`,
    });
    return agreed ? { reason: '' } : null;
  }

  private async askAtTie(question: TieQuestion): Promise<CloseItemRequest | null> {
    const opened = this.dialog.open<CloseItemRequest, TieQuestion>(TieDialog, { data: question, panelClass: 'dialog-panel', ariaLabelledBy: 'tie-title', ariaModal: true });
    return (await firstValueFrom(opened.closed)) ?? null;
  }
}
