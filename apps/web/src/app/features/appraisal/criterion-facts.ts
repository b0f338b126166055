import { ChangeDetectionStrategy, Component, computed, type ElementRef, input, viewChild } from '@angular/core';
import type { AppraisedCriterion } from '@par-index/contract';
import { type CompiledLeaf, type CompiledSet, explainLeaf, sourceInWords } from '@par-index/scoring';
import { AnswerText } from '../../ui/answer/answer-text';
import { MomentPipe } from '../../ui/format/date-pipes';
import { NumberPipe, PointsPipe } from '../../ui/format/number-pipes';
import { PointsBadge } from '../../ui/points/points-badge';
import { LayerList } from '../../ui/result/layer-list';
import { RuleText } from '../../ui/rule/rule-text';
import { TraceList } from '../../ui/rule/trace-list';
import { declaredOf, worthOf } from './criterion-standing';
import { PredecessorAnswers } from '../../ui/lineage/predecessor-answers';

/** Everything to be read before deciding: the rule, what the agency declared and why it is worth that, last year, the layers so far. */
@Component({
  selector: 'par-criterion-facts',
  imports: [AnswerText, LayerList, MomentPipe, NumberPipe, PointsBadge, PointsPipe, PredecessorAnswers, RuleText, TraceList],
  templateUrl: './criterion-facts.html',
  styleUrl: './criterion-facts.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CriterionFacts {
  readonly set = input.required<CompiledSet>();
  readonly leaf = input.required<CompiledLeaf>();
  readonly criterion = input.required<AppraisedCriterion>();
  /** Codes that the agency is exempt from. */
  readonly exempt = input<readonly string[]>([]);

  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  protected readonly path = computed(() => this.leaf().path.map((code) => `${code} ${this.set().node(code)?.title ?? ''}`).join(' › '));
  protected readonly declared = computed(() => declaredOf(this.criterion(), this.leaf()));
  protected readonly worth = computed(() => worthOf(this.set(), this.leaf().code, this.declared()));
  protected readonly trace = computed(() => explainLeaf(this.set(), this.leaf().code, this.declared(), { exempt: this.exempt() }));
  protected readonly source = computed(() => {
    const words = sourceInWords(this.leaf().source);
    return words.charAt(0).toUpperCase() + words.slice(1);
  });

  /** For whoever came by keyboard: the next thing read is the new criterion. */
  focusHeading(): void {
    this.heading().nativeElement.focus();
  }
}
