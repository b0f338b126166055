import { Dialog } from '@angular/cdk/dialog';
import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import type { CriteriaSetView } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { NewSetDialog, type NewSetQuestion } from './new-set-dialog';

/** Asks how a draft is to begin, and opens it in the editor. */
@Injectable({ providedIn: 'root' })
export class NewSetOpener {
  private readonly dialog = inject(Dialog);
  private readonly router = inject(Router);

  async ask(question: NewSetQuestion): Promise<void> {
    const opened = this.dialog.open<CriteriaSetView, NewSetQuestion>(NewSetDialog, { data: question, panelClass: 'dialog-panel', ariaLabelledBy: 'new-set-title', ariaModal: true });
    const draft = await firstValueFrom(opened.closed);
    if (draft) {
      await this.router.navigate(['/criteria-sets', draft.id, 'edit']);
    }
  }
}
