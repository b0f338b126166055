import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import { PointsPipe } from '../format/number-pipes';
import { Icon } from '../icon/icon';
import { TraceList } from '../rule/trace-list';
import { LayerList } from './layer-list';
import { type AnySheetLine, linesThatLost, sheetRow } from './sheet-row';

/** An agency's criteria with their points, as the printed annexes have them. A leaf that carries its trace opens its «vì sao?». */
@Component({
  selector: 'par-sheet-table',
  imports: [Icon, LayerList, PointsPipe, TraceList],
  templateUrl: './sheet-table.html',
  styleUrl: './sheet-table.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SheetTable {
  readonly lines = input.required<readonly AnySheetLine[]>();
  readonly caption = input.required<string>();

  protected readonly onlyLost = signal(false);
  protected readonly opened = signal<ReadonlySet<string>>(new Set());
  protected readonly rows = computed(() => (this.onlyLost() ? linesThatLost(this.lines()) : this.lines()).map(sheetRow));
  protected readonly detailed = computed(() => this.lines().some(({ trace }) => trace));

  protected toggle(code: string): void {
    const next = new Set(this.opened());
    if (!next.delete(code)) {
      next.add(code);
    }
    this.opened.set(next);
  }
}
