import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { DecisionRequestKind } from '@par-index/contract';
import { explainLeaf } from '@par-index/scoring';
import { AnswerInput } from '../../ui/answer/answer-input';
import { AnswerText } from '../../ui/answer/answer-text';
import { FieldError } from '../../ui/feedback/field-error';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { numberInWords } from '../../ui/format/number-words';
import { LayerList } from '../../ui/result/layer-list';
import { TraceList } from '../../ui/rule/trace-list';
import { awardDecimals, decidedAnswer, type DecisionDraft, type DecisionSubject, formIdOf, needsReason, problemsOf } from './decision-draft';
import type { DeskEntry } from './desk-entry';

interface KindLine {
  readonly kind: DecisionRequestKind;
  readonly words: string;
}

/** In appraisal 2 alone. */
const KEEP: KindLine = { kind: 'keep', words: $localize`Giữ kết quả thẩm định lần 1` };

const KINDS: readonly KindLine[] = [
  { kind: 'accept', words: $localize`Chấp nhận` },
  { kind: 'correct', words: $localize`Xác định lại số liệu` },
  { kind: 'award', words: $localize`Giao điểm` },
];

/** Accept, correct or award, with the points at every keystroke; or the accepted figure of a criterion that nobody declares. */
@Component({
  selector: 'par-decision-form',
  imports: [AnswerInput, AnswerText, FieldError, LayerList, MatButton, RefusalNotice, TraceList],
  templateUrl: './decision-form.html',
  styleUrl: './decision-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DecisionForm {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  readonly subject = input.required<DecisionSubject>();
  readonly entry = input.required<DeskEntry>();
  readonly written = output<DecisionDraft>();
  readonly saved = output();
  /** Theirs stays, what was typed goes. */
  readonly dropped = output();

  protected readonly draft = computed(() => this.entry().draft);
  /** What can be chosen: a criterion that the agency does not declare has nothing to accept. */
  protected readonly kinds = computed(() => [...(this.subject().kept ? [KEEP] : []), ...KINDS.filter(({ kind }) => kind !== 'accept' || this.subject().leaf.source === 'self')]);
  private readonly all = computed(() => problemsOf(this.subject(), this.draft()));
  protected readonly findings = computed(() => this.all().findings);
  protected readonly problems = computed(() => (this.entry().tried ? this.all() : { answer: null, awarded: null, reason: null, question: null }));
  protected readonly reasonNeeded = computed(() => needsReason(this.subject(), this.draft()));
  private readonly answer = computed(() => decidedAnswer(this.subject(), this.draft()));
  protected readonly trace = computed(() => {
    const [{ set, leaf }, answer] = [this.subject(), this.answer()];
    return answer === undefined ? null : explainLeaf(set, leaf.code, answer);
  });
  protected readonly awardHint = computed(() => {
    const { leaf, set } = this.subject();
    return $localize`Từ 0 đến ${numberInWords(leaf.max)}:max:, tối đa ${awardDecimals(set)}:decimals: chữ số thập phân.`;
  });
  protected readonly theirs = computed(() => this.entry().conflict);
  protected readonly theirLayers = computed(() => {
    const layer = this.theirs()?.layer;
    return layer ? [layer] : [];
  });
  protected readonly id = computed(() => formIdOf(this.subject()));

  protected amend(changes: Partial<DecisionDraft>): void {
    this.written.emit({ ...this.draft(), ...changes });
  }

  /** Puts the focus where the next thing has to be typed. */
  focusField(): void {
    queueMicrotask(() => requestAnimationFrame(() => this.firstField()?.focus()));
  }

  private firstField(): HTMLElement | null {
    const root = this.host.nativeElement;
    return root.querySelector<HTMLElement>('[aria-invalid="true"]') ?? root.querySelector<HTMLElement>('.content input, .content select, .content textarea');
  }
}
