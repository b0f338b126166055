import { keyOf } from '../checks/found';
import { parentOf, type Path } from '../draft/node-path';
import type { TreeLine } from './tree-lines';

/** Every command of the tree that has a key and a button. */
export const TREE_COMMANDS = ['insert-behind', 'insert-below', 'duplicate', 'remove', 'move-up', 'move-down', 'indent', 'outdent'] as const;
export type TreeCommand = (typeof TREE_COMMANDS)[number];

export type TreeDeed =
  | { readonly deed: 'choose'; readonly path: Path }
  | { readonly deed: 'open' | 'close'; readonly path: Path }
  | { readonly deed: 'edit' }
  | { readonly deed: 'run'; readonly command: TreeCommand };

/** What is pressed: a KeyboardEvent, or a part of one in a test. */
export type Pressed = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

const COMMANDS: Readonly<Record<string, TreeCommand>> = {
  'Alt+ArrowUp': 'move-up',
  'Alt+ArrowDown': 'move-down',
  'Alt+ArrowRight': 'indent',
  'Alt+ArrowLeft': 'outdent',
  'Insert': 'insert-behind',
  'Shift+Insert': 'insert-below',
  'Delete': 'remove',
  'Ctrl+d': 'duplicate',
};

/** The keys of a tree as WAI-ARIA has them, and those that change it. Null for a key that is not the tree's. */
export function readTreeKey(pressed: Pressed, lines: readonly TreeLine[], chosen: Path): TreeDeed | null {
  const name = nameOf(pressed);
  const command = COMMANDS[name];
  if (command !== undefined) {
    return { deed: 'run', command };
  }
  const at = lines.findIndex(({ key }) => key === keyOf(chosen));
  return MOVES[name]?.(lines, at) ?? null;
}

function nameOf({ key, altKey, ctrlKey, metaKey, shiftKey }: Pressed): string {
  const held = [ctrlKey || metaKey ? 'Ctrl' : '', altKey ? 'Alt' : '', shiftKey ? 'Shift' : ''].filter((one) => one !== '');
  return [...held, key.length === 1 ? key.toLowerCase() : key].join('+');
}

const MOVES: Readonly<Record<string, (lines: readonly TreeLine[], at: number) => TreeDeed | null>> = {
  ArrowDown: (lines, at) => choose(lines[at + 1]),
  ArrowUp: (lines, at) => choose(lines[at - 1]),
  Home: (lines) => choose(lines[0]),
  End: (lines) => choose(lines.at(-1)),
  ArrowRight: (lines, at) => {
    const line = lines[at];
    if (!line?.parent) {
      return null;
    }
    return line.expanded ? choose(lines[at + 1]) : { deed: 'open', path: line.path };
  },
  ArrowLeft: (lines, at) => {
    const line = lines[at];
    if (line?.expanded) {
      return { deed: 'close', path: line.path };
    }
    return line && line.path.length > 1 ? { deed: 'choose', path: parentOf(line.path) } : null;
  },
  Enter: () => ({ deed: 'edit' }),
  F2: () => ({ deed: 'edit' }),
};

const choose = (line: TreeLine | undefined): TreeDeed | null => (line ? { deed: 'choose', path: line.path } : null);
