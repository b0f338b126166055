import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { Answer, Finding, TallyRule } from '@par-index/scoring';
import { NumberPipe } from '../format/number-pipes';
import { draftOf } from './draft';
import { fieldValueOf } from './field-value';
import { findingAt } from './finding-words';
import type { HalfAnswer, Typed } from './half-answer';
import { NumberField } from './number-field';
import { noneOf, tallyDraft } from './tally-draft';

/** How often each thing happened; or that none did. */
@Component({
  selector: 'par-tally-input',
  imports: [NumberField, NumberPipe],
  templateUrl: './tally-input.html',
  styleUrl: './tally-input.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TallyInput {
  readonly rule = input.required<TallyRule>();
  readonly answer = input.required<Answer | null>();
  readonly half = input<HalfAnswer | null>();
  readonly readonly = input(false);
  readonly findings = input<readonly Finding[]>([]);
  readonly at = input('');
  readonly written = output<Typed>();

  private readonly kind = computed(() => tallyDraft(this.rule().items));
  private readonly draft = draftOf(this, this.kind);
  protected readonly sign = computed(() => (this.rule().start === 'max' ? '−' : '+'));
  protected readonly items = computed(() =>
    this.rule().items.map((item) => ({
      ...item,
      text: this.draft()[item.id] ?? '',
      error: findingAt(this.findings(), `${this.at()}/counts/${item.id}`),
    })),
  );
  protected readonly none = computed(() => this.items().every(({ text }) => fieldValueOf(text) === 0));

  protected change(id: string, text: string): void {
    this.draft.update((draft) => ({ ...draft, [id]: text }));
    this.written.emit(this.kind().write(this.draft()));
  }

  protected toggleNone(): void {
    const items = this.rule().items;
    this.draft.set(this.none() ? this.kind().read(null) : noneOf(items));
    this.written.emit(this.kind().write(this.draft()));
  }
}
