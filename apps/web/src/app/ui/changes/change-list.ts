import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CriterionChange } from '@par-index/contract';
import { MomentPipe } from '../format/date-pipes';
import { Icon } from '../icon/icon';
import { changeInWords } from './change-words';

/** «Thay đổi sau khi nộp: n»: which criteria, and what of them, for whoever approves next. */
@Component({
  selector: 'par-change-list',
  imports: [Icon, MomentPipe, RouterLink],
  template: `
    <details class="notice notice-partial">
      <summary><par-icon name="history" [size]="18" /> <strong i18n>Thay đổi sau khi nộp: {{ changes().length }} tiêu chí</strong></summary>
      <ul>
        @for (change of lines(); track change.code) {
          <li><a [routerLink]="[base(), change.code]">{{ change.code }}</a>: {{ change.words }} · <span>{{ change.at | moment }}</span></li>
        }
      </ul>
    </details>
  `,
  styles: `
    details { display: block; padding-block: var(--space-2); }
    summary { width: fit-content; cursor: pointer; }
    summary par-icon { margin-right: 4px; vertical-align: -4px; }
    ul { display: grid; gap: 2px; max-height: 160px; margin: var(--space-2) 0 0; padding-left: var(--space-5); overflow: auto; }
    a { color: inherit; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChangeList {
  /** The address to which a criterion's code is added. */
  readonly base = input.required<string>();
  readonly changes = input.required<readonly CriterionChange[]>();

  protected readonly lines = computed(() => this.changes().map(({ code, kinds, at }) => ({ code, at, words: changeInWords(kinds) })));
}
