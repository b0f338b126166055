import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { ImportDoubt } from '@par-index/contract';

interface Numbered {
  readonly index: number;
  readonly doubt: ImportDoubt;
}

/** The doubtful lines of a decision, each with its place, the reason and what was assumed, to be confirmed one by one. */
@Component({
  selector: 'par-import-doubts',
  templateUrl: './import-doubts.html',
  styleUrl: './import-doubts.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportDoubts {
  readonly doubts = input.required<readonly ImportDoubt[]>();
  /** Places of those that somebody has looked at, in the list. */
  readonly confirmed = input<ReadonlySet<number>>(new Set());
  /** The list with one more, or one less. */
  readonly confirmedChange = output<ReadonlySet<number>>();

  protected readonly listed = computed<readonly Numbered[]>(() => this.doubts().map((doubt, index) => ({ index, doubt })));
  protected readonly left = computed(() => this.doubts().length - this.confirmed().size);

  protected toggle(index: number): void {
    const next = new Set(this.confirmed());
    if (!next.delete(index)) {
      next.add(index);
    }
    this.confirmedChange.emit(next);
  }
}
