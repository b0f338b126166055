import { ChangeDetectionStrategy, Component, computed, effect, type ElementRef, inject, input, linkedSignal, output, untracked, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { EvidenceLinkView } from '@par-index/contract';
import { checkAnswer, type CompiledLeaf, explainLeaf, scoreLeaf } from '@par-index/scoring';
import { PresenceLine } from '../../platform/presence/presence-line';
import { Clock } from '../../platform/time/clock';
import { AnswerInput } from '../../ui/answer/answer-input';
import { AnswerText } from '../../ui/answer/answer-text';
import { answerAfter, type Typed } from '../../ui/answer/half-answer';
import { KeyHint } from '../../ui/feedback/key-hint';
import { MomentPipe } from '../../ui/format/date-pipes';
import { NumberPipe, PointsPipe } from '../../ui/format/number-pipes';
import { Icon } from '../../ui/icon/icon';
import { PointsBadge } from '../../ui/points/points-badge';
import { LayerList } from '../../ui/result/layer-list';
import { RuleText } from '../../ui/rule/rule-text';
import { TraceList } from '../../ui/rule/trace-list';
import { sameValue, standingOf } from './answer-content';
import { AnswerHistory } from './answer-history';
import { DecisionHistory } from './decision-history';
import { AssessmentDesk } from './assessment-desk';
import type { SetAside } from './autosave-ports';
import { type Choice, ConflictPanel } from './conflict-panel';
import { EvidenceAdd } from './evidence-add';
import { EvidenceList, type OpenedVersion } from './evidence-list';
import { isExempt, whoAnswers } from './who-answers';
import { SaveStateLine } from './save-state';
import { PredecessorAnswers } from '../../ui/lineage/predecessor-answers';
import { EvidenceSuggestions } from './evidence-suggestions';

/** One criterion: how it is scored, what the agency states, what that is worth, and the documents that prove it. */
@Component({
  selector: 'par-criterion-pane',
  imports: [
    AnswerHistory,
    AnswerInput,
    AnswerText,
    DecisionHistory,
    ConflictPanel,
    EvidenceAdd,
    EvidenceList,
    EvidenceSuggestions,
    Icon,
    KeyHint,
    LayerList,
    MatButton,
    MomentPipe,
    NumberPipe,
    PointsBadge,
    PointsPipe,
    PredecessorAnswers,
    PresenceLine,
    RuleText,
    SaveStateLine,
    TraceList,
  ],
  templateUrl: './criterion-pane.html',
  styleUrl: './criterion-pane.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CriterionPane {
  protected readonly desk = inject(AssessmentDesk);
  protected readonly clock = inject(Clock);
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');

  readonly leaf = input.required<CompiledLeaf>();
  readonly previousCode = input<string | null>(null);
  readonly nextCode = input<string | null>(null);
  /** The evidence that is open beside. */
  readonly shownEvidence = input<string | null>(null);
  readonly turned = output<string>();
  readonly left = output<void>();
  readonly evidenceOpened = output<EvidenceLinkView>();
  readonly versionOpened = output<OpenedVersion>();

  private readonly code = computed(() => this.leaf().code);
  protected readonly situation = computed(() => this.desk.situation(this.code()));
  private readonly stands = computed(() => standingOf(this.desk.view()?.answers.find(({ code }) => code === this.code())));
  protected readonly content = computed(() => this.situation()?.content ?? this.stands().content);
  protected readonly version = computed(() => (this.situation()?.server ?? this.stands()).version);
  protected readonly path = computed(() => this.leaf().path.map((code) => this.desk.set()?.node(code)?.title ?? code));
  private readonly exempt = computed(() => isExempt(this.leaf(), this.desk.exempt()));
  /** Why this is nobody's to answer here, in a sentence; null where the agency answers. */
  protected readonly notOurs = computed(() => whoAnswers(this.leaf(), this.desk.view()?.exemptions ?? []));
  protected readonly editable = computed(() => this.situation() !== null && !this.exempt());
  protected readonly findings = computed(() => {
    const [set, { answer }] = [this.desk.set(), this.content()];
    return set && answer ? checkAnswer(set, this.code(), answer) : [];
  });
  protected readonly scored = computed(() => {
    const set = this.desk.set();
    const { answer } = this.content();
    const fits = this.findings().length === 0;
    return set && fits ? { ...scoreLeaf(set, this.code(), answer), answered: answer !== null } : null;
  });
  /** The fields hold something that is no answer yet: what is scored is not what stands in them. */
  protected readonly incomplete = computed(() => {
    const half = this.situation()?.half;
    return half ? 'texts' in half || Object.values(half.cases).every(({ answer }) => answer === null) : false;
  });
  /** What the server has and goes by while something else stands in the fields. */
  protected readonly onServer = computed(() => {
    const situation = this.situation();
    const apart = situation && (situation.half !== null || (situation.state === 'held' && !sameValue(situation.content.answer, situation.server.content.answer)));
    return apart && situation.server.content.answer !== null ? situation.server : null;
  });
  protected readonly points = computed(() => (this.scored()?.answered ? (this.scored()?.points ?? null) : null));
  protected readonly trace = computed(() => {
    const set = this.desk.set();
    return set && this.scored() ? explainLeaf(set, this.code(), this.content().answer, { exempt: [...this.desk.exempt()] }) : null;
  });
  /** What the server will not take. A lost connection and a wrong figure are said where they do not move the field under the hand. */
  protected readonly refused = computed(() => {
    const situation = this.situation();
    return situation?.state === 'held' && this.findings().length === 0 ? situation.reason : null;
  });
  protected readonly previous = computed(() => this.desk.view()?.previous.find(({ code }) => code === this.code()) ?? null);
  protected readonly predecessors = computed(() => (this.desk.view()?.predecessors ?? []).filter(({ code }) => code === this.code()));
  protected readonly layers = computed(() => (this.desk.view()?.layers ?? []).filter(({ code }) => code === this.code()));
  protected readonly evidence = computed(() => this.desk.evidenceOf(this.code()));
  protected readonly usedDocuments = computed(() => new Set(this.evidence().map(({ document }) => document.id)));
  protected readonly place = computed(() => ({ assessmentId: this.desk.view()?.id ?? '', code: this.code() }));
  protected readonly lacksEvidence = computed(() => this.desk.missing().some(({ code, kind }) => code === this.code() && kind === 'evidence'));
  /** This person has typed into it since it was opened. */
  protected readonly touched = linkedSignal({ source: this.code, computation: () => false });
  protected readonly historyShown = linkedSignal({ source: this.code, computation: () => false });
  protected readonly decisionsShown = linkedSignal({ source: this.code, computation: () => false });

  constructor() {
    effect(() => {
      this.code();
      untracked(() => this.heading()?.nativeElement.focus());
    });
  }

  /** An answer that is typed by half leaves the one that stands as it is. */
  protected writeAnswer(typed: Typed): void {
    this.touched.set(true);
    const answer = answerAfter(this.content().answer, typed);
    const { half } = typed;
    this.desk.answer(this.code())?.edit(half && sameValue(answer, this.content().answer) ? { half } : { answer, half });
  }

  protected dropHalf(): void {
    this.desk.answer(this.code())?.edit({ half: null });
  }

  protected writeNote(note: string): void {
    this.touched.set(true);
    this.desk.answer(this.code())?.edit({ note });
  }

  protected explain(evidenceExplanation: string): void {
    this.touched.set(true);
    this.desk.answer(this.code())?.edit({ evidenceExplanation });
  }

  protected leaveField(): void {
    this.desk.answer(this.code())?.flush();
  }

  protected retry(): void {
    this.desk.answer(this.code())?.wake();
  }

  protected choose({ field, side }: Choice): void {
    this.desk.answer(this.code())?.resolve(field, side);
  }

  protected dismiss(item: SetAside): void {
    this.desk.answer(this.code())?.dismiss(item);
  }

  protected noteTaken(): void {
    this.desk.answer(this.code())?.noteTaken();
  }

  protected evidenceChanged(): void {
    void this.desk.reload();
  }
}
