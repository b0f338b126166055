import { isExempt } from '../answer/is-exempt';
import { isAwarded, isNotApplicable } from '../answer/leaf-answer';
import type { AgencyAnswers } from '../model/result';
import type { Plan, PlanLeaf } from '../tree/plan';

/**
 * How a leaf stands with one agency: outside the maximum; still to be answered by the agency (`missing`) or by a survey, an
 * appraiser or an external index (`open`); answered but without points before the group is scored together (`pending`); answered.
 */
export type Standing = 'excluded' | 'missing' | 'open' | 'pending' | 'answered';

/** The answers must be valid. */
export function standingOf(planLeaf: PlanLeaf, { answers, exempt = [] }: AgencyAnswers): Standing {
  const { leaf } = planLeaf;
  if (isExempt(leaf, exempt)) return 'excluded';
  const answer = Object.hasOwn(answers, leaf.code) ? answers[leaf.code] : undefined;
  if (answer === undefined) return standingWithoutAnswer(planLeaf);
  if (isNotApplicable(answer)) return leaf.whenNotApplicable === 'full' ? 'answered' : 'excluded';
  return leaf.rule.kind === 'relative' && !isAwarded(answer) ? 'pending' : 'answered';
}

function standingWithoutAnswer({ leaf, excludedWithoutAnswer }: PlanLeaf): Standing {
  if (excludedWithoutAnswer) return 'excluded';
  return leaf.source === 'self' ? 'missing' : 'open';
}

/** The scored leaves that stand in one of the ways, in document order. */
export function scoredCodes(plan: Plan, agency: AgencyAnswers, standings: readonly Standing[]): readonly string[] {
  return plan.leaves
    .filter((planLeaf) => planLeaf.leaf.section === 'scored' && standings.includes(standingOf(planLeaf, agency)))
    .map(({ leaf }) => leaf.code);
}
