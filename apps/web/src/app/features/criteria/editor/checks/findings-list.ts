import { ChangeDetectionStrategy, Component, computed, inject, output } from '@angular/core';
import { Icon } from '../../../../ui/icon/icon';
import { DraftDesk } from '../draft-desk';
import { textOf } from '../draft/fields';
import { codeOf, nodeAt } from '../draft/node-path';
import type { Found } from './found';

/** Everything that is wrong with the draft, errors first; each line leads to its place. */
@Component({
  selector: 'par-findings-list',
  imports: [Icon],
  template: `
    <ul aria-label="Các lỗi và điều cần xem lại" i18n-aria-label>
      @for (line of lines(); track $index) {
        <li>
          <button type="button" [class]="line.found.severity" (click)="jumped.emit(line.found)">
            <par-icon [name]="line.found.severity === 'error' ? 'error' : 'warning'" [size]="18" [label]="line.found.severity === 'error' ? errorWord : warningWord" />
            <span><span class="place">{{ line.place }}</span> {{ line.found.sentence }}</span>
          </button>
        </li>
      }
    </ul>
    @if (lines().length === 0) { <p class="none"><par-icon name="complete" [size]="18" /><ng-container i18n>Không có lỗi nào.</ng-container></p> }
  `,
  styleUrl: './findings-list.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FindingsList {
  private readonly desk = inject(DraftDesk);

  readonly jumped = output<Found>();

  protected readonly errorWord = $localize`Lỗi`;
  protected readonly warningWord = $localize`Cần xem lại`;
  protected readonly lines = computed(() => {
    const found = this.desk.found();
    const sorted = [...found.filter(({ severity }) => severity === 'error'), ...found.filter(({ severity }) => severity !== 'error')];
    return sorted.map((one) => ({ found: one, place: this.placeOf(one) }));
  });

  private placeOf({ path }: Found): string {
    const node = nodeAt(this.desk.set(), path);
    return path.length === 0 || node === null ? $localize`Bộ tiêu chí:` : `${codeOf(node)} ${textOf(node, 'title').slice(0, 60)}:`;
  }
}
