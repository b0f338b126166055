import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { DifferenceView } from '@par-index/contract';
import type { CompiledLeaf } from '@par-index/scoring';
import { AnswerText } from '../../ui/answer/answer-text';
import { MomentPipe } from '../../ui/format/date-pipes';
import { PointsPipe } from '../../ui/format/number-pipes';
import { PointsBadge } from '../../ui/points/points-badge';
import { KIND_WORDS } from '../../ui/thread/outcome-words';

/** What the agency stated beside what the appraisal came to, with the reason. */
@Component({
  selector: 'par-both-sides',
  imports: [AnswerText, MomentPipe, PointsBadge, PointsPipe],
  template: `
    <dl>
      <div>
        <dt i18n>Cơ quan tự đánh giá</dt>
        <dd>
          @if (leaf().source === 'self') {
            <par-points-badge size="figure" [points]="difference().ownPoints" [max]="leaf().max" />
            <p><par-answer-text [rule]="leaf().rule" [answer]="difference().answer?.answer ?? null" /></p>
            @if (difference().answer?.note; as note) { <p class="said">{{ note }}</p> }
          } @else {
            <p class="muted" i18n>Tiêu chí này cơ quan không tự chấm.</p>
          }
        </dd>
      </div>
      <div>
        <dt>{{ appraisedWords() }}</dt>
        <dd>
          <par-points-badge size="figure" [points]="difference().appraisedPoints" [max]="leaf().max" />
          <p><par-answer-text [rule]="leaf().rule" [answer]="difference().appraised.answer" /></p>
          @if (reason(); as reason) { <p class="said">{{ reason }}</p> }
          <p class="muted small">{{ difference().appraised.decidedBy }} · {{ difference().appraised.decidedAt | moment }}</p>
        </dd>
      </div>
    </dl>
    @if (difference().lost !== null) {
      <p class="lost"><strong i18n>Chênh lệch {{ difference().lost | points }} điểm</strong>&ngsp;<span class="muted">({{ kindWords[difference().kind] }})</span></p>
    }
  `,
  styles: `
    :host { display: grid; gap: var(--space-2); }
    dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(220px, 1fr)); gap: var(--space-3); }
    dl > div { display: grid; gap: var(--space-1); align-content: start; padding: var(--space-3) var(--space-4); background: var(--surface-sunken); border: 1px solid var(--line); border-radius: var(--radius); }
    dt { color: var(--text-muted); font-size: var(--text-small); font-weight: 500; }
    dd { display: grid; gap: var(--space-1); min-width: 0; overflow-wrap: anywhere; }
    .said { white-space: pre-line; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BothSides {
  readonly difference = input.required<DifferenceView>();
  readonly leaf = input.required<CompiledLeaf>();

  protected readonly kindWords = KIND_WORDS;
  /** An award has its reason in itself. */
  protected readonly reason = computed(() => {
    const { answer, reason } = this.difference().appraised;
    return answer !== null && 'awarded' in answer && answer.reason === reason ? '' : reason;
  });
  protected readonly appraisedWords = computed(() => (this.difference().appraised.layer === 'base' ? $localize`Số liệu được công nhận` : $localize`Thẩm định lần 1`));
}
