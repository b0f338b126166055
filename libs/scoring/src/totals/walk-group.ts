import { InvalidAnswerError } from '../model/errors';
import type { AgencyAnswers } from '../model/result';
import { type RankKey, rankKeyOf } from '../rank/rank-key';
import { ranksOf } from '../rank/ranks-of';
import type { Plan } from '../tree/plan';
import { checkAgencies } from './check-agency';
import { fold } from './fold';
import { groupBests } from './group-bests';
import { readAnswers } from './read-answers';
import { scorersFor } from './scorers';
import { Sheet } from './sheet';

/** A group with the rank of each agency, and what `take` made of its sheet. */
export interface Walked<T> {
  readonly taken: readonly T[];
  readonly ranks: readonly number[];
}

/**
 * Scores one agency after the other on one sheet; `take` reads it before the next one is filled in. Throws an InvalidAnswerError
 * on wrong answers.
 */
export function walkGroup<T>(plan: Plan, agencies: readonly AgencyAnswers[], take: (sheet: Sheet, agency: AgencyAnswers) => T): Walked<T> {
  const scorers = scorersFor(plan, groupBests(plan, agencies));
  const sheet = new Sheet(plan);
  const taken: T[] = [];
  const keys: RankKey[] = [];
  for (const agency of agencies) {
    if (!readAnswers(plan, agency, scorers, sheet)) throw new InvalidAnswerError(checkAgencies(plan, agencies, '/agencies'));
    fold(plan, sheet);
    keys.push(rankKeyOf(plan, sheet));
    taken.push(take(sheet, agency));
  }
  return { taken, ranks: ranksOf(keys) };
}
