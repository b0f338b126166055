import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormArray, FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import type { ExemptionView, ProgressRow } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { type Refusal, refusalOf } from '../../platform/problem/refusal';
import { FieldError } from '../../ui/feedback/field-error';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { CycleApi } from './cycle-api';
import type { ParticipantInput } from './participant-input';

/** The criteria that do not count for an agency, each with its reason. */
@Component({
  selector: 'par-exemption-dialog',
  imports: [FieldError, MatButton, ReactiveFormsModule, RefusalNotice],
  templateUrl: './exemption-dialog.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ExemptionDialog {
  private readonly api = inject(CycleApi);
  protected readonly dialog = inject<DialogRef<ProgressRow>>(DialogRef);
  protected readonly given = inject<ParticipantInput>(DIALOG_DATA);

  protected readonly busy = signal(false);
  protected readonly tried = signal(false);
  protected readonly refusal = signal<Refusal | null>(null);
  protected readonly lines = new FormArray(this.given.row.exemptions.map((one) => lineOf(one)));
  protected readonly form = new FormGroup({ lines: this.lines });

  protected add(): void {
    this.lines.push(lineOf({ code: '', reason: '' }));
  }

  protected problem(index: number, field: 'code' | 'reason'): string | null {
    const empty = this.tried() && this.lines.at(index).controls[field].invalid;
    return this.refusal()?.field(`/exemptions/${index}/${field}`) ?? (empty ? $localize`Hãy nhập ô này.` : null);
  }

  protected async save(): Promise<void> {
    this.tried.set(true);
    if (this.form.invalid || this.busy()) {
      return;
    }
    this.busy.set(true);
    this.refusal.set(null);
    try {
      this.dialog.close(await firstValueFrom(this.api.exempt(this.given.cycle.id, this.given.row, { exemptions: this.lines.getRawValue() })));
    } catch (error) {
      this.refusal.set(refusalOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}

function lineOf({ code, reason }: ExemptionView) {
  return new FormGroup({
    code: new FormControl(code, { nonNullable: true, validators: [Validators.required] }),
    reason: new FormControl(reason, { nonNullable: true, validators: [Validators.required] }),
  });
}
