import { ChangeDetectionStrategy, Component, effect, inject, input, output } from '@angular/core';
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
  /** The name of the file, which stands for a title until somebody writes one. */
  readonly title = input('');
  readonly issuer = input('');
  readonly withAddress = input(false);
  readonly busy = input(false);
  readonly refusal = input<Refusal | null>(null);
  readonly saved = output<AttachFields>();
  readonly referred = output<ReferenceEvidenceRequest>();
  readonly left = output<void>();

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
    effect(() => this.form.patchValue({ title: this.title().replace(/\.[^.]+$/, ''), issuer: this.issuer() }));
  }

  protected problemOf(field: string): string | null {
    return this.refusal()?.field(`/${field}`) ?? this.refusal()?.field(`/description/${field}`) ?? null;
  }

  protected save(): void {
    const { url, issuedOn, page, ...fields } = this.form.getRawValue();
    const attached = { ...fields, issuedOn: issuedOn || null, page: page ?? null };
    if (this.withAddress()) {
      this.referred.emit({ ...attached, url: url.trim() || null });
    } else {
      this.saved.emit(attached);
    }
  }
}
