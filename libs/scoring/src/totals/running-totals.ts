import type { CompiledSet } from '../model/compiled-set';
import { InvalidAnswerError } from '../model/errors';
import type { AgencyAnswers } from '../model/result';
import type { RunningTotals } from '../model/running-totals';
import type { Plan } from '../tree/plan';
import { planOf } from '../tree/scoring-set';
import { checkAgency } from './check-agency';
import { fold } from './fold';
import { nodeResults } from './node-results';
import { readAnswers } from './read-answers';
import { scorersFor } from './scorers';
import { EXCLUDED, Sheet } from './sheet';
import { sheetTotals } from './sheet-totals';
import { scoredCodes, standingOf } from './standing';

/**
 * How one agency stands before the group is scored together. Throws an InvalidAnswerError on wrong answers, with pointers such as
 * `/answers/1.2/denominator`.
 */
export function runningTotals(set: CompiledSet, agency: AgencyAnswers): RunningTotals {
  const plan = planOf(set);
  const sheet = filledIn(plan, agency);
  const [answered, missing, open, pending] = (['answered', 'missing', 'open', 'pending'] as const).map((standing) =>
    scoredCodes(plan, agency, [standing]),
  ) as [readonly string[], readonly string[], readonly string[], readonly string[]];
  const totals = sheetTotals(plan, sheet);
  return {
    ...totals,
    index: totals.applicableMax === 0 ? null : totals.index,
    answered: answered.length + pending.length,
    total: answered.length + pending.length + missing.length + open.length,
    missing,
    open,
    pending,
    nodes: nodeResults(plan, sheet),
  };
}

function filledIn(plan: Plan, agency: AgencyAnswers): Sheet {
  const sheet = new Sheet(plan);
  if (!readAnswers(plan, agency, scorersFor(plan, new Map()), sheet)) throw new InvalidAnswerError(checkAgency(plan, agency, ''));
  for (const planLeaf of plan.relativeLeaves) {
    // Also without an answer: the sums must not fall when it comes.
    if (standingOf(planLeaf, agency) !== 'answered') sheet.units[planLeaf.at] = EXCLUDED;
  }
  fold(plan, sheet);
  return sheet;
}
