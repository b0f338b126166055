import { ChangeDetectionStrategy, Component, computed, effect, type ElementRef, inject, input, linkedSignal, output, untracked, viewChild } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import type { DifferenceView, EvidenceLinkView } from '@par-index/contract';
import type { CompiledLeaf } from '@par-index/scoring';
import { EMPTY } from 'rxjs';
import { PresenceLine } from '../../platform/presence/presence-line';
import { MomentPipe } from '../../ui/format/date-pipes';
import { Icon } from '../../ui/icon/icon';
import { LoadState } from '../../ui/loading/load-state';
import { RuleText } from '../../ui/rule/rule-text';
import { QuestionChip } from '../../ui/thread/question-chip';
import { SaidExplanation } from '../../ui/thread/said-explanation';
import { BothSides } from './both-sides';
import { CriterionThread } from './criterion-thread';
import { ExplanationApi } from './explanation-api';
import { ExplanationDesk } from './explanation-desk';
import { ExplanationDocuments } from './explanation-documents';
import { isUnsent } from './explanation-draft';
import { SaveLine } from './save-line';
import { StanceForm } from './stance-form';

/** One difference: both sides with the reason, the question, what the agency says to it with its documents, and the thread. */
@Component({
  selector: 'par-difference-pane',
  imports: [BothSides, CriterionThread, ExplanationDocuments, Icon, LoadState, MatButton, MomentPipe, PresenceLine, QuestionChip, RuleText, SaidExplanation, SaveLine, StanceForm],
  templateUrl: './difference-pane.html',
  styleUrl: './difference-pane.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DifferencePane {
  private readonly api = inject(ExplanationApi);
  protected readonly desk = inject(ExplanationDesk);
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');

  readonly leaf = input.required<CompiledLeaf>();
  readonly difference = input.required<DifferenceView>();
  readonly previousCode = input<string | null>(null);
  readonly nextCode = input<string | null>(null);
  readonly shownEvidence = input<string | null>(null);
  readonly turned = output<string>();
  readonly left = output<void>();
  readonly evidenceOpened = output<EvidenceLinkView>();

  protected readonly place = computed(() => ({ assessmentId: this.desk.assessmentId() ?? '', code: this.leaf().code }), { equal: (a, b) => a.assessmentId === b.assessmentId && a.code === b.code });
  protected readonly path = computed(() => this.leaf().path.map((code) => this.desk.set()?.node(code)?.title ?? code).join(' › '));
  protected readonly editable = computed(() => this.desk.view()?.editable ?? false);
  protected readonly draft = computed(() => this.desk.draftOf(this.leaf().code));
  /** This person has typed into it since it was opened. */
  protected readonly touched = linkedSignal<{ readonly code: string; readonly typing: boolean }, boolean>({
    source: () => ({ code: this.leaf().code, typing: isUnsent(this.draft()) }),
    computation: ({ code, typing }, before) => typing || (before?.source.code === code && before.value),
  });
  /** Documents go with an explanation that the server knows of. */
  protected readonly mayAttach = computed(() => this.editable() && this.draft().server?.stance === 'explain');
  protected readonly historyShown = linkedSignal({ source: this.place, computation: () => false });
  protected readonly history = rxResource({
    params: () => ({ ...this.place(), shown: this.historyShown(), version: this.draft().server?.version ?? 0 }),
    stream: ({ params }) => (params.shown ? this.api.history(params) : EMPTY),
  });

  constructor() {
    effect(() => {
      this.place();
      untracked(() => this.heading()?.nativeElement.focus());
    });
  }

  protected refresh(): void {
    void this.desk.refresh();
  }
}
