import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CouncilItemSummary } from '@par-index/contract';
import { Chip } from '../../ui/chips/chip';
import { ITEM_STATE_LOOKS, ORIGIN_WORDS, OUTCOME_WORDS } from './council-words';

/** The items as lines: the criterion and its agency, how it came here, how many have voted, and whether the reader has. */
@Component({
  selector: 'par-item-list',
  imports: [Chip, RouterLink],
  template: `
    <ul class="panel">
      @for (item of items(); track item.id) {
        <li>
          <div class="what">
            <a [routerLink]="['/council/items', item.id]">{{ item.code }} {{ item.title }}</a>
            <span>{{ item.agency.name }}</span>
            <span class="muted small">{{ originWords[item.origin] }}</span>
          </div>
          <div class="state">
            <par-chip [tone]="looks[item.state].tone" [icon]="looks[item.state].icon">{{ looks[item.state].words }}</par-chip>
            @if (item.blind === 'apart') { <par-chip tone="partial" icon="warning" i18n>Hai thẩm định vượt ngưỡng</par-chip> }
            @if (item.blind === 'open') { <par-chip tone="neutral" icon="waiting" i18n>Chờ thẩm định độc lập</par-chip> }
            @if (item.outcome; as outcome) { <span class="small">{{ outcomeWords[outcome] }}</span> }
            @if (item.state === 'voting') { <span class="muted small" i18n>{{ item.cast }}/{{ item.entitled }} đã biểu quyết</span> }
            @if (item.state === 'voting' && item.voted === false && item.blind !== 'open') { <par-chip tone="partial" icon="waiting" i18n>Bạn chưa biểu quyết</par-chip> }
            @if (item.voted) { <span class="small" i18n>Bạn đã biểu quyết</span> }
          </div>
        </li>
      }
    </ul>
  `,
  styles: `
    ul { padding: 0; list-style: none; }
    li { display: flex; flex-wrap: wrap; gap: var(--space-2) var(--space-6); justify-content: space-between; padding: var(--space-3) var(--space-5); }
    li + li { border-top: 1px solid var(--line-faint); }
    .what { display: grid; flex: 1 1 320px; gap: 2px; min-width: 0; overflow-wrap: anywhere; }
    .what a { font-weight: 500; }
    .state { display: flex; flex-wrap: wrap; gap: var(--space-1) var(--space-3); align-items: center; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ItemList {
  readonly items = input.required<readonly CouncilItemSummary[]>();

  protected readonly looks = ITEM_STATE_LOOKS;
  protected readonly originWords = ORIGIN_WORDS;
  protected readonly outcomeWords = OUTCOME_WORDS;
}
