import type { AgencyResult } from './result';

/** The result of a scoring case, `par-scoring-result/1`. Agencies come out in the order they went in. */
export interface CaseResult {
  readonly format: 'par-scoring-result/1';
  readonly agencies: readonly AgencyResult[];
}
