import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import type { DelegateRequest, DelegationChoice } from '@par-index/contract';
import { FieldError } from '../feedback/field-error';

type Field = 'toUserId' | 'startsOn' | 'endsOn' | 'reason';

/** To whom something is left, from which day to which, and why. What the server refused stands under its field. */
@Component({
  selector: 'par-delegation-form',
  imports: [FieldError, MatButton, ReactiveFormsModule],
  templateUrl: './delegation-form.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DelegationForm {
  readonly choices = input.required<readonly DelegationChoice[]>();
  /** The reader: choices of their own are named without their name. */
  readonly userId = input.required<string>();
  /** The day in Việt Nam, `yyyy-MM-dd`: nothing begins before it. */
  readonly today = input.required<string>();
  /** Sentences of the last refusal by JSON pointer. */
  readonly problems = input<Readonly<Record<string, string>>>({});
  readonly busy = input(false);
  readonly given = output<DelegateRequest>();
  readonly left = output<void>();

  protected readonly place = linkedSignal({ source: this.choices, computation: () => 0 });
  protected readonly choice = computed(() => this.choices()[this.place()] ?? null);
  protected readonly tried = signal(false);
  protected readonly form = new FormGroup({
    toUserId: new FormControl('', { nonNullable: true, validators: [Validators.required] }),
    startsOn: new FormControl('', { nonNullable: true, validators: [Validators.required] }),
    endsOn: new FormControl('', { nonNullable: true, validators: [Validators.required] }),
    reason: new FormControl('', { nonNullable: true, validators: [Validators.required] }),
  });

  protected choose(place: string): void {
    this.place.set(Number(place));
    this.form.controls.toUserId.setValue('');
  }

  protected problem(field: Field): string | null {
    const empty = this.tried() && this.form.controls[field].invalid;
    return empty ? $localize`Hãy nhập ô này.` : (this.problems()[`/${field}`] ?? null);
  }

  protected give(): void {
    this.tried.set(true);
    const choice = this.choice();
    if (choice && this.form.valid && !this.busy()) {
      this.given.emit({ kind: choice.kind, agencyId: choice.agency.id, fromUserId: choice.from.id, ...this.form.getRawValue() });
    }
  }
}
