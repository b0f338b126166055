import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { MovedDate, WindowedPhase } from '@par-index/contract';
import { DayPipe } from '../../ui/format/date-pipes';
import { PHASE_WORDS } from '../../ui/words/phase-words';
import type { WindowDraft } from './cycle-draft';

type Field = 'opensAt' | 'deadlineAt' | 'closeAt';

const FIELDS: readonly { readonly field: Field; readonly words: string }[] = [
  { field: 'opensAt', words: $localize`Mở` },
  { field: 'deadlineAt', words: $localize`Hạn` },
  { field: 'closeAt', words: $localize`Khóa` },
];

/** The dates a year later, each on a working day, to be changed by hand. */
@Component({
  selector: 'par-next-cycle-dates',
  imports: [DayPipe],
  template: `
    <p class="muted" i18n>Lùi đúng một năm so với kỳ trước, giữ giờ; ngày nghỉ chuyển sang ngày làm việc kế tiếp. Ngày Chính phủ hoán đổi hằng năm chưa tính: hãy xem lại.</p>
    @for (window of windows(); track window.phase) {
      <fieldset>
        <legend>{{ phaseWords[window.phase] }}</legend>
        @for (one of fields; track one.field) {
          <div class="field">
            <label [for]="window.phase + one.field">{{ one.words }}</label>
            <input #box class="control" type="datetime-local" [id]="window.phase + one.field" [value]="window[one.field]" (input)="write(window.phase, one.field, box.value)" />
            @for (move of movesOf(window.phase, one.field); track move.to) {
              <span class="field-hint" i18n>Chuyển từ {{ move.from | day }} ({{ move.because }})</span>
            }
          </div>
        }
      </fieldset>
    }
  `,
  styles: `
    :host { display: grid; gap: var(--space-4); }
    fieldset { display: grid; gap: var(--space-3); align-items: start; min-width: 0; padding: var(--space-3) var(--space-4); border: 1px solid var(--line); border-radius: var(--radius); }
    legend { padding-inline: var(--space-1); font-weight: 600; }
    @media (min-width: 800px) { fieldset { grid-template-columns: repeat(3, 1fr); } }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NextCycleDates {
  readonly windows = input.required<readonly WindowDraft[]>();
  readonly moved = input.required<readonly MovedDate[]>();
  readonly changed = output<readonly WindowDraft[]>();

  protected readonly fields = FIELDS;
  protected readonly phaseWords = PHASE_WORDS;

  protected movesOf(phase: WindowedPhase, field: Field): readonly MovedDate[] {
    return this.moved().filter((one) => one.phase === phase && one.field === field);
  }

  protected write(phase: WindowedPhase, field: Field, value: string): void {
    this.changed.emit(this.windows().map((window) => (window.phase === phase ? { ...window, [field]: value } : window)));
  }
}
