import type { CompiledSet } from '../model/compiled-set';

/** The name of the first grade whose `from` is at or below the rounded index; null where there is none. */
export function gradeOf({ set }: CompiledSet, index: number): string | null {
  return set.grades?.find(({ from }) => from <= index)?.name ?? null;
}
