import { Dialog } from '@angular/cdk/dialog';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { ConfirmDialog, type Confirmation } from './confirm-dialog';

/** Asks before something that cannot be taken back. The button repeats the verb. */
@Injectable({ providedIn: 'root' })
export class Confirm {
  private readonly dialog = inject(Dialog);

  async ask(question: Confirmation): Promise<boolean> {
    const opened = this.dialog.open<boolean, Confirmation>(ConfirmDialog, {
      data: question,
      panelClass: 'dialog-panel',
      ariaLabelledBy: 'confirm-title',
      ariaModal: true,
    });
    return (await firstValueFrom(opened.closed)) ?? false;
  }
}
