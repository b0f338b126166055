import { checkLeafAnswer } from '../answer/check-leaf-answer';
import { countFields } from '../answer/fields';
import { isExempt } from '../answer/is-exempt';
import { workLeaf } from '../answer/work-leaf';
import { roundedUnits } from '../exact/rounding';
import type { Answer } from '../model/answer';
import type { AgencyAnswers } from '../model/result';
import type { QuickScorer } from '../rule/rule-kind';
import type { Plan, PlanLeaf } from '../tree/plan';
import type { Scorers } from './scorers';
import { EXCLUDED, type Sheet } from './sheet';

type Answers = AgencyAnswers['answers'];

/**
 * Fills in the units of every leaf. False where an answer, a code or an exemption is wrong: `checkAgency` then says what. A
 * `relative` leaf whose best value is not known stays outside the maximum.
 */
export function readAnswers(plan: Plan, agency: AgencyAnswers, scorers: Scorers, sheet: Sheet): boolean {
  const { answers } = agency;
  let found = 0;
  for (let index = 0; index < plan.leaves.length; index += 1) {
    const planLeaf = plan.leaves[index] as PlanLeaf;
    const answer: unknown = answers[planLeaf.leaf.code];
    let units: number;
    if (answer === undefined) units = unitsWithoutAnswer(planLeaf);
    else {
      found += 1;
      units = typeof answer === 'object' && answer !== null ? (scorers.quick[index] as QuickScorer)(answer) : NaN;
      if (!(units >= 0)) units = slowUnits(planLeaf, answers, scorers);
      if (Number.isNaN(units)) return false;
    }
    sheet.units[planLeaf.at] = units;
  }
  return (found === countFields(answers) || everyCodeIsKnown(plan, answers)) && exclude(plan, agency.exempt ?? [], sheet);
}

const unitsWithoutAnswer = ({ excludedWithoutAnswer }: PlanLeaf): number => (excludedWithoutAnswer ? EXCLUDED : 0);

/** The exact way, for whatever the quick one leaves open; NaN on a wrong answer. */
function slowUnits(planLeaf: PlanLeaf, answers: Answers, { bests }: Scorers): number {
  const { code } = planLeaf.leaf;
  if (!Object.hasOwn(answers, code)) return unitsWithoutAnswer(planLeaf);
  const answer = answers[code] as Answer;
  if (checkLeafAnswer(planLeaf, answer, '').length > 0) return NaN;
  const { points } = workLeaf(planLeaf, answer, bests.get(code) ?? null);
  return points === null ? EXCLUDED : roundedUnits(points, planLeaf.scope.decimals);
}

const everyCodeIsKnown = (plan: Plan, answers: Answers): boolean => Object.keys(answers).every((code) => plan.leafByCode.has(code));

/** Takes the exempt codes out, each with its whole subtree. False on an unknown code. */
function exclude(plan: Plan, exempt: readonly string[], sheet: Sheet): boolean {
  if (exempt.length === 0) return true;
  if (!exempt.every((code) => plan.placeByCode.has(code))) return false;
  for (const { leaf, at } of plan.leaves) {
    if (isExempt(leaf, exempt)) sheet.units[at] = EXCLUDED;
  }
  return true;
}
