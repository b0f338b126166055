import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { FieldError } from '../../../../ui/feedback/field-error';
import { Icon } from '../../../../ui/icon/icon';
import { DraftDesk } from '../draft-desk';
import { type Fields, listOf, numberTextOf, textOf, withMember, withTypedNumber } from '../draft/fields';
import { NumberCell } from '../rules/number-cell';

/** The grades, from the highest to the lowest: a name, and from which index on. */
@Component({
  selector: 'par-grades-form',
  imports: [FieldError, Icon, MatButton, NumberCell],
  template: `
    <section class="block" aria-labelledby="grades-title" data-at="/grades">
      <h3 id="grades-title" i18n>Xếp loại</h3>
      @for (grade of grades(); track $index; let at = $index) {
        <div class="line" [attr.data-at]="'/grades/' + at">
          <input #name class="control" type="text" maxlength="100" [attr.aria-label]="nameWords + ' ' + (at + 1)" [attr.data-at]="'/grades/' + at + '/name'" [value]="textOf(grade, 'name')" [attr.aria-invalid]="problems().marks('/grades/' + at + '/name') ? true : null" (input)="rename(at, name.value)" />
          <span class="from muted" aria-hidden="true" i18n>từ</span>
          <par-number-cell [label]="fromWords + ' ' + (at + 1)" [value]="numberTextOf(grade, 'from')" [invalid]="problems().marks('/grades/' + at + '/from')" (changed)="bound(at, $event)" />
          <button type="button" class="icon-button" [attr.aria-label]="removeWords + ' ' + (at + 1)" (click)="remove(at)"><par-icon name="remove" [size]="18" /></button>
          @for (sentence of problems().allWithin('/grades/' + at); track sentence) { <par-field-error class="problem" [text]="sentence" /> }
        </div>
      }
      <div class="row">
        <button type="button" matButton="text" (click)="add()"><span class="row"><par-icon name="add" [size]="18" /><ng-container i18n>Thêm mức xếp loại</ng-container></span></button>
        @if (grades().length === 0) { <button type="button" matButton="text" (click)="usual()" i18n>Dùng các mức thường dùng (90, 80, 65, 50)</button> }
      </div>
    </section>
  `,
  styleUrls: ['./grades-form.css', '../icon-button.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GradesForm {
  private readonly desk = inject(DraftDesk);

  protected readonly problems = this.desk.problems;
  protected readonly grades = computed(() => listOf(this.desk.set(), 'grades'));
  protected readonly nameWords = $localize`Tên mức`;
  protected readonly fromWords = $localize`Từ chỉ số, mức`;
  protected readonly removeWords = $localize`Xóa mức`;
  protected readonly textOf = textOf;
  protected readonly numberTextOf = numberTextOf;

  protected rename(at: number, name: string): void {
    this.change(at, (grade) => ({ ...grade, name }), `grade-name-${at}`);
  }

  protected bound(at: number, text: string): void {
    this.change(at, (grade) => withTypedNumber(grade, 'from', text), `grade-from-${at}`);
  }

  protected add(): void {
    this.write([...this.grades(), { name: '', from: 0 }]);
  }

  protected usual(): void {
    const usual = [[$localize`Xuất sắc`, 90], [$localize`Tốt`, 80], [$localize`Khá`, 65], [$localize`Trung bình`, 50], [$localize`Yếu`, 0]] as const;
    this.write(usual.map(([name, from]) => ({ name, from })));
  }

  protected remove(at: number): void {
    this.write(this.grades().filter((_grade, other) => other !== at));
  }

  private change(at: number, change: (grade: Fields) => Fields, key: string): void {
    this.write(this.grades().map((grade, other) => (other === at ? change(grade) : grade)), key);
  }

  private write(grades: readonly Fields[], key?: string): void {
    this.desk.editSet((set) => withMember(set, 'grades', grades.length === 0 ? undefined : grades), $localize`sửa xếp loại`, key);
  }
}
