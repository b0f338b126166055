import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { NextGroup } from '@par-index/contract';
import { NumberPipe } from '../../ui/format/number-pipes';

/** For each group the set of the new year, or one of an earlier year to be issued again; and who takes part. */
@Component({
  selector: 'par-next-cycle-sets',
  imports: [NumberPipe],
  template: `
    @for (group of groups(); track group.groupCode) {
      <fieldset>
        <legend>{{ group.groupName }}</legend>
        <div class="field">
          <label [for]="'set-' + group.groupCode" i18n>Bộ tiêu chí</label>
          <select #box class="control" [id]="'set-' + group.groupCode" (change)="choose(group.groupCode, box.value)">
            @for (set of group.candidates; track set.id) {
              <option [value]="set.id" [selected]="set.id === chosen().get(group.groupCode)">
                @if (set.reissued) { <ng-container i18n>Dùng lại «{{ set.title }}», phiên bản {{ set.versionNumber }}, cho năm {{ year() }}</ng-container> } @else { <ng-container i18n>«{{ set.title }}», phiên bản {{ set.versionNumber }}</ng-container> }
              </option>
            }
            <option value="" [selected]="!chosen().get(group.groupCode)" i18n>Chọn sau</option>
          </select>
        </div>
        <p i18n>{{ group.agencies | num }} cơ quan đang hoạt động được mời khi mở kỳ.</p>
        @if (group.joining.length > 0) { <p class="muted small" i18n>Mới tham gia: {{ namesOf(group.joining) }}</p> }
        @if (group.leaving.length > 0) { <p class="muted small" i18n>Không còn hoạt động: {{ namesOf(group.leaving) }}</p> }
      </fieldset>
    }
  `,
  styles: `
    :host { display: grid; gap: var(--space-4); }
    fieldset { display: grid; gap: var(--space-2); min-width: 0; padding: var(--space-3) var(--space-4); border: 1px solid var(--line); border-radius: var(--radius); }
    legend { padding-inline: var(--space-1); font-weight: 600; }
    select { width: 100%; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NextCycleSets {
  readonly groups = input.required<readonly NextGroup[]>();
  readonly chosen = input.required<ReadonlyMap<string, string>>();
  readonly year = input.required<number>();
  readonly changed = output<ReadonlyMap<string, string>>();

  protected choose(groupCode: string, id: string): void {
    this.changed.emit(new Map([...this.chosen(), [groupCode, id]]));
  }

  protected readonly namesOf = (agencies: NextGroup['joining']): string => agencies.map(({ name }) => name).join(', ');
}
