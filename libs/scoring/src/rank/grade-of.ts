import type { CompiledSet } from '../model/compiled-set';

export function gradeOf(_set: CompiledSet, _index: number): string | null {
  throw new Error('Not written yet');
}
