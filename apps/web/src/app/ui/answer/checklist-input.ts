import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { Answer, ChecklistRule, Finding } from '@par-index/scoring';
import { FieldError } from '../feedback/field-error';
import { PointsPipe } from '../format/number-pipes';
import { findingAt } from './finding-words';
import type { Typed } from './half-answer';

/** What is met, ticked; or that nothing is, which is an answer too. */
@Component({
  selector: 'par-checklist-input',
  imports: [FieldError, PointsPipe],
  template: `
    <fieldset [disabled]="readonly()">
      <legend class="visually-hidden" i18n>Đánh dấu những nội dung đạt</legend>
      @for (item of rule().items; track item.id) {
        <label class="line">
          <input type="checkbox" [checked]="checked()?.includes(item.id) ?? false" (change)="toggle(item.id)" />
          <span>{{ item.label }}</span>
          @if (rule().award !== 'all') { <span class="worth">{{ item.points | points }}</span> }
        </label>
      }
      <label class="line none">
        <input type="checkbox" [checked]="checked()?.length === 0" (change)="toggleNone()" />
        <span i18n>Không đạt nội dung nào</span>
      </label>
    </fieldset>
    @if (problem(); as sentence) { <par-field-error [text]="sentence" /> }
  `,
  styleUrl: './option-lines.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChecklistInput {
  readonly rule = input.required<ChecklistRule>();
  readonly answer = input.required<Answer | null>();
  readonly readonly = input(false);
  readonly findings = input<readonly Finding[]>([]);
  readonly at = input('');
  readonly written = output<Typed>();

  /** Null while nothing was said. */
  protected readonly checked = computed(() => {
    const answer = this.answer();
    return answer && 'checked' in answer ? answer.checked : null;
  });
  protected readonly problem = computed(() => findingAt(this.findings(), this.at()));

  /** In the order of the rule, so that the same ticks are the same answer. */
  protected toggle(id: string): void {
    const before = this.checked() ?? [];
    const wanted = before.includes(id) ? before.filter((ticked) => ticked !== id) : [...before, id];
    const checked = this.rule().items.map((item) => item.id).filter((item) => wanted.includes(item));
    this.written.emit({ answer: checked.length > 0 ? { checked } : null, half: null });
  }

  protected toggleNone(): void {
    this.written.emit({ answer: this.checked()?.length === 0 ? null : { checked: [] }, half: null });
  }
}
