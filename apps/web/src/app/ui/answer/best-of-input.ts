import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, input, output, type TemplateRef } from '@angular/core';
import type { Answer, BestOfCase, BestOfRule } from '@par-index/scoring';
import { bestOfDraft } from './best-of-draft';
import { draftOf } from './draft';
import { type HalfAnswer, NOTHING_TYPED, type Typed } from './half-answer';

/** What the template of a case is given. */
export interface CaseField {
  readonly $implicit: BestOfCase & Typed;
  /** JSON pointer of the case in the whole answer. */
  readonly at: string;
  readonly write: (typed: Typed) => void;
}

/** Several cases of which those that fit are answered; the best counts. The fields of a case come as a template: its rule may be of any kind. */
@Component({
  selector: 'par-best-of-input',
  imports: [NgTemplateOutlet],
  template: `
    @for (case of cases(); track case.id) {
      <section [class.open]="case.open">
        <label class="choice-line">
          <input type="checkbox" [checked]="case.open" [disabled]="readonly()" (change)="toggle(case.id)" />
          <span>{{ case.label }}</span>
        </label>
        @if (case.open) {
          <div class="inner"><ng-container *ngTemplateOutlet="field(); context: case.context" /></div>
        }
      </section>
    }
  `,
  styleUrl: './best-of-input.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BestOfInput {
  readonly rule = input.required<BestOfRule>();
  readonly answer = input.required<Answer | null>();
  readonly half = input<HalfAnswer | null>();
  readonly readonly = input(false);
  readonly at = input('');
  readonly field = input.required<TemplateRef<CaseField>>();
  readonly written = output<Typed>();

  private readonly kind = computed(() => bestOfDraft(this.rule()));
  private readonly draft = draftOf(this, this.kind);
  protected readonly cases = computed(() =>
    this.rule().cases.map((one) => {
      const typed = this.draft()[one.id];
      return { ...one, open: typed !== undefined, context: this.contextOf(one, typed ?? NOTHING_TYPED) };
    }),
  );

  protected toggle(id: string): void {
    const { [id]: closed, ...rest } = this.draft();
    this.draft.set(closed === undefined ? { ...rest, [id]: NOTHING_TYPED } : rest);
    this.emit();
  }

  private contextOf(one: BestOfCase, typed: Typed): CaseField {
    return { $implicit: { ...one, ...typed }, at: `${this.at()}/cases/${one.id}`, write: (written) => this.write(one.id, written) };
  }

  private write(id: string, typed: Typed): void {
    this.draft.update((draft) => ({ ...draft, [id]: typed }));
    this.emit();
  }

  private emit(): void {
    this.written.emit(this.kind().write(this.draft()));
  }
}
