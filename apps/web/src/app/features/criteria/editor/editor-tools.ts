import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { numberInWords } from '../../../ui/format/number-words';
import { Icon } from '../../../ui/icon/icon';
import { DraftDesk } from './draft-desk';
import { TOTAL } from './draft/sums';
import type { EditorTree } from './tree/editor-tree';
import type { TreeCommand } from './tree/tree-keys';
import { TREE_LOOKS } from './tree/tree-words';

const SHOWN: readonly TreeCommand[] = ['insert-behind', 'insert-below', 'duplicate', 'remove', 'move-up', 'move-down', 'outdent', 'indent'];

/** The commands of the tree as buttons, each with its key; taking back; the total. */
@Component({
  selector: 'par-editor-tools',
  imports: [Icon],
  templateUrl: './editor-tools.html',
  styleUrls: ['./editor-tools.css', './icon-button.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EditorTools {
  protected readonly desk = inject(DraftDesk);

  readonly tree = input.required<EditorTree | undefined>();
  readonly setChosen = output();

  protected readonly others = SHOWN.slice(2).map((id) => ({ id, ...TREE_LOOKS[id] }));
  protected readonly chooseFirst = $localize`Chọn một tiêu chí trước`;
  /** Only «thêm cùng cấp» is possible while the set itself is chosen. */
  protected readonly onNode = computed(() => this.desk.path().length > 0);
  protected readonly insertions = computed(() =>
    SHOWN.slice(0, 2).map((id) => {
      const closed = id === 'insert-below' && !this.onNode();
      const look = TREE_LOOKS[id];
      return { id, ...look, closed, hint: closed ? this.chooseFirst : `${look.label} (${look.keys})` };
    }),
  );
  protected readonly onSet = computed(() => this.desk.path().length === 0);
  protected readonly total = computed(() => {
    const total = this.desk.total();
    return { words: total === null ? '–' : numberInWords(total), off: total !== TOTAL };
  });
  protected readonly undoWords = computed(() => (this.desk.undoes() === null ? $localize`Chưa có gì để hoàn tác` : $localize`Hoàn tác: ${this.desk.undoes() ?? ''}:step: (Ctrl+Z)`));
  protected readonly redoWords = computed(() => (this.desk.redoes() === null ? $localize`Chưa có gì để làm lại` : $localize`Làm lại: ${this.desk.redoes() ?? ''}:step: (Ctrl+Y)`));

  protected run(command: TreeCommand): void {
    if (this.onNode() || command === 'insert-behind') {
      this.tree()?.run(command);
    }
  }
}
