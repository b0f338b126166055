import type { IconName } from '../../../../ui/icon/icon-paths';
import { duplicate, type Command, indent, insertBehind, insertBelow, moveDown, moveUp, outdent, remove } from '../draft/tree-commands';
import type { TreeCommand } from './tree-keys';

/** What each command is called on its button, by which keys it is given, and as a step that can be taken back. */
export interface TreeCommandLook {
  readonly label: string;
  readonly keys: string;
  readonly icon: IconName;
  readonly step: string;
  readonly command: Command;
}

export const TREE_LOOKS: Readonly<Record<TreeCommand, TreeCommandLook>> = {
  'insert-behind': { label: $localize`Thêm cùng cấp`, keys: 'Insert', icon: 'add', step: $localize`thêm tiêu chí`, command: insertBehind },
  'insert-below': { label: $localize`Thêm cấp dưới`, keys: 'Shift+Insert', icon: 'add', step: $localize`thêm tiêu chí`, command: insertBelow },
  'duplicate': { label: $localize`Nhân đôi`, keys: 'Ctrl+D', icon: 'copy', step: $localize`nhân đôi tiêu chí`, command: duplicate },
  'remove': { label: $localize`Xóa`, keys: 'Delete', icon: 'remove', step: $localize`xóa tiêu chí`, command: remove },
  'move-up': { label: $localize`Chuyển lên`, keys: 'Alt+↑', icon: 'up', step: $localize`chuyển tiêu chí`, command: moveUp },
  'move-down': { label: $localize`Chuyển xuống`, keys: 'Alt+↓', icon: 'down', step: $localize`chuyển tiêu chí`, command: moveDown },
  'outdent': { label: $localize`Lên một cấp`, keys: 'Alt+←', icon: 'back', step: $localize`chuyển tiêu chí`, command: outdent },
  'indent': { label: $localize`Xuống một cấp`, keys: 'Alt+→', icon: 'forward', step: $localize`chuyển tiêu chí`, command: indent },
};
