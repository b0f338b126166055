import type { CompiledSet } from '../model/compiled-set';
import type { AgencyAnswers } from '../model/result';
import type { ExactValue } from '../model/trace';

export function bestOfRelative(_set: CompiledSet, _agencies: readonly AgencyAnswers[]): Readonly<Record<string, ExactValue>> {
  throw new Error('Not written yet');
}
