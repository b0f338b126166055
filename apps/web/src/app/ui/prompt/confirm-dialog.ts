import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';

export interface Confirmation {
  readonly title: string;
  readonly body: string;
  /** «Gửi lãnh đạo», «Xóa tài liệu»: what the button does. */
  readonly verb: string;
  /** Sentences with figures of what will happen. */
  readonly effects?: readonly string[];
}

@Component({
  selector: 'par-confirm-dialog',
  imports: [MatButton],
  template: `
    <h2 id="confirm-title">{{ question.title }}</h2>
    <p>{{ question.body }}</p>
    @if (question.effects?.length) {
      <ul class="effects">@for (effect of question.effects; track effect) { <li>{{ effect }}</li> }</ul>
    }
    <div class="dialog-actions">
      <button type="button" matButton="text" (click)="dialog.close(false)" i18n>Quay lại</button>
      <button type="button" matButton="filled" (click)="dialog.close(true)">{{ question.verb }}</button>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConfirmDialog {
  protected readonly question = inject<Confirmation>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<boolean>>(DialogRef);
}
