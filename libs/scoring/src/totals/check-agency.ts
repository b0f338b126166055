import { checkAnswerAt } from '../answer/check-answer';
import { below } from '../answer/pointer';
import { refusal } from '../answer/refusal';
import type { Finding } from '../model/finding';
import type { AgencyAnswers } from '../model/result';
import type { Plan } from '../tree/plan';

/** Every refusal of an agency's exemptions and answers; pointers start with `at`. */
export function checkAgency(plan: Plan, { exempt = [], answers }: AgencyAnswers, at: string): readonly Finding[] {
  return [
    ...checkExempt(plan, exempt, below(at, 'exempt')),
    ...Object.entries(answers).flatMap(([code, answer]) => checkAnswerAt(plan, code, answer, below(below(at, 'answers'), code))),
  ];
}

function checkExempt(plan: Plan, exempt: readonly string[], at: string): readonly Finding[] {
  return exempt.flatMap((criterion, index) =>
    plan.placeByCode.has(criterion) ? [] : [refusal('answer.unknown-criterion', below(at, index), { criterion })],
  );
}

/** The same for a whole group, each agency at its place in the list. */
export function checkAgencies(plan: Plan, agencies: readonly AgencyAnswers[], at: string): readonly Finding[] {
  return agencies.flatMap((agency, index) => checkAgency(plan, agency, below(at, index)));
}
