import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import type { AgencyView, CredentialLinkView, RoleGrantRequest, UserView } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { type Refusal, refusalOf } from '../../platform/problem/refusal';
import { Toasts } from '../../platform/toast/toasts';
import { FieldError } from '../../ui/feedback/field-error';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { CredentialLink } from './credential-link';
import { GrantsEditor } from './grants-editor';
import { IdentityApi } from './identity-api';

export interface UserDialogInput {
  /** Null makes a new one. */
  readonly user: UserView | null;
  readonly agencies: readonly AgencyView[];
}

/** One account: made, renamed, given roles, locked; and the one-use link for its password, shown once. */
@Component({
  selector: 'par-user-dialog',
  imports: [CredentialLink, FieldError, GrantsEditor, MatButton, ReactiveFormsModule, RefusalNotice],
  templateUrl: './user-dialog.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UserDialog {
  private readonly api = inject(IdentityApi);
  private readonly toasts = inject(Toasts);
  protected readonly dialog = inject<DialogRef<boolean>>(DialogRef);
  protected readonly given = inject<UserDialogInput>(DIALOG_DATA);

  protected readonly busy = signal(false);
  protected readonly tried = signal(false);
  protected readonly refusal = signal<Refusal | null>(null);
  protected readonly link = signal<CredentialLinkView | null>(null);
  protected readonly grants = signal<readonly RoleGrantRequest[]>(
    (this.given.user?.grants ?? []).map(({ role, agency }) => ({ role, agencyId: agency.id })),
  );
  protected readonly form = new FormGroup({
    userName: new FormControl(this.given.user?.userName ?? '', { nonNullable: true, validators: [Validators.required] }),
    fullName: new FormControl(this.given.user?.fullName ?? '', { nonNullable: true, validators: [Validators.required] }),
    email: new FormControl(this.given.user?.email ?? '', { nonNullable: true, validators: [Validators.email] }),
    active: new FormControl(this.given.user?.active ?? true, { nonNullable: true }),
  });

  protected problem(field: 'userName' | 'fullName'): string | null {
    const refused = this.refusal()?.field(`/${field}`);
    return refused ?? (this.tried() && this.form.controls[field].invalid ? $localize`Hãy nhập ô này.` : null);
  }

  protected emailProblem(): string | null {
    const refused = this.refusal()?.field('/email');
    return refused ?? (this.tried() && this.form.controls.email.invalid ? $localize`Hãy nhập một địa chỉ thư, hoặc để trống ô này.` : null);
  }

  protected save(): Promise<void> {
    this.tried.set(true);
    return this.form.invalid ? Promise.resolve() : this.attempt(() => this.write());
  }

  protected issueLink(user: UserView): Promise<void> {
    return this.attempt(async () => this.link.set(await firstValueFrom(this.api.issueLink(user))));
  }

  private async write(): Promise<void> {
    const { userName, fullName, active, ...rest } = this.form.getRawValue();
    const email = rest.email.trim() || null;
    const { user } = this.given;
    if (user) {
      await firstValueFrom(this.api.edit(user, { fullName, email, active, grants: this.grants() }));
      this.toasts.done($localize`Đã lưu tài khoản của ${fullName}:name:.`);
      this.dialog.close(true);
      return;
    }
    const created = await firstValueFrom(this.api.create({ userName, fullName, email, grants: this.grants() }));
    this.link.set(created.link);
  }

  private async attempt(command: () => Promise<void>): Promise<void> {
    if (this.busy()) {
      return;
    }
    this.busy.set(true);
    this.refusal.set(null);
    try {
      await command();
    } catch (error) {
      this.refusal.set(refusalOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
