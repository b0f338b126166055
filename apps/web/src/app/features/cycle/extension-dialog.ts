import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { rxResource, toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { extensionAtWork, type ExtensiblePhase, type ExtensionLine, type ExtensionView, openExtensions, type ProgressRow } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { type Refusal, refusalOf } from '../../platform/problem/refusal';
import { Session } from '../../platform/session/session';
import { FieldError } from '../../ui/feedback/field-error';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { MomentPipe } from '../../ui/format/date-pipes';
import { fromLocalInput, toLocalInput } from '../../ui/format/date-words';
import { EXTENSION_WORDS } from '../../ui/words/extension-words';
import { CycleApi } from './cycle-api';
import type { ParticipantInput } from './participant-input';
import { actorOf } from './row-locks';

/** An agency's own deadline and close for one phase, with the reason; beside it what the agency was granted before. */
@Component({
  selector: 'par-extension-dialog',
  imports: [FieldError, MatButton, MomentPipe, ReactiveFormsModule, RefusalNotice],
  templateUrl: './extension-dialog.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ExtensionDialog {
  private readonly api = inject(CycleApi);
  private readonly session = inject(Session);
  protected readonly dialog = inject<DialogRef<ProgressRow>>(DialogRef);
  protected readonly given = inject<ParticipantInput>(DIALOG_DATA);

  protected readonly words = EXTENSION_WORDS;
  protected readonly phases = openExtensions(actorOf(this.session.view()), { phase: this.given.cycle.phase, state: this.given.row.state });
  private readonly first = this.phases.find((phase) => phase === extensionAtWork(this.given.cycle.phase)) ?? this.phases[0] ?? 'self-assessment';
  protected readonly busy = signal(false);
  protected readonly tried = signal(false);
  protected readonly refusal = signal<Refusal | null>(null);
  protected readonly form = new FormGroup({
    phase: new FormControl<ExtensiblePhase>(this.first, { nonNullable: true }),
    deadlineAt: new FormControl(local(this.standing(this.first)?.deadlineAt), { nonNullable: true, validators: [Validators.required] }),
    closeAt: new FormControl(local(this.standing(this.first)?.closeAt), { nonNullable: true, validators: [Validators.required] }),
    reason: new FormControl('', { nonNullable: true, validators: [Validators.required] }),
  });
  private readonly phase = toSignal(this.form.controls.phase.valueChanges, { initialValue: this.first });
  /** What everybody has for the chosen phase. */
  protected readonly common = computed(() => this.given.cycle.windows.find(({ phase }) => phase === this.phase()) ?? null);
  protected readonly loaded = rxResource({ stream: () => this.api.extensions(this.given.cycle.id, this.given.row) });
  protected readonly lines = computed<readonly ExtensionLine[]>(() => (this.loaded.hasValue() ? this.loaded.value() : []));

  /** The dates of another phase are other dates. */
  protected phaseChosen(): void {
    const standing = this.standing(this.form.controls.phase.value);
    this.form.patchValue({ deadlineAt: local(standing?.deadlineAt), closeAt: local(standing?.closeAt) });
  }

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
    const { phase, deadlineAt, closeAt, reason } = this.form.getRawValue();
    const request = { phase, deadlineAt: fromLocalInput(deadlineAt), closeAt: fromLocalInput(closeAt), reason };
    try {
      this.dialog.close(await firstValueFrom(this.api.extend(this.given.cycle.id, this.given.row, request)));
    } catch (error) {
      this.refusal.set(refusalOf(error));
    } finally {
      this.busy.set(false);
    }
  }

  private standing(phase: ExtensiblePhase): ExtensionView | undefined {
    return this.given.row.extensions.find((one) => one.phase === phase);
  }
}

const local = (iso: string | undefined): string => (iso === undefined ? '' : toLocalInput(iso));
