import { Dialog } from '@angular/cdk/dialog';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { ReasonDialog, type ReasonQuestion } from './reason-dialog';

/** Asks for the reason of an action. Null when the reader went back. */
@Injectable({ providedIn: 'root' })
export class ReasonPrompt {
  private readonly dialog = inject(Dialog);

  async ask(question: ReasonQuestion): Promise<string | null> {
    const opened = this.dialog.open<string, ReasonQuestion>(ReasonDialog, {
      data: question,
      panelClass: 'dialog-panel',
      ariaLabelledBy: 'reason-title',
      ariaModal: true,
      autoFocus: 'textarea',
    });
    return (await firstValueFrom(opened.closed)) ?? null;
  }
}
