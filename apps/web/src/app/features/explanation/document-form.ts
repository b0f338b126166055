import { ChangeDetectionStrategy, Component, effect, inject, input, output } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import type { ReferenceEvidenceRequest } from '@par-index/contract';
import type { Refusal } from '../../platform/problem/refusal';
import { FieldError } from '../../ui/feedback/field-error';

export type DocumentFields = ReferenceEvidenceRequest;

let count = 0;

/** What a document is and where in it to look; with an address for one that has no file. */
@Component({
  selector: 'par-document-form',
  imports: [FieldError, MatButton, ReactiveFormsModule],
  template: `
    <form class="fields" [formGroup]="form" (ngSubmit)="save()">
      @if (withAddress()) {
        <div class="field">
          <label [for]="id + 'url'" i18n>Đường dẫn (https)</label>
          <input class="control" type="url" maxlength="2000" [id]="id + 'url'" formControlName="url" [attr.aria-describedby]="id + 'url-error'" />
          <par-field-error [id]="id + 'url-error'" [text]="problemOf('url')" />
        </div>
      }
      <div class="field">
        <label [for]="id + 'title'" i18n>Trích yếu</label>
        <input class="control" maxlength="500" [id]="id + 'title'" formControlName="title" />
      </div>
      <div class="pair">
        <div class="field">
          <label [for]="id + 'number'" i18n>Số, ký hiệu</label>
          <input class="control" maxlength="100" [id]="id + 'number'" formControlName="documentNumber" [attr.aria-describedby]="id + 'number-error'" />
          <par-field-error [id]="id + 'number-error'" [text]="problemOf('documentNumber')" />
        </div>
        <div class="field">
          <label [for]="id + 'day'" i18n>Ngày ban hành</label>
          <input class="control" type="date" max="9999-12-31" [id]="id + 'day'" formControlName="issuedOn" [attr.aria-describedby]="id + 'day-error'" />
          <par-field-error [id]="id + 'day-error'" [text]="problemOf('issuedOn')" />
        </div>
        <div class="field">
          <label [for]="id + 'issuer'" i18n>Cơ quan ban hành</label>
          <input class="control" maxlength="300" [id]="id + 'issuer'" formControlName="issuer" />
        </div>
        <div class="field">
          <label [for]="id + 'section'" i18n>Mục</label>
          <input class="control" maxlength="300" [id]="id + 'section'" formControlName="section" />
        </div>
        <div class="field">
          <label [for]="id + 'page'" i18n>Trang</label>
          <input class="control" type="number" min="1" max="100000" step="1" [id]="id + 'page'" formControlName="page" [attr.aria-describedby]="id + 'page-error'" />
          <par-field-error [id]="id + 'page-error'" [text]="problemOf('page')" />
        </div>
      </div>
      <div class="form-actions">
        <button type="submit" matButton="outlined" [disabled]="busy() || form.invalid">{{ verb() }}</button>
        <button type="button" matButton="text" [disabled]="busy()" (click)="left.emit()" i18n>Thôi</button>
      </div>
    </form>
  `,
  styles: `.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(160px, 1fr)); gap: var(--space-3); }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DocumentForm {
  readonly verb = input.required<string>();
  /** The name of the file, which stands for a title until somebody writes one. */
  readonly title = input('');
  readonly issuer = input('');
  readonly withAddress = input(false);
  readonly busy = input(false);
  readonly refusal = input<Refusal | null>(null);
  readonly saved = output<DocumentFields>();
  readonly left = output<void>();

  protected readonly id = `explained-document-${(count += 1)}`;
  protected readonly form = inject(NonNullableFormBuilder).group({ url: '', title: '', documentNumber: '', issuedOn: '', issuer: '', section: '', page: null as number | null });

  constructor() {
    effect(() => this.form.patchValue({ title: this.title().replace(/\.[^.]+$/, ''), issuer: this.issuer() }));
  }

  protected problemOf(field: string): string | null {
    return this.refusal()?.field(`/${field}`) ?? this.refusal()?.field(`/description/${field}`) ?? null;
  }

  protected save(): void {
    const { url, issuedOn, page, ...fields } = this.form.getRawValue();
    this.saved.emit({ ...fields, url: url.trim() || null, issuedOn: issuedOn || null, page: page ?? null });
  }
}
