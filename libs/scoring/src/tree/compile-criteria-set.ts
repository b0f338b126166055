import type { CompiledSet } from '../model/compiled-set';
import type { CriteriaSet } from '../model/criteria-set';

export function compileCriteriaSet(_set: CriteriaSet): CompiledSet {
  throw new Error('Not written yet');
}
