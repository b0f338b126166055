import { ChangeDetectionStrategy, Component, effect, inject, input, output, untracked } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import type { EvidenceDescription } from '@par-index/contract';
import { FieldError } from '../feedback/field-error';

let count = 0;

/** What a document is: title, number, day, issuer. `problems` by the pointer of each refused field, such as `/issuedOn`. */
@Component({
  selector: 'par-document-form',
  imports: [FieldError, MatButton, ReactiveFormsModule],
  template: `
    <form class="fields" [formGroup]="form" (ngSubmit)="save()">
      <div class="field wide">
        <label [for]="id + 'title'" i18n>Trích yếu</label>
        <input class="control" maxlength="500" [id]="id + 'title'" formControlName="title" [attr.aria-describedby]="id + 'title-error'" />
        <par-field-error [id]="id + 'title-error'" [text]="problems()['/title'] ?? null" />
      </div>
      <div class="field">
        <label [for]="id + 'number'" i18n>Số, ký hiệu</label>
        <input class="control" maxlength="100" [id]="id + 'number'" formControlName="documentNumber" [attr.aria-describedby]="id + 'number-error'" />
        <par-field-error [id]="id + 'number-error'" [text]="problems()['/documentNumber'] ?? problems()['/url'] ?? null" />
      </div>
      <div class="field">
        <label [for]="id + 'day'" i18n>Ngày ban hành</label>
        <input class="control" type="date" max="9999-12-31" [id]="id + 'day'" formControlName="issuedOn" [attr.aria-describedby]="id + 'day-error'" />
        <par-field-error [id]="id + 'day-error'" [text]="problems()['/issuedOn'] ?? null" />
      </div>
      <div class="field wide">
        <label [for]="id + 'issuer'" i18n>Cơ quan ban hành</label>
        <input class="control" maxlength="300" [id]="id + 'issuer'" formControlName="issuer" [attr.aria-describedby]="id + 'issuer-error'" />
        <par-field-error [id]="id + 'issuer-error'" [text]="problems()['/issuer'] ?? null" />
      </div>
      <div class="form-actions wide">
        <button type="submit" matButton="outlined" [disabled]="busy()" i18n>Lưu mô tả</button>
        <button type="button" matButton="text" (click)="left.emit()" i18n>Thôi</button>
      </div>
    </form>
  `,
  styles: `
    form { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(180px, 100%), 1fr)); gap: var(--space-3); max-width: 560px; }
    .wide { grid-column: 1 / -1; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DocumentForm {
  readonly value = input.required<EvidenceDescription>();
  readonly busy = input(false);
  readonly problems = input<Readonly<Record<string, string>>>({});
  readonly saved = output<EvidenceDescription>();
  readonly left = output<void>();

  protected readonly id = `document-${(count += 1)}`;
  protected readonly form = inject(NonNullableFormBuilder).group({ title: '', documentNumber: '', issuedOn: '', issuer: '' });

  constructor() {
    effect(() => {
      const { title, documentNumber, issuedOn, issuer } = this.value();
      untracked(() => this.form.pristine && this.form.reset({ title, documentNumber, issuedOn: issuedOn ?? '', issuer }));
    });
  }

  protected save(): void {
    const { issuedOn, ...fields } = this.form.getRawValue();
    this.saved.emit({ ...fields, issuedOn: issuedOn || null });
  }
}
