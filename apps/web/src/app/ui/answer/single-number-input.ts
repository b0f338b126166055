import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { Answer, Finding } from '@par-index/scoring';
import { draftOf } from './draft';
import { findingAt } from './finding-words';
import type { HalfAnswer, Typed } from './half-answer';
import { NumberField } from './number-field';
import { DIRECT_DRAFT, SURVEY_DRAFT } from './single-number-drafts';

/** The one number of a `direct` or a `survey` answer. */
@Component({
  selector: 'par-single-number-input',
  imports: [NumberField],
  template: `
    <par-number-field [label]="label()" [unit]="unit()" [value]="draft()[holds()] ?? ''" [readonly]="readonly()" [error]="problem()" (changed)="change($event)" />
    @if (hint()) { <p class="field-hint">{{ hint() }}</p> }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SingleNumberInput {
  readonly holds = input.required<'points' | 'percent'>();
  readonly label = input.required<string>();
  readonly unit = input('');
  readonly hint = input('');
  readonly answer = input.required<Answer | null>();
  readonly half = input<HalfAnswer | null>();
  readonly readonly = input(false);
  readonly findings = input<readonly Finding[]>([]);
  readonly at = input('');
  readonly written = output<Typed>();

  private readonly kind = computed(() => (this.holds() === 'points' ? DIRECT_DRAFT : SURVEY_DRAFT));
  protected readonly draft = draftOf(this, this.kind);
  protected readonly problem = computed(() => findingAt(this.findings(), this.at()));

  protected change(text: string): void {
    this.draft.set({ [this.holds()]: text });
    this.written.emit(this.kind().write(this.draft()));
  }
}
