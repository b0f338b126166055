import { CdkDrag, type CdkDragDrop, CdkDragHandle, CdkDropList } from '@angular/cdk/drag-drop';
import { afterNextRender, ChangeDetectionStrategy, Component, computed, ElementRef, inject, Injector, signal } from '@angular/core';
import { Icon } from '../../../../ui/icon/icon';
import { keyOf } from '../checks/found';
import { DraftDesk } from '../draft-desk';
import { codeOf, nodeAt, type Path } from '../draft/node-path';
import { moveTo } from '../draft/tree-commands';
import { dropSlot, LEVEL_WIDTH } from './drop-slot';
import { readTreeKey, type TreeCommand, type TreeDeed } from './tree-keys';
import { type TreeLine, treeLines } from './tree-lines';
import { TREE_LOOKS } from './tree-words';
import { TreeRow } from './tree-row';

/**
 * The criteria as a tree that is edited: one tab stop; arrows, Home and End go, Enter goes to the fields, Alt with an arrow moves, Insert
 * adds, Delete removes; the mouse drags by the handle. What is chosen here is what the form shows.
 */
@Component({
  selector: 'par-editor-tree',
  imports: [CdkDrag, CdkDragHandle, CdkDropList, Icon, TreeRow],
  templateUrl: './editor-tree.html',
  styleUrl: './editor-tree.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EditorTree {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  protected readonly desk = inject(DraftDesk);

  private readonly closed = signal<ReadonlySet<string>>(new Set());
  protected readonly lines = computed(() => treeLines(this.desk.set(), { closed: this.closed(), counts: this.desk.counts() }));
  protected readonly chosen = computed(() => keyOf(this.desk.path()));
  /** The one line that the tab key reaches. */
  protected readonly reached = computed(() => (this.lines().some(({ key }) => key === this.chosen()) ? this.chosen() : (this.lines()[0]?.key ?? '')));
  protected readonly levelWidth = LEVEL_WIDTH;

  protected press(event: KeyboardEvent, line: TreeLine): void {
    const deed = event.target === event.currentTarget ? readTreeKey(event, this.lines(), line.path) : null;
    if (deed) {
      event.preventDefault();
      event.stopPropagation();
      // What is done is done to the line that has the focus.
      if (deed.deed === 'run' || deed.deed === 'edit') {
        this.desk.choose(line.path);
      }
      this.perform(deed);
    }
  }

  protected click(line: TreeLine): void {
    this.desk.choose(line.path);
  }

  protected toggle(line: TreeLine, event: Event): void {
    event.stopPropagation();
    this.perform({ deed: line.expanded ? 'close' : 'open', path: line.path });
  }

  protected drop({ previousIndex, currentIndex, distance }: CdkDragDrop<unknown>): void {
    const path = this.lines()[previousIndex]?.path;
    const slot = dropSlot(this.lines(), { from: previousIndex, to: currentIndex, sideways: distance.x });
    if (path && slot) {
      this.desk.choose(path);
      this.desk.run((set, from) => moveTo(set, from, slot), TREE_LOOKS['move-up'].step);
    }
  }

  /** A command from its button or its key; the line that is chosen then takes the focus. */
  run(command: TreeCommand): void {
    const { command: change, step } = TREE_LOOKS[command];
    this.desk.run(change, step);
    this.open(this.desk.path().slice(0, -1));
    if (command === 'insert-behind' || command === 'insert-below') {
      this.desk.wanted.set('/title');
    } else {
      this.focusChosen();
    }
  }

  focusChosen(): void {
    afterNextRender({ read: () => this.host.nativeElement.querySelector<HTMLElement>('[role=treeitem][tabindex="0"]')?.focus() }, { injector: this.injector });
  }

  private perform(deed: TreeDeed): void {
    if (deed.deed === 'run') {
      this.run(deed.command);
    } else if (deed.deed === 'edit') {
      this.desk.wanted.set('/title');
    } else if (deed.deed === 'choose') {
      this.desk.choose(deed.path);
      this.focusChosen();
    } else {
      this.turn(deed.deed, deed.path);
    }
  }

  private turn(deed: 'open' | 'close', path: Path): void {
    const code = codeOf(nodeAt(this.desk.set(), path) ?? {});
    this.closed.update((codes) => new Set(deed === 'close' ? [...codes, code] : [...codes].filter((other) => other !== code)));
  }

  /** Everything down to a node is open. */
  private open(path: Path): void {
    path.forEach((_place, at) => this.turn('open', path.slice(0, at + 1)));
  }
}
