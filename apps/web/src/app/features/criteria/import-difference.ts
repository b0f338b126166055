import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { ImportDifference as Difference } from '@par-index/contract';

/** What a file would say otherwise than a set that is there, criterion by criterion. */
@Component({
  selector: 'par-import-difference',
  template: `
    @if (difference(); as it) {
      @if (it.changes.length === 0) {
        <p i18n>Không khác gì với «{{ it.title }}», bản {{ it.versionNumber }}.</p>
      } @else {
        <p i18n>{{ it.changes.length }} chỗ khác với «{{ it.title }}», bản {{ it.versionNumber }}:</p>
        <ul tabindex="0" aria-labelledby="difference-title">
          @for (change of it.changes; track $index) {
            <li>
              @for (line of change; track $index; let first = $first) { <p [class.head]="first">{{ line }}</p> }
            </li>
          }
        </ul>
      }
    } @else {
      <p class="muted" i18n>Chưa so sánh được: chưa có bản nào cùng mã, hoặc tệp còn lỗi.</p>
    }
  `,
  styles: `
    ul { display: grid; gap: var(--space-2); max-height: 50dvh; margin: 0; padding: 0; overflow: auto; list-style: none; }
    li { padding: var(--space-2) var(--space-3); overflow-wrap: anywhere; background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); }
    p { margin: 0 0 var(--space-1); }
    .head { font-weight: 500; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportDifference {
  readonly difference = input.required<Difference | null>();
}
