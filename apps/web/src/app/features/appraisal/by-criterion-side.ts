import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, input, model, output, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { HintView } from '@par-index/contract';
import type { CompiledLeaf } from '@par-index/scoring';
import { ChangeLine } from '../../ui/changes/change-line';
import { StateChip } from '../../ui/chips/state-chip';
import { PointsPipe } from '../../ui/format/number-pipes';
import { AnswerText } from '../../ui/answer/answer-text';
import { HintList } from '../../ui/hints/hint-list';
import { Icon } from '../../ui/icon/icon';
import { LayerList } from '../../ui/result/layer-list';
import type { AgencyRow } from './by-criterion-rows';
import { DecisionBar } from './decision-bar';
import type { DecisionDraft, DecisionSubject } from './decision-draft';
import { DecisionForm } from './decision-form';
import type { DeskEntry } from './desk-entry';
import { EvidencePane } from './evidence-pane';

/** What stands beside the grid: the agency's documents, or its answer with the decision. */
export type SideView = 'evidence' | 'decision';

/** One agency of the grid: what it declared and said, the decision, its evidence at the stated page. */
@Component({
  selector: 'par-by-criterion-side',
  imports: [AnswerText, ChangeLine, DecisionBar, DecisionForm, EvidencePane, HintList, Icon, LayerList, PointsPipe, RouterLink, StateChip],
  templateUrl: './by-criterion-side.html',
  styleUrl: './by-criterion-side.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ByCriterionSide {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  readonly row = input.required<AgencyRow>();
  readonly leaf = input.required<CompiledLeaf>();
  readonly subject = input<DecisionSubject | null>(null);
  readonly entry = input<DeskEntry | null>(null);
  readonly saving = input(false);
  readonly hints = input<readonly HintView[]>([]);
  readonly shown = model.required<SideView>();
  readonly written = output<DecisionDraft>();
  readonly saved = output();
  readonly dropped = output();
  readonly hintDismissed = output<HintView>();
  readonly hintRestored = output<HintView>();

  private readonly form = viewChild(DecisionForm);
  protected readonly agency = computed(() => this.row().agency);

  /** Puts the focus where the next thing has to be typed. */
  focusField(field: 'first' | 'question' = 'first'): void {
    requestAnimationFrame(() => {
      const question = field === 'question' ? this.host.nativeElement.querySelector<HTMLElement>('textarea[id$="-question"]') : null;
      if (question) {
        question.focus();
      } else {
        this.form()?.focusField();
      }
    });
  }
}
