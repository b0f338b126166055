import { computed, effect, Injectable, signal, untracked } from '@angular/core';
import { countOf, countsByNode, findIn, type Found, keyOf } from './checks/found';
import { Problems } from './checks/problems';
import type { Fields } from './draft/fields';
import { History } from './draft/history';
import { codeOf, nearestPath, nodeAt, type Path, pathOfCode, withNode } from './draft/node-path';
import { totalOf } from './draft/sums';
import type { Command } from './draft/tree-commands';

/** After a keystroke: typing comes first, the checks right behind it. */
const CHECK_PAUSE = 80;
const EMPTY: Fields = { criteria: [] };

/**
 * The draft under the editor's hands: what it says, which node is chosen, what can be taken back, what is wrong with it. Knows nothing
 * of saving: `changedHere` tells whoever saves.
 */
@Injectable()
export class DraftDesk {
  private history = new History({ set: EMPTY, path: [] });
  private readonly state = signal<{ readonly set: Fields; readonly undoes: string | null; readonly redoes: string | null }>({ set: EMPTY, undoes: null, redoes: null });
  private readonly chosen = signal<Path>([]);
  private readonly checked = signal<readonly Found[]>([]);
  private listener: (set: Fields) => void = () => undefined;

  readonly set = computed(() => this.state().set);
  readonly path = this.chosen.asReadonly();
  readonly undoes = computed(() => this.state().undoes);
  readonly redoes = computed(() => this.state().redoes);
  readonly node = computed(() => (this.path().length === 0 ? null : nodeAt(this.set(), this.path())));
  readonly total = computed(() => totalOf(this.set()));

  readonly found = this.checked.asReadonly();
  readonly count = computed(() => countOf(this.found()));
  readonly counts = computed(() => countsByNode(this.found()));
  readonly problems = computed(() => new Problems(this.found().filter(({ path }) => keyOf(path) === keyOf(this.path()))));
  /** The place that wants the cursor, in the node that is chosen. */
  readonly wanted = signal<string | null>(null);

  constructor() {
    effect((cleanUp) => {
      const set = this.set();
      const timer = setTimeout(() => this.checked.set(findIn(set)), CHECK_PAUSE);
      cleanUp(() => clearTimeout(timer));
    });
  }

  open(set: Fields, changedHere: (set: Fields) => void): void {
    this.history = new History({ set, path: [] });
    this.listener = changedHere;
    this.chosen.set([]);
    this.checked.set(findIn(set));
    this.show();
  }

  choose(path: Path): void {
    this.chosen.set(nearestPath(this.set(), path));
  }

  run(command: Command, words: string): void {
    const { set, path } = command(this.set(), this.path());
    this.take({ set, path, words });
  }

  /** A change of the chosen node, or of the set where none is chosen. The same key within a moment is one step. */
  edit(change: (fields: Fields) => Fields, words: string, key?: string): void {
    const path = untracked(this.path);
    const set = path.length === 0 ? change(this.set()) : withNode(this.set(), path, change);
    this.take({ set, path, words, ...(key === undefined ? {} : { key: `${keyOf(path)}:${key}` }) });
  }

  /** A change of the set itself, whatever is chosen. */
  editSet(change: (set: Fields) => Fields, words: string, key?: string): void {
    this.take({ set: change(this.set()), path: this.path(), words, ...(key === undefined ? {} : { key }) });
  }

  undo(): void {
    this.goTo(this.history.undo());
  }

  redo(): void {
    this.goTo(this.history.redo());
  }

  /** What somebody else has saved comes in, also into what can be taken back. */
  bring(set: Fields, into: (other: Fields) => Fields): void {
    const code = codeOf(nodeAt(this.set(), this.path()) ?? {});
    const path = (this.path().length === 0 ? null : pathOfCode(set, code)) ?? this.path();
    this.history.rebase({ set, path }, into);
    this.show();
    this.choose(path);
  }

  private take(change: { readonly set: Fields; readonly path: Path; readonly words: string; readonly key?: string }): void {
    if (change.set !== this.set()) {
      this.history.add(change, this.path());
      this.show();
      this.listener(change.set);
    }
    this.chosen.set(change.path);
  }

  private goTo({ set, path }: { readonly set: Fields; readonly path: Path }): void {
    if (set !== this.set()) {
      this.show();
      this.listener(set);
    }
    this.choose(path);
  }

  private show(): void {
    const { set, undoes, redoes } = this.history;
    this.state.set({ set, undoes, redoes });
  }
}
