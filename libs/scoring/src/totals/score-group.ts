import { pointsOf } from '../exact/rounding';
import type { CompiledSet } from '../model/compiled-set';
import type { AgencyAnswers, AgencyResult } from '../model/result';
import { gradeOf } from '../rank/grade-of';
import type { Plan } from '../tree/plan';
import { planOf } from '../tree/scoring-set';

import { nodeResults } from './node-results';
import type { Sheet } from './sheet';
import { sheetTotals } from './sheet-totals';
import { scoredCodes } from './standing';
import { walkGroup } from './walk-group';

/**
 * The whole result of a group of agencies, in the order they came in: points, index, rank and grade of each, and every node. Throws an
 * InvalidAnswerError on wrong answers, with pointers such as `/agencies/0/answers/1.2/denominator`.
 */
export function scoreGroup(set: CompiledSet, agencies: readonly AgencyAnswers[]): readonly AgencyResult[] {
  const plan = planOf(set);
  const take = (sheet: Sheet, agency: AgencyAnswers) => ({ ...sheetTotals(plan, sheet), ...detailsOf(plan, sheet, agency) });
  const { taken, ranks } = walkGroup(plan, agencies, take);
  return taken.map(({ index, selfPoints, surveyPoints, missing, nodes, ...totals }, place) => ({
    code: (agencies[place] as AgencyAnswers).code,
    ...totals,
    index,
    rank: ranks[place] as number,
    grade: gradeOf(set, index),
    selfPoints,
    surveyPoints,
    missing,
    nodes,
  }));
}

function detailsOf(plan: Plan, sheet: Sheet, agency: AgencyAnswers) {
  return {
    selfPoints: pointsOf(sheet.self),
    surveyPoints: pointsOf(sheet.survey),
    missing: scoredCodes(plan, agency, ['missing', 'open']),
    nodes: nodeResults(plan, sheet),
  };
}
