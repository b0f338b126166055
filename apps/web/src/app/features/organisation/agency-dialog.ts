import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import type { AgencyGroupView, AgencyView } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { type Refusal, refusalOf } from '../../platform/problem/refusal';
import { FieldError } from '../../ui/feedback/field-error';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { OrganisationApi } from './organisation-api';

export interface AgencyDialogInput {
  /** Null makes a new one. */
  readonly agency: AgencyView | null;
  readonly groups: readonly AgencyGroupView[];
}

/** One agency: made, renamed, moved to another group, or deactivated. Its code never changes. */
@Component({
  selector: 'par-agency-dialog',
  imports: [FieldError, MatButton, ReactiveFormsModule, RefusalNotice],
  templateUrl: './agency-dialog.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AgencyDialog {
  private readonly api = inject(OrganisationApi);
  protected readonly dialog = inject<DialogRef<AgencyView>>(DialogRef);
  protected readonly given = inject<AgencyDialogInput>(DIALOG_DATA);

  protected readonly busy = signal(false);
  protected readonly tried = signal(false);
  protected readonly refusal = signal<Refusal | null>(null);
  protected readonly form = new FormGroup({
    code: new FormControl(this.given.agency?.code ?? '', { nonNullable: true, validators: [Validators.required] }),
    name: new FormControl(this.given.agency?.name ?? '', { nonNullable: true, validators: [Validators.required] }),
    shortName: new FormControl(this.given.agency?.shortName ?? '', { nonNullable: true, validators: [Validators.required] }),
    groupCode: new FormControl(this.given.agency?.groupCode ?? this.given.groups[0]?.code ?? '', { nonNullable: true }),
    active: new FormControl(this.given.agency?.active ?? true, { nonNullable: true }),
  });

  /** What is wrong with a field: by the server, else that it is empty. */
  protected problem(field: 'code' | 'name' | 'shortName' | 'groupCode'): string | null {
    const refused = this.refusal()?.field(`/${field}`);
    const empty = this.tried() && this.form.controls[field].invalid;
    return refused ?? (empty ? $localize`Hãy nhập ô này.` : null);
  }

  protected async save(): Promise<void> {
    this.tried.set(true);
    if (this.form.invalid || this.busy()) {
      return;
    }
    this.busy.set(true);
    this.refusal.set(null);
    try {
      this.dialog.close(await firstValueFrom(this.write()));
    } catch (error) {
      this.refusal.set(refusalOf(error));
    } finally {
      this.busy.set(false);
    }
  }

  private write() {
    const { code, name, shortName, groupCode, active } = this.form.getRawValue();
    const { agency } = this.given;
    return agency ? this.api.edit(agency, { name, shortName, groupCode, active }) : this.api.create({ code, name, shortName, groupCode });
  }
}
