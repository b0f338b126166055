import { Dialog } from '@angular/cdk/dialog';
import { inject, Injectable } from '@angular/core';
import type { AcceptAcrossView } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { AcceptAcrossDialog, type AcceptAcrossPreview } from './accept-across-dialog';
import { ByCriterionApi } from './by-criterion-api';
import { ByCriterionDesk } from './by-criterion-desk';

/** Accepting one criterion at many agencies at once. Lives as long as its page. */
@Injectable()
export class AcceptingAcross {
  private readonly api = inject(ByCriterionApi);
  private readonly desk = inject(ByCriterionDesk);
  private readonly dialog = inject(Dialog);

  /** Asks the server what would change at these agencies, shows exactly that, and accepts only that. At how many it was accepted; null where the reader left it. */
  async accept(assessmentIds: readonly string[]): Promise<number | null> {
    await this.desk.idle();
    const [address, leaf] = [this.desk.view(), this.desk.leaf()];
    if (!address || !leaf) {
      return null;
    }
    const preview = await firstValueFrom(this.api.preview(address, assessmentIds));
    const changes = new Map(this.desk.rows().map((row) => [row.assessmentId, row.agency.changes]));
    const opened = this.dialog.open<AcceptAcrossView, AcceptAcrossPreview>(AcceptAcrossDialog, {
      data: { address, leaf, preview, changes },
      panelClass: ['dialog-panel', 'dialog-panel-middle'],
      ariaLabelledBy: 'acceptance-title',
      ariaModal: true,
    });
    const accepted = await firstValueFrom(opened.closed);
    await this.desk.refresh();
    return accepted?.accepted.length ?? null;
  }
}
