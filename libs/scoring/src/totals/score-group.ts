import type { CompiledSet } from '../model/compiled-set';
import type { AgencyAnswers, AgencyResult } from '../model/result';

export function scoreGroup(_set: CompiledSet, _agencies: readonly AgencyAnswers[]): readonly AgencyResult[] {
  throw new Error('Not written yet');
}
