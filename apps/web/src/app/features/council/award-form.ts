import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Refusal } from '../../platform/problem/refusal';
import { FieldError } from '../../ui/feedback/field-error';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { NumberPipe } from '../../ui/format/number-pipes';
import { readTypedNumber } from '../../ui/format/typed-number';
import { ItemDesk } from './item-desk';

/** A member's own proposal: points in place of the rule, with the reason. What the server refuses stands under its field. */
@Component({
  selector: 'par-award-form',
  imports: [FieldError, MatButton, NumberPipe, RefusalNotice],
  templateUrl: './award-form.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AwardForm {
  private readonly desk = inject(ItemDesk);

  readonly max = input.required<number>();

  protected readonly awarded = signal('');
  protected readonly reason = signal('');
  protected readonly shown = signal(false);
  private readonly tried = signal(false);
  private readonly refusal = signal<Refusal | null>(null);
  protected readonly busy = this.desk.busy;

  protected readonly points = computed(() => readTypedNumber(this.awarded()));
  protected readonly awardedProblem = computed(
    () => this.refusal()?.field('/awarded') ?? (this.tried() && this.points().kind !== 'number' ? $localize`Hãy nhập số điểm, ví dụ 0,75.` : null),
  );
  protected readonly reasonProblem = computed(() => this.refusal()?.field('/reason') ?? (this.tried() && this.reason().trim() === '' ? $localize`Hãy ghi lý do đề xuất.` : null));
  protected readonly refused = computed(() => (this.refusal()?.fields.length === 0 ? (this.refusal()?.detail ?? null) : null));

  protected async submit(): Promise<void> {
    const points = this.points();
    this.tried.set(true);
    this.refusal.set(null);
    if (points.kind !== 'number' || this.reason().trim() === '') {
      return;
    }
    const refusal = await this.desk.propose({ awarded: points.value, reason: this.reason().trim() });
    this.refusal.set(refusal);
    if (refusal === null) {
      this.empty();
    }
  }

  protected empty(): void {
    this.awarded.set('');
    this.reason.set('');
    this.tried.set(false);
    this.refusal.set(null);
    this.shown.set(false);
  }
}
