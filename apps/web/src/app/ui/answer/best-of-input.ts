import { ChangeDetectionStrategy, Component, computed, forwardRef, input, output } from '@angular/core';
import type { Answer, BestOfRule, Finding } from '@par-index/scoring';
import { bestOfDraft } from './best-of-draft';
import { draftOf } from './draft';
import { RuleInput } from './rule-input';

/** Several cases of which those that fit are answered; the best counts. */
@Component({
  selector: 'par-best-of-input',
  imports: [forwardRef(() => RuleInput)],
  template: `
    @for (case of cases(); track case.id) {
      <section [class.open]="case.open">
        <label class="choice-line">
          <input type="checkbox" [checked]="case.open" [disabled]="readonly()" (change)="toggle(case.id)" />
          <span>{{ case.label }}</span>
        </label>
        @if (case.open) {
          <par-rule-input class="inner" [rule]="case.rule" [max]="max()" [answer]="case.answer" [readonly]="readonly()" [findings]="findings()"
            [at]="at() + '/cases/' + case.id" (written)="write(case.id, $event)" />
        }
      </section>
    }
  `,
  styleUrl: './best-of-input.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BestOfInput {
  readonly rule = input.required<BestOfRule>();
  readonly max = input.required<number>();
  readonly answer = input.required<Answer | null>();
  readonly readonly = input(false);
  readonly findings = input<readonly Finding[]>([]);
  readonly at = input('');
  readonly written = output<Answer | null | 'unreadable'>();

  private readonly kind = computed(() => bestOfDraft(this.rule()));
  private readonly draft = draftOf(this.answer, this.kind);
  protected readonly cases = computed(() =>
    this.rule().cases.map((one) => {
      const answer = this.draft()[one.id];
      return { ...one, open: answer !== undefined, answer: answer === 'unreadable' ? null : (answer ?? null) };
    }),
  );

  protected toggle(id: string): void {
    const { [id]: closed, ...rest } = this.draft();
    this.draft.set(closed === undefined ? { ...rest, [id]: null } : rest);
    this.emit();
  }

  protected write(id: string, answer: Answer | null | 'unreadable'): void {
    this.draft.update((draft) => ({ ...draft, [id]: answer }));
    this.emit();
  }

  private emit(): void {
    this.written.emit(this.kind().write(this.draft()));
  }
}
