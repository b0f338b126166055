import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { CouncilItemView } from '@par-index/contract';
import { AnswerText } from '../../ui/answer/answer-text';
import { PointsBadge } from '../../ui/points/points-badge';
import { proposalTitle } from './council-words';

/** The proposals, one of which the reader may choose. Counts stand beside them for whoever may know them. */
@Component({
  selector: 'par-proposal-choice',
  imports: [AnswerText, PointsBadge],
  template: `
    <fieldset [disabled]="!open()">
      <legend>{{ legend() }}</legend>
      @for (proposal of item().proposals; track proposal.id) {
        <label [class.chosen]="chosen() === proposal.id">
          <input type="radio" [name]="'proposal-' + item().id" [value]="proposal.id" [checked]="chosen() === proposal.id" [disabled]="!open()" (change)="picked.emit(proposal.id)" />
          <span class="words">
            <span class="row row-apart"><strong>{{ titleOf(proposal) }}</strong><par-points-badge [points]="proposal.points" [max]="item().criterion.max" /></span>
            @if (proposal.kind === 'agency' || proposal.kind === 'appraisal') { <par-answer-text [rule]="item().criterion.rule" [answer]="proposal.answer" /> }
            @if (proposal.reason) { <span class="said">{{ proposal.reason }}</span> }
            @if (proposal.by; as by) { <span class="muted small" i18n>Người đề xuất: {{ by }}</span> }
            @if (proposal.votes !== null) { <span class="small" i18n><strong>{{ proposal.votes }}</strong>/{{ item().entitled }} phiếu</span> }
            @if (item().carried === proposal.id) { <span class="carried" i18n>Được thông qua</span> }
          </span>
        </label>
      }
    </fieldset>
  `,
  styles: `
    fieldset { display: grid; gap: var(--space-2); padding: 0; border: 0; }
    legend { margin-bottom: var(--space-2); font-weight: 600; }
    label { display: flex; gap: var(--space-3); align-items: start; padding: var(--space-3) var(--space-4); background: var(--surface); border: 1px solid var(--line-strong); border-radius: var(--radius); }
    fieldset:not(:disabled) label { cursor: pointer; }
    .chosen { background: var(--surface-selected); border-color: var(--action); }
    input { flex: none; margin-top: 4px; }
    .words { display: grid; flex: 1; gap: 2px; min-width: 0; overflow-wrap: anywhere; }
    .said { white-space: pre-line; }
    .carried { color: var(--full); font-weight: 600; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProposalChoice {
  readonly item = input.required<CouncilItemView>();
  readonly open = input(false);
  readonly picked = output<string>();

  protected readonly chosen = computed(() => this.item().myVote?.proposalId ?? null);
  protected readonly legend = computed(() => (this.open() ? $localize`Bạn biểu quyết cho phương án nào?` : $localize`Các phương án`));
  protected readonly titleOf = proposalTitle;
}
