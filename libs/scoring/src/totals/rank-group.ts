import type { CompiledSet } from '../model/compiled-set';
import type { AgencyAnswers, AgencyRank } from '../model/result';
import { gradeOf } from '../rank/grade-of';
import { planOf } from '../tree/scoring-set';
import { sheetTotals } from './sheet-totals';
import { walkGroup } from './walk-group';

/**
 * Index, rank and grade of each agency, without the nodes: what `scoreGroup` gives, in a fraction of its time. Throws as it does.
 */
export function rankGroup(set: CompiledSet, agencies: readonly AgencyAnswers[]): readonly AgencyRank[] {
  const plan = planOf(set);
  const { taken, ranks } = walkGroup(plan, agencies, (sheet) => sheetTotals(plan, sheet));
  return taken.map((totals, place) => ({
    code: (agencies[place] as AgencyAnswers).code,
    ...totals,
    rank: ranks[place] as number,
    grade: gradeOf(set, totals.index),
  }));
}
