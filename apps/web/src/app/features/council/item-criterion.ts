import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CouncilItemView } from '@par-index/contract';
import { AnswerText } from '../../ui/answer/answer-text';
import { NumberPipe } from '../../ui/format/number-pipes';
import { PointsBadge } from '../../ui/points/points-badge';
import { LayerList } from '../../ui/result/layer-list';
import { RuleText } from '../../ui/rule/rule-text';
import { ORIGIN_WORDS } from './council-words';

/** Everything to be read before voting: the rule, what the agency declared and says, what the appraisal gave and why. */
@Component({
  selector: 'par-item-criterion',
  imports: [AnswerText, LayerList, NumberPipe, PointsBadge, RouterLink, RuleText],
  template: `
    <h2>{{ item().criterion.code }} {{ item().criterion.title }}</h2>
    <dl>
      <div>
        <dt i18n>Đến Hội đồng vì</dt>
        <dd>{{ originWords[item().origin] }}</dd>
        @if (item().reason; as reason) { <dd class="said">{{ reason }}</dd> }
      </div>
      <div>
        <dt i18n>Cách tính</dt>
        <dd><par-rule-text [rule]="item().criterion.rule" [max]="item().criterion.max" /> <span class="muted" i18n>(tối đa {{ item().criterion.max | num }} điểm)</span></dd>
      </div>
      @if (item().criterion.guidance; as guidance) {
        <div><dt i18n>Hướng dẫn</dt><dd>{{ guidance }}</dd></div>
      }
      <div>
        <dt i18n>Cơ quan tự đánh giá</dt>
        @if (item().declared; as declared) {
          <dd class="row"><strong><par-answer-text [rule]="item().criterion.rule" [answer]="declared" /></strong><par-points-badge [points]="item().declaredPoints" [max]="item().criterion.max" /></dd>
        } @else {
          <dd class="muted" i18n>Tiêu chí này cơ quan không tự chấm.</dd>
        }
      </div>
      @if (item().layers.length > 0) {
        <div><dt i18n>Kết quả thẩm định</dt><dd><par-layer-list [layers]="item().layers" [rule]="item().criterion.rule" /></dd></div>
      }
      <div>
        <dt i18n>Giải trình của cơ quan</dt>
        @if (item().explanation; as explanation) {
          <dd class="said">{{ explanation }}</dd>
        } @else {
          <dd class="muted" i18n>Cơ quan không giải trình tiêu chí này.</dd>
        }
      </div>
    </dl>
    <p><a [routerLink]="['/appraisals', item().assessmentId, item().criterion.code]" i18n>Xem tài liệu kiểm chứng ở trang thẩm định</a></p>
  `,
  styles: `
    :host { display: grid; gap: var(--space-4); align-content: start; min-width: 0; }
    dl { display: grid; gap: var(--space-4); }
    dl > div { display: grid; gap: 2px; min-width: 0; overflow-wrap: anywhere; }
    dt { color: var(--text-muted); font-size: var(--text-small); font-weight: 500; }
    .said { max-width: var(--measure); white-space: pre-line; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ItemCriterion {
  readonly item = input.required<CouncilItemView>();

  protected readonly originWords = ORIGIN_WORDS;
}
