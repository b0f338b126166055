import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, input, output, signal } from '@angular/core';
import type { AgencyRef } from '@par-index/contract';
import { Icon } from '../../ui/icon/icon';
import { type MatrixPlace, placeAfter } from './matrix-keys';
import type { MatrixCell, MatrixLine } from './matrix-lines';

/** A criterion or field is to be appraised by this agency. */
export interface MatrixChosen {
  readonly line: MatrixLine;
  readonly agencyId: string;
}

const NONE: MatrixCell = { share: 'none', count: 0 };

/** Criteria × appraising agencies. One place has the focus; arrows go on, Enter gives the criterion to the agency of the column, or folds a field. */
@Component({
  selector: 'par-matrix-grid',
  imports: [Icon],
  templateUrl: './matrix-grid.html',
  styleUrl: './matrix-grid.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MatrixGrid {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  readonly lines = input.required<readonly MatrixLine[]>();
  readonly departments = input.required<readonly AgencyRef[]>();
  /** Why nothing can be changed; null where it can. */
  readonly lockedBecause = input<string | null>(null);
  readonly chosen = output<MatrixChosen>();
  readonly folded = output<string>();
  readonly exceptionsAsked = output<MatrixLine>();

  private readonly wanted = signal<MatrixPlace>({ line: 0, column: 0 });
  private readonly last = computed<MatrixPlace>(() => ({ line: this.lines().length - 1, column: this.departments().length }));
  protected readonly place = computed<MatrixPlace>(() => ({ line: Math.min(this.wanted().line, Math.max(0, this.last().line)), column: Math.min(this.wanted().column, this.last().column) }));

  protected cellOf(line: MatrixLine, departmentId: string): MatrixCell {
    return line.cells.get(departmentId) ?? NONE;
  }

  protected tabindexOf(line: number, column: number): 0 | -1 {
    const at = this.place();
    return at.line === line && at.column === column ? 0 : -1;
  }

  protected wordsOf(line: MatrixLine, department: AgencyRef): string {
    const { share, count } = this.cellOf(line, department.id);
    const name = department.shortName;
    if (share === 'none') {
      return $localize`${line.code}:code:, ${name}:agency:: không thẩm định`;
    }
    if (line.isLeaf) {
      return share === 'all' ? $localize`${line.code}:code:, ${name}:agency:: thẩm định` : $localize`${line.code}:code:, ${name}:agency:: thẩm định tại ${count}:count: cơ quan ngoại lệ`;
    }
    return $localize`${line.code}:code:, ${name}:agency:: thẩm định ${count}:count: trên ${line.leaves.length}:all: tiêu chí`;
  }

  protected press(event: KeyboardEvent, at: MatrixPlace): void {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.act(at);
      return;
    }
    const next = placeAfter(at, event, this.last());
    if (next) {
      event.preventDefault();
      this.focus(next);
    }
  }

  protected act(at: MatrixPlace): void {
    this.wanted.set(at);
    const line = this.lines()[at.line];
    const department = this.departments()[at.column - 1];
    if (!line) {
      return;
    }
    if (!department) {
      if (!line.isLeaf) {
        this.folded.emit(line.code);
      }
      return;
    }
    if (this.lockedBecause() === null) {
      this.chosen.emit({ line, agencyId: department.id });
    }
  }

  protected focus(place: MatrixPlace): void {
    this.wanted.set(place);
    this.host.nativeElement.querySelector<HTMLElement>(`[data-place="${place.line}-${place.column}"]`)?.focus();
  }
}
