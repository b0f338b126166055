/** One part of a whole that is shown beside the others, with how many forms stand behind it. */
export interface Cell {
  readonly key: string;
  readonly count: number;
}

/**
 * The parts that are not shown, where the whole is shown, too: each with fewer forms than `least`, and as many more, the smallest first,
 * as it takes that what is left after subtracting all shown parts from the whole is nothing or again at least `least` forms.
 */
export function hiddenCells(cells: readonly Cell[], least: number): ReadonlySet<string> {
  const bySize = cells.filter(({ count }) => count > 0).sort((a, b) => a.count - b.count || (a.key < b.key ? -1 : 1));
  const hidden = bySize.filter(({ count }) => count < least);
  let together = hidden.reduce((sum, { count }) => sum + count, 0);
  for (const cell of bySize.slice(hidden.length)) {
    if (together === 0 || together >= least) {
      break;
    }
    hidden.push(cell);
    together += cell.count;
  }
  return new Set(hidden.map(({ key }) => key));
}

/**
 * How many of the forms that wait are let out now: steps of `least` at least, keeping `least` behind, so that neither this step nor the
 * last one shows what fewer people said by the difference of two readings. At the close all of them are.
 */
export function releasable(waiting: number, least: number): number {
  return waiting >= 2 * least ? waiting - least : 0;
}
