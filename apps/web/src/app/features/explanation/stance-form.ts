import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Stance } from '@par-index/contract';
import { FieldError } from '../../ui/feedback/field-error';
import { MomentPipe } from '../../ui/format/date-pipes';
import { ExplanationDesk } from './explanation-desk';
import { lacksText } from './explanation-draft';

let count = 0;

/** Agree, or explain with a text; where somebody else wrote meanwhile, both texts until one is chosen. */
@Component({
  selector: 'par-stance-form',
  imports: [FieldError, MatButton, MomentPipe],
  templateUrl: './stance-form.html',
  styleUrl: './stance-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StanceForm {
  protected readonly desk = inject(ExplanationDesk);

  readonly code = input.required<string>();
  readonly left = output<void>();

  protected readonly id = `stance-${(count += 1)}`;
  protected readonly draft = computed(() => this.desk.draftOf(this.code()));
  protected readonly lacking = computed(() => (lacksText(this.draft()) ? $localize`Lãnh đạo chỉ nộp được khi giải trình đã có nội dung.` : null));
  protected readonly choices: readonly { readonly stance: Stance; readonly words: string; readonly hint: string }[] = [
    { stance: 'agree', words: $localize`Đồng ý với kết quả`, hint: $localize`Điểm thẩm định được giữ nguyên.` },
    { stance: 'explain', words: $localize`Giải trình`, hint: $localize`Tiêu chí được thẩm định lại cùng nội dung và tài liệu dưới đây.` },
  ];

  protected choose(stance: Stance): void {
    this.desk.write(this.code(), { stance });
    void this.desk.flush(this.code());
  }

  protected write(text: string): void {
    this.desk.write(this.code(), { text, stance: this.draft().stance ?? 'explain' });
  }
}
