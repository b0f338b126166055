import { ChangeDetectionStrategy, Component, computed, effect, input, output, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { PETITION_REASONS, type PetitionableCriterion, type PetitionReason, type PetitionView, type WritePetitionRequest } from '@par-index/contract';
import { FieldError } from '../../ui/feedback/field-error';
import { REASON_WORDS } from './petition-words';

export interface WrittenPetition extends WritePetitionRequest {
  readonly code: string;
  /** That the edit began from; 0 where there was none. */
  readonly version: number;
}

let count = 0;

/** Which criterion, why, and what is asked. An existing draft keeps its criterion. */
@Component({
  selector: 'par-petition-form',
  imports: [FieldError, MatButton],
  template: `
    <form class="stack" novalidate (submit)="$event.preventDefault(); submit()">
      <div class="field">
        <label [for]="id + '-code'" i18n>Tiêu chí</label>
        <select #codeBox class="control" [id]="id + '-code'" [disabled]="draft() !== null" [attr.aria-describedby]="id + '-code-error'" (change)="code.set(codeBox.value)">
          <option value="" [selected]="code() === ''" i18n>Chọn tiêu chí</option>
          @for (criterion of offered(); track criterion.code) {
            <option [value]="criterion.code" [selected]="criterion.code === code()">{{ criterion.code }} {{ criterion.title }}</option>
          }
        </select>
        <par-field-error [id]="id + '-code-error'" [text]="codeProblem()" />
      </div>
      <fieldset class="stack">
        <legend i18n>Lý do</legend>
        @for (reason of reasons; track reason) {
          <label class="choice-line"><input type="radio" [name]="id" [checked]="reason === reasonCode()" (change)="reasonCode.set(reason)" /> {{ words[reason] }}</label>
        }
      </fieldset>
      <div class="field">
        <label [for]="id + '-text'" i18n>Nội dung kiến nghị</label>
        <textarea #textBox class="control" rows="6" maxlength="10000" [id]="id + '-text'" [value]="text()" [attr.aria-describedby]="id + '-text-error'" (input)="text.set(textBox.value)"></textarea>
        <par-field-error [id]="id + '-text-error'" [text]="textProblem()" />
      </div>
      <div class="form-actions">
        <button type="submit" matButton="filled" [disabled]="busy()" i18n>Lưu bản nháp</button>
        <button type="button" matButton="text" (click)="left.emit()" i18n>Quay lại</button>
      </div>
    </form>
  `,
  styles: `
    :host { display: block; max-width: 720px; }
    fieldset { border: 0; padding: 0; margin: 0; }
    legend { padding: 0; font-weight: 500; }
    select { max-width: 100%; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PetitionForm {
  readonly offered = input.required<readonly PetitionableCriterion[]>();
  /** Null for a new one. */
  readonly draft = input.required<PetitionView | null>();
  readonly busy = input(false);
  readonly written = output<WrittenPetition>();
  readonly left = output<void>();

  protected readonly id = `petition-form-${(count += 1)}`;
  protected readonly reasons = PETITION_REASONS;
  protected readonly words = REASON_WORDS;
  protected readonly code = signal('');
  protected readonly reasonCode = signal<PetitionReason>('wrong-figure');
  protected readonly text = signal('');
  private readonly tried = signal(false);
  protected readonly codeProblem = computed(() => (this.tried() && this.code() === '' ? $localize`Hãy chọn tiêu chí cần kiến nghị.` : null));
  protected readonly textProblem = computed(() => (this.tried() && this.text().trim() === '' ? $localize`Hãy viết nội dung kiến nghị.` : null));

  constructor() {
    effect(() => {
      const draft = this.draft();
      untracked(() => this.begin(draft));
    });
  }

  protected submit(): void {
    this.tried.set(true);
    if (this.code() !== '' && this.text().trim() !== '') {
      this.written.emit({ code: this.code(), reasonCode: this.reasonCode(), text: this.text().trim(), version: this.draft()?.version ?? 0 });
    }
  }

  private begin(draft: PetitionView | null): void {
    this.code.set(draft?.code ?? '');
    this.reasonCode.set(draft?.reasonCode ?? 'wrong-figure');
    this.text.set(draft?.text ?? '');
    this.tried.set(false);
  }
}
