import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, contentChildren, input, linkedSignal, output, type TemplateRef } from '@angular/core';
import { Icon } from '../icon/icon';
import { Cell } from './cell';
import { type Column, nextOrder, type Order, ordered } from './table-order';

/**
 * A dense table: sticky head, sortable columns, figures to the right. It scrolls sideways in a region that the keyboard reaches. With
 * `choosable` a row is chosen by click or, from its focus, by Enter; the arrows go from row to row.
 */
@Component({
  selector: 'par-data-table',
  imports: [Icon, NgTemplateOutlet],
  templateUrl: './data-table.html',
  styleUrl: './data-table.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DataTable<T> {
  readonly columns = input.required<readonly Column<T>[]>();
  readonly rows = input.required<readonly T[]>();
  readonly rowKey = input.required<(row: T) => string>();
  /** What the table is, for screen readers. */
  readonly caption = input.required<string>();
  readonly choosable = input(false);
  readonly selected = input<string | null>(null);
  readonly initialOrder = input<Order | null>(null);
  readonly rowChosen = output<T>();

  private readonly cells = contentChildren<Cell<T>>(Cell);
  protected readonly order = linkedSignal(() => this.initialOrder());
  protected readonly shown = computed(() => ordered(this.rows(), this.columns(), this.order()).map((row) => ({ row, key: this.rowKey()(row) })));
  protected readonly templates = computed(() => new Map(this.cells().map((cell) => [cell.parCell(), cell.template])));

  protected templateOf(column: Column<T>): TemplateRef<{ $implicit: T }> | null {
    return this.templates().get(column.id) ?? null;
  }

  protected sortBy(column: Column<T>): void {
    this.order.set(nextOrder(column, this.order()));
  }

  protected directionOf(column: Column<T>): 'ascending' | 'descending' | null {
    const order = this.order();
    return order?.column === column.id ? (order.rising ? 'ascending' : 'descending') : null;
  }

  protected press(event: KeyboardEvent, row: T): void {
    const line = event.currentTarget as HTMLElement;
    if (event.target !== line) {
      return;
    }
    const next = event.key === 'ArrowDown' ? line.nextElementSibling : event.key === 'ArrowUp' ? line.previousElementSibling : null;
    if (next) {
      event.preventDefault();
      (next as HTMLElement).focus();
    }
    if (event.key === 'Enter') {
      this.rowChosen.emit(row);
    }
  }
}
