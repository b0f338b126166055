import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import type { ProgressRow } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { type Refusal, refusalOf } from '../../platform/problem/refusal';
import { FieldError } from '../../ui/feedback/field-error';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { fromLocalInput, toLocalInput } from '../../ui/format/date-words';
import { CycleApi } from './cycle-api';
import type { ParticipantInput } from './participant-input';

/** An agency's own deadline and close, with the reason. */
@Component({
  selector: 'par-extension-dialog',
  imports: [FieldError, MatButton, ReactiveFormsModule, RefusalNotice],
  templateUrl: './extension-dialog.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ExtensionDialog {
  private readonly api = inject(CycleApi);
  protected readonly dialog = inject<DialogRef<ProgressRow>>(DialogRef);
  protected readonly given = inject<ParticipantInput>(DIALOG_DATA);

  protected readonly busy = signal(false);
  protected readonly tried = signal(false);
  protected readonly refusal = signal<Refusal | null>(null);
  protected readonly form = new FormGroup({
    deadlineAt: new FormControl(this.local(this.given.row.extension?.deadlineAt), { nonNullable: true, validators: [Validators.required] }),
    closeAt: new FormControl(this.local(this.given.row.extension?.closeAt), { nonNullable: true, validators: [Validators.required] }),
    reason: new FormControl('', { nonNullable: true, validators: [Validators.required] }),
  });

  protected problem(field: 'deadlineAt' | 'closeAt' | 'reason'): string | null {
    const empty = this.tried() && this.form.controls[field].invalid;
    return this.refusal()?.field(`/${field}`) ?? (empty ? $localize`Hãy nhập ô này.` : null);
  }

  protected async save(): Promise<void> {
    this.tried.set(true);
    if (this.form.invalid || this.busy()) {
      return;
    }
    this.busy.set(true);
    this.refusal.set(null);
    const { deadlineAt, closeAt, reason } = this.form.getRawValue();
    const request = { deadlineAt: fromLocalInput(deadlineAt), closeAt: fromLocalInput(closeAt), reason };
    try {
      this.dialog.close(await firstValueFrom(this.api.extend(this.given.cycle.id, this.given.row, request)));
    } catch (error) {
      this.refusal.set(refusalOf(error));
    } finally {
      this.busy.set(false);
    }
  }

  private local(iso: string | undefined): string {
    return iso === undefined ? '' : toLocalInput(iso);
  }
}
