import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { FieldError } from '../feedback/field-error';

export interface ReasonQuestion {
  readonly title: string;
  /** Of the text field: «Lý do trả lại». */
  readonly label: string;
  /** On the button: «Trả lại». */
  readonly verb: string;
  readonly body?: string;
  readonly effects?: readonly string[];
  /** Mandatory unless this is true. */
  readonly optional?: true;
}

@Component({
  selector: 'par-reason-dialog',
  imports: [FieldError, MatButton],
  templateUrl: './reason-dialog.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReasonDialog {
  protected readonly question = inject<ReasonQuestion>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<string>>(DialogRef);
  protected readonly reason = signal('');
  private readonly tried = signal(false);

  private readonly lacking = computed(() => !this.question.optional && this.reason().trim() === '');
  protected readonly problem = computed(() => (this.tried() && this.lacking() ? $localize`Hãy ghi lý do. Lý do được lưu vào lịch sử.` : null));

  protected submit(): void {
    this.tried.set(true);
    if (!this.lacking()) {
      this.dialog.close(this.reason().trim());
    }
  }
}
