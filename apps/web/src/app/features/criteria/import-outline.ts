import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { type OutlineRow, outlineOf } from './outline-rows';
import { PointsPipe } from '../../ui/format/number-pipes';
import { Icon } from '../../ui/icon/icon';

/** The tree that a file says, whatever is still missing in it, with the number of places to look at. */
@Component({
  selector: 'par-import-outline',
  imports: [Icon, PointsPipe],
  templateUrl: './import-outline.html',
  styleUrl: './import-outline.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportOutline {
  readonly document = input.required<unknown>();
  /** Pointers of what is marked, one for each mark. */
  readonly marks = input<readonly string[]>([]);
  readonly chosen = output<string>();

  protected readonly rows = computed<readonly OutlineRow[]>(() => outlineOf(this.document(), this.marks()));
}
