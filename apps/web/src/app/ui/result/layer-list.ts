import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { AppraisalLayerView, DecisionKind, Layer } from '@par-index/contract';
import type { Rule } from '@par-index/scoring';
import { AnswerText } from '../answer/answer-text';
import { MomentPipe } from '../format/date-pipes';
import { NumberPipe, PointsPipe } from '../format/number-pipes';

const LAYER_WORDS: Readonly<Record<Layer, string>> = {
  'base': $localize`Số liệu gốc`,
  'appraisal-1': $localize`Thẩm định lần 1`,
  'appraisal-2': $localize`Thẩm định lần 2`,
  'council': $localize`Hội đồng`,
};

const KIND_WORDS: Readonly<Record<DecisionKind, string>> = {
  accept: $localize`chấp nhận`,
  correct: $localize`xác định lại số liệu`,
  award: $localize`giao điểm`,
};

/** The layers of one criterion, lowest first: who decided what, when and why. */
@Component({
  selector: 'par-layer-list',
  imports: [AnswerText, MomentPipe, NumberPipe, PointsPipe],
  template: `
    <ul>
      @for (layer of layers(); track layer.layer + layer.version) {
        <li>
          <strong>{{ layerWords[layer.layer] }}: {{ layer.points | points }}</strong>
          @let award = awardOf(layer);
          @if (award !== null) {
            <span i18n>giao {{ award | num }} điểm</span>
          } @else {
            <span>{{ kindWords[layer.kind] }} – <par-answer-text [rule]="rule()" [answer]="layer.answer" /></span>
          }
          @if (layer.reason) { <span>{{ layer.reason }}</span> }
          @if (layer.question) { <span i18n>Đề nghị giải trình: {{ layer.question }}</span> }
          <span class="muted small">{{ layer.decidedBy }} · {{ layer.decidedAt | moment }}</span>
        </li>
      }
    </ul>
  `,
  styles: `
    ul { display: grid; gap: var(--space-3); padding: 0; list-style: none; }
    li { display: grid; gap: 2px; max-width: var(--measure); overflow-wrap: anywhere; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LayerList {
  readonly layers = input.required<readonly AppraisalLayerView[]>();
  readonly rule = input.required<Rule>();

  protected readonly layerWords = LAYER_WORDS;
  protected readonly kindWords = KIND_WORDS;
  /** Its reason stands below, so that the award is its points alone. */
  protected readonly awardOf = ({ answer }: AppraisalLayerView): number | null => (answer && 'awarded' in answer ? answer.awarded : null);
}
