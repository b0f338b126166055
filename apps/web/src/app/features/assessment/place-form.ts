import { ChangeDetectionStrategy, Component, effect, inject, input, output } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';

/** Where in a document to look. */
export interface PlaceValue {
  readonly section: string;
  readonly page: number | null;
}

let count = 0;

/** Section and page of one document under one criterion. */
@Component({
  selector: 'par-place-form',
  imports: [MatButton, ReactiveFormsModule],
  template: `
    <form class="row" [formGroup]="form" (ngSubmit)="save()">
      <div class="field"><label [for]="id + 's'" i18n>Mục</label><input class="control" [id]="id + 's'" maxlength="300" formControlName="section" /></div>
      <div class="field page"><label [for]="id + 'p'" i18n>Trang</label><input class="control" type="number" min="1" max="100000" step="1" [id]="id + 'p'" formControlName="page" /></div>
      <button type="submit" matButton="outlined" [disabled]="form.invalid" i18n>Lưu vị trí</button>
      <button type="button" matButton="text" (click)="left.emit()" i18n>Thôi</button>
    </form>
  `,
  styles: `form { align-items: flex-end; } .field { flex: 1 1 160px; } .page { flex: 0 1 88px; }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlaceForm {
  readonly value = input.required<PlaceValue>();
  readonly saved = output<PlaceValue>();
  readonly left = output<void>();

  protected readonly id = `place-${(count += 1)}`;
  protected readonly form = inject(NonNullableFormBuilder).group({ section: '', page: null as number | null });

  constructor() {
    effect(() => this.form.reset({ section: this.value().section, page: this.value().page }));
  }

  protected save(): void {
    const { section, page } = this.form.getRawValue();
    this.saved.emit({ section, page: page ?? null });
  }
}
