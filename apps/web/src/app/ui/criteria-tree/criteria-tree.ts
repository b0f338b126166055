import { afterNextRender, ChangeDetectionStrategy, Component, computed, effect, ElementRef, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { CriteriaSet, NodeResult } from '@par-index/scoring';
import { Icon } from '../icon/icon';
import { pathTo, treeRows, type TreeRow } from './tree-rows';
import { activate, readTreeKey, type TreeMove } from './tree-keys';
import type { TreeFilter, TreeMark } from './tree-mark';
import { TreeLine } from './tree-line';
import { pointsOfNode } from './node-points';

/**
 * A criteria set as a tree with running totals. One tab stop; arrows, Home, End, Enter and Space as WAI-ARIA says. Leaves are chosen,
 * branches open and close. Scrolls by itself: give it a height.
 */
@Component({
  selector: 'par-criteria-tree',
  imports: [Icon, TreeLine],
  templateUrl: './criteria-tree.html',
  styleUrl: './criteria-tree.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CriteriaTree {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  readonly set = input.required<CriteriaSet>();
  /** Totals by code; null shows the maxima alone. */
  readonly nodes = input<Readonly<Record<string, NodeResult>> | null>(null);
  readonly marks = input<Readonly<Record<string, TreeMark>>>({});
  readonly filters = input<readonly TreeFilter[]>([]);
  readonly selected = input<string | null>(null);
  readonly chosen = output<string>();

  protected readonly search = signal('');
  protected readonly filter = signal<string | null>(null);
  private readonly expanded = linkedSignal<CriteriaSet, ReadonlySet<string>>({
    source: this.set,
    computation: (set, previous) =>
      previous?.source.code === set.code ? previous.value : new Set(set.criteria.map(({ code }) => code).concat(pathTo(set.criteria, this.selected() ?? ''))),
  });
  protected readonly rows = computed(() => {
    const only = this.filters().find(({ id }) => id === this.filter())?.codes ?? null;
    return treeRows(this.set().criteria, { expanded: this.expanded(), search: this.search(), only });
  });
  private readonly wanted = linkedSignal<string | null>(() => this.selected());
  /** The one line that the tab key reaches. */
  protected readonly focused = computed(() => this.rows().find(({ code }) => code === this.wanted())?.code ?? this.rows()[0]?.code ?? null);

  constructor() {
    effect(() => this.reveal(this.selected()));
    afterNextRender(() => this.scrollTo(this.selected()));
  }

  protected pointsOf(row: TreeRow): string | null {
    return pointsOfNode(this.nodes(), row.code, this.marks()[row.code]);
  }

  protected shareOf(row: TreeRow): number | null {
    const node = this.nodes()?.[row.code];
    return row.level === 1 && node && !('excluded' in node) ? node.percent : null;
  }

  protected press(event: KeyboardEvent): void {
    const move = readTreeKey(event.key, this.rows(), this.focused());
    if (move) {
      event.preventDefault();
      this.make(move);
    }
  }

  protected click(row: TreeRow): void {
    this.wanted.set(row.code);
    const move = activate(row);
    if (move) {
      this.make(move);
    }
  }

  protected toggleFilter(id: string): void {
    this.filter.update((filter) => (filter === id ? null : id));
  }

  private make({ move, code }: TreeMove): void {
    const moves: Readonly<Record<TreeMove['move'], () => void>> = {
      focus: () => this.focusLine(code),
      expand: () => this.expanded.update((codes) => new Set([...codes, code])),
      collapse: () => this.expanded.update((codes) => new Set([...codes].filter((open) => open !== code))),
      choose: () => this.chosen.emit(code),
    };
    moves[move]();
  }

  private reveal(code: string | null): void {
    const path = code === null ? [] : pathTo(this.set().criteria, code);
    this.expanded.update((codes) => (path.every((above) => codes.has(above)) ? codes : new Set([...codes, ...path])));
  }

  private focusLine(code: string): void {
    this.wanted.set(code);
    this.line(code)?.focus();
  }

  private scrollTo(code: string | null): void {
    this.line(code ?? '')?.scrollIntoView({ block: 'center' });
  }

  private line(code: string): HTMLElement | null {
    return this.host.nativeElement.querySelector<HTMLElement>(`[data-code="${code}"]`);
  }
}
