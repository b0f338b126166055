import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { EvidenceAnchorView, EvidenceFileView } from '@par-index/contract';
import { Icon } from '../icon/icon';
import { anchorInWords, standingInWords } from './anchor-words';

/** The places that were marked in a document, each to be opened. */
@Component({
  selector: 'par-anchor-list',
  imports: [Icon],
  template: `
    <ul aria-label="Chỗ cần xem" i18n-aria-label>
      @for (anchor of anchors(); track $index) {
        <li>
          <button type="button" [attr.aria-pressed]="$index === shown()" (click)="chosen.emit($index)">
            <par-icon name="flag" [size]="16" />
            <span>{{ words(anchor) }}</span>
            @if (standing(anchor); as standing) {
              <span class="stale">({{ standing }})</span>
            }
          </button>
        </li>
      }
    </ul>
  `,
  styles: `
    ul { display: flex; flex-wrap: wrap; gap: var(--space-1); margin: 0; padding: var(--space-1) var(--space-4); list-style: none; }
    button { display: flex; gap: var(--space-1); align-items: center; min-height: 32px; padding: 2px 10px; color: var(--text); font: inherit; text-align: left; background: var(--surface); border: 1px solid var(--line-strong); border-radius: var(--radius-small); cursor: pointer; overflow-wrap: anywhere; }
    [aria-pressed='true'] { color: var(--on-action-soft); background: var(--action-soft); border-color: var(--action); }
    .stale { color: var(--late); }
    [aria-pressed='true'] .stale { color: inherit; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AnchorList {
  readonly anchors = input.required<readonly EvidenceAnchorView[]>();
  readonly file = input.required<Pick<EvidenceFileView, 'fileVersion' | 'pages'> | null>();
  readonly shown = input<number | null>(null);
  /** The place in the list, from 0. */
  readonly chosen = output<number>();

  protected readonly words = anchorInWords;

  protected standing(anchor: EvidenceAnchorView): string | null {
    return standingInWords(anchor, this.file());
  }
}
