import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { NameChairRequest, PersonRef } from '@par-index/contract';
import { FieldError } from '../../ui/feedback/field-error';

export interface ChairQuestion {
  readonly agency: string;
  readonly candidates: readonly PersonRef[];
  /** Who leads already; null where nobody was named. */
  readonly chosen: string | null;
}

/** Which member leads in the chair's place, and why. */
@Component({
  selector: 'par-chair-dialog',
  imports: [FieldError, MatButton],
  template: `
    <form novalidate (submit)="$event.preventDefault(); submit()">
      <h2 id="chair-title" i18n>Cử người chủ trì tại {{ question.agency }}</h2>
      <p i18n>Mọi Chủ tịch Hội đồng đều thuộc cơ quan này. Người được cử kết luận các nội dung và hồ sơ của cơ quan.</p>
      <fieldset class="stack" aria-describedby="chair-choice-error">
        <legend i18n>Ủy viên Hội đồng không thuộc cơ quan</legend>
        @for (one of question.candidates; track one.id) {
          <label class="choice-line"><input type="radio" name="chair" [value]="one.id" [checked]="userId() === one.id" (change)="userId.set(one.id)" /><span>{{ one.fullName }}</span></label>
        } @empty {
          <p i18n>Chưa có ủy viên nào. Quản trị hệ thống giao vai trò ủy viên Hội đồng ở trang Người dùng.</p>
        }
        <par-field-error id="chair-choice-error" [text]="choiceProblem()" />
      </fieldset>
      <div class="field">
        <label for="chair-reason" i18n>Lý do</label>
        <textarea
          #text
          id="chair-reason"
          class="control"
          rows="3"
          maxlength="4000"
          aria-describedby="chair-reason-error"
          [attr.aria-invalid]="reasonProblem() ? true : null"
          [value]="reason()"
          (input)="reason.set(text.value)"
        ></textarea>
        <par-field-error id="chair-reason-error" [text]="reasonProblem()" />
      </div>
      <div class="dialog-actions">
        <button type="button" matButton="text" (click)="dialog.close()" i18n>Quay lại</button>
        <button type="submit" matButton="filled" i18n>Cử chủ trì</button>
      </div>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChairDialog {
  protected readonly question = inject<ChairQuestion>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<NameChairRequest>>(DialogRef);

  protected readonly userId = signal(this.question.chosen);
  protected readonly reason = signal('');
  private readonly tried = signal(false);
  protected readonly choiceProblem = computed(() => (this.tried() && this.userId() === null ? $localize`Hãy chọn một người.` : null));
  protected readonly reasonProblem = computed(() => (this.tried() && this.reason().trim() === '' ? $localize`Hãy ghi lý do.` : null));

  protected submit(): void {
    const [userId, reason] = [this.userId(), this.reason().trim()];
    this.tried.set(true);
    if (userId !== null && reason !== '') {
      this.dialog.close({ userId, reason });
    }
  }
}
