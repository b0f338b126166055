import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { FieldError } from '../feedback/field-error';
import { passwordProblem, repetitionProblem } from './password-rules';

/** A new password, typed twice. What the server refuses comes in as `refused`. */
@Component({
  selector: 'par-password-form',
  imports: [FieldError, MatButton],
  templateUrl: './password-form.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PasswordForm {
  readonly verb = input.required<string>();
  readonly busy = input(false);
  readonly chosen = output<string>();

  protected readonly password = signal('');
  protected readonly repetition = signal('');
  private readonly tried = signal(false);
  protected readonly problem = computed(() => (this.tried() ? passwordProblem(this.password()) : null));
  protected readonly different = computed(() => (this.tried() ? repetitionProblem(this.password(), this.repetition()) : null));

  protected submit(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    if (this.problem() === null && this.different() === null && !this.busy()) {
      this.chosen.emit(this.password());
    }
  }
}
