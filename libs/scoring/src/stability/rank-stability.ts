import { InvalidAnswerError } from '../model/errors';
import type { CompiledSet } from '../model/compiled-set';
import type { AgencyAnswers } from '../model/result';
import { checkAgencies } from '../totals/check-agency';
import { groupBests } from '../totals/group-bests';
import { readAnswers } from '../totals/read-answers';
import { scorersFor } from '../totals/scorers';
import { Sheet } from '../totals/sheet';
import type { Plan } from '../tree/plan';
import { planOf } from '../tree/scoring-set';
import { Chance } from './chance';
import { RankTally } from './rank-tally';
import { Ranking } from './ranking';
import { Replica } from './replica';
import { type Spread, spreadOf } from './spread';
import type { RankStability, Trials, Uncertainty } from './uncertainty';

/** Between these shares of the replicates lie 95 % of them. */
const [LOWEST, HIGHEST] = [0.025, 0.975] as const;
/** Above another one in at least this share of the replicates: told apart. */
const TOLD_APART = 0.95;

/**
 * How firm the ranks of a group are: the group is ranked again and again with its survey means drawn around what the sample gave (normal
 * approximation), open disputes ending one way or another, and rounded points spread over their last step. Everything else, also
 * the best value of a `relative` rule, stays as it is. With nothing to vary every agency keeps its rank in every replicate.
 *
 * Throws an InvalidAnswerError as `scoreGroup` does, and a RangeError on an uncertainty that names what is not there.
 */
export function rankStability(set: CompiledSet, agencies: readonly AgencyAnswers[], uncertainty: Uncertainty, trials: Trials): RankStability {
  if (!Number.isInteger(trials.replicates) || trials.replicates < 1) throw new RangeError('At least one replicate is needed');
  checkAgenciesNamed(agencies, uncertainty);
  const plan = planOf(set);
  const { spreads, replicas } = replicasOf(plan, agencies, uncertainty);
  const settled = new Ranking(replicas).again();
  const tally = play(replicas, trials);
  const place = (code: string) => placeOf(agencies, code);
  return {
    trials,
    varied: variedIn(spreads),
    agencies: agencies.map(({ code }, at) => ({
      code,
      rank: settled[at] as number,
      best: tally.rankAt(at, LOWEST),
      worst: tally.rankAt(at, HIGHEST),
      first: tally.shareAt(at, 1),
    })),
    above: (a, b) => tally.shareBefore(place(a), place(b)),
    alike: alikeIn(settled, tally).map((list) => list.map((at) => (agencies[at] as AgencyAnswers).code)),
  };
}

function checkAgenciesNamed(agencies: readonly AgencyAnswers[], { surveys = [], disputes = [] }: Uncertainty): void {
  for (const { agency } of [...surveys, ...disputes]) placeOf(agencies, agency);
}

function placeOf(agencies: readonly AgencyAnswers[], code: string): number {
  const place = agencies.findIndex((agency) => agency.code === code);
  if (place < 0) throw new RangeError(`No agency ${code} in this group`);
  return place;
}

function replicasOf(plan: Plan, agencies: readonly AgencyAnswers[], uncertainty: Uncertainty) {
  const bests = groupBests(plan, agencies);
  const scorers = scorersFor(plan, bests);
  const spreads: Spread[] = [];
  const replicas = agencies.map((agency) => {
    const sheet = new Sheet(plan);
    if (!readAnswers(plan, agency, scorers, sheet)) throw new InvalidAnswerError(checkAgencies(plan, agencies, '/agencies'));
    const spread = spreadOf(plan, { agency, units: sheet.units, bests }, uncertainty);
    spreads.push(spread);
    return new Replica(plan, sheet.units, spread);
  });
  return { spreads, replicas };
}

function variedIn(spreads: readonly Spread[]): RankStability['varied'] {
  const total = (what: keyof Spread['counts']): number => spreads.reduce((sum, { counts }) => sum + counts[what], 0);
  return { surveys: total('surveys'), disputes: total('disputes'), rounded: total('rounded') };
}

function play(replicas: readonly Replica[], { replicates, seed }: Trials): RankTally {
  const chance = new Chance(seed);
  const tally = new RankTally(replicas.length);
  const ranking = new Ranking(replicas);
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    for (const replica of replicas) replica.draw(chance);
    tally.add(ranking.again());
  }
  return tally;
}

/** From the first rank on: a list goes on as long as its first is not surely above the next. Ties in the order in which they came in. */
function alikeIn(settled: Uint32Array, tally: RankTally): readonly (readonly number[])[] {
  const order = Array.from(settled, (_rank, at) => at).sort((a, b) => (settled[a] as number) - (settled[b] as number) || a - b);
  const lists: number[][] = [];
  for (const at of order) {
    const first = lists.at(-1)?.[0];
    if (first === undefined || tally.shareBefore(first, at) >= TOLD_APART) lists.push([at]);
    else lists.at(-1)?.push(at);
  }
  return lists;
}
