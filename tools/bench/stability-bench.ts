import { type AgencyAnswers, type CompiledSet, rankStability } from '@par-index/scoring';

const TRIALS = { replicates: 10_000, seed: 2026 };

/** Milliseconds of 10,000 replicates of a group: every survey leaf a sample of 100, one open dispute in ten agencies, rounding on. */
export function timeOfStability(set: CompiledSet, agencies: readonly AgencyAnswers[]): number {
  const surveys = set.leaves.filter(({ source }) => source === 'survey').flatMap(({ code }) => agencies.map((agency) => ({ agency: agency.code, code, responses: 100 })));
  const disputes = agencies.filter((_agency, at) => at % 10 === 0).map((agency) => ({ agency: agency.code, code: set.leaves[0]?.code ?? '', outcomes: [0, 1] }));
  const start = performance.now();
  rankStability(set, agencies, { surveys, disputes, rounding: true }, TRIALS);
  return performance.now() - start;
}
