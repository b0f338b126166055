import { ChangeDetectionStrategy, Component, effect, inject, input, output, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import type { AttachFields, ReferenceEvidenceRequest } from '@par-index/contract';
import type { Refusal } from '../../platform/problem/refusal';
import { FieldError } from '../../ui/feedback/field-error';

let count = 0;

/** What a document is and where in it to look; with an address for one that has no file. */
@Component({
  selector: 'par-evidence-form',
  imports: [FieldError, MatButton, ReactiveFormsModule],
  templateUrl: './evidence-form.html',
  styleUrl: './evidence-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EvidenceForm {
  readonly verb = input.required<string>();
  /** What stands in the fields until somebody writes. */
  readonly initial = input.required<AttachFields>();
  readonly withAddress = input(false);
  readonly busy = input(false);
  readonly refusal = input<Refusal | null>(null);
  readonly saved = output<AttachFields>();
  readonly referred = output<ReferenceEvidenceRequest>();
  readonly left = output<void>();
  /** With every letter, so that it is kept elsewhere. */
  readonly typed = output<AttachFields>();

  protected readonly id = `evidence-${(count += 1)}`;
  protected readonly form = inject(NonNullableFormBuilder).group({
    url: '',
    documentNumber: '',
    issuedOn: '',
    issuer: '',
    title: '',
    section: '',
    page: null as number | null,
  });

  constructor() {
    effect(() => {
      const { issuedOn, ...fields } = this.initial();
      untracked(() => this.form.patchValue({ ...fields, issuedOn: issuedOn ?? '' }, { emitEvent: false }));
    });
    this.form.valueChanges.pipe(takeUntilDestroyed()).subscribe(() => this.typed.emit(this.fields()));
  }

  protected problemOf(field: string): string | null {
    return this.refusal()?.field(`/${field}`) ?? this.refusal()?.field(`/description/${field}`) ?? null;
  }

  protected save(): void {
    if (this.withAddress()) {
      this.referred.emit({ ...this.fields(), url: this.form.getRawValue().url.trim() || null });
    } else {
      this.saved.emit(this.fields());
    }
  }

  private fields(): AttachFields {
    const { url: _url, issuedOn, page, ...fields } = this.form.getRawValue();
    return { ...fields, issuedOn: issuedOn || null, page: page ?? null };
  }
}
