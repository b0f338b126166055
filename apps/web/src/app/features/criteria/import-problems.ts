import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ImportFinding, SheetError } from '@par-index/contract';
import { Icon } from '../../ui/icon/icon';
import { outlineOf } from './outline-rows';

interface Problem {
  readonly severity: 'error' | 'warning';
  readonly place: string;
  readonly detail: string;
}

const cellWords = (sheet: string, cell: string): string => $localize`Trang «${sheet}:sheet:», ô ${cell}:cell:`;

/** What stands in the way of a file, each at its place: the cell of a workbook, or the criterion. */
@Component({
  selector: 'par-import-problems',
  imports: [Icon],
  templateUrl: './import-problems.html',
  styleUrl: './import-problems.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportProblems {
  readonly heading = input.required<string>();
  readonly cellErrors = input<readonly SheetError[]>([]);
  readonly findings = input<readonly ImportFinding[]>([]);
  readonly document = input<unknown>(null);

  private readonly rows = computed(() => outlineOf(this.document(), []));
  protected readonly problems = computed<readonly Problem[]>(() => [
    ...this.cellErrors().map(({ sheet, cell, detail }) => ({ severity: 'error' as const, place: cellWords(sheet, cell), detail })),
    ...this.findings().map(({ severity, place, pointer, detail }) => ({ severity, detail, place: place ? cellWords(place.sheet, place.cell) : this.criterionAt(pointer) })),
  ]);

  private criterionAt(pointer: string): string {
    const row = this.rows().findLast((one) => pointer === one.pointer || pointer.startsWith(`${one.pointer}/`));
    return row ? $localize`Tiêu chí ${row.code}:code:` : $localize`Bộ tiêu chí`;
  }
}
