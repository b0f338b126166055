import { checkCriteriaSet } from '../check/check-criteria-set';
import type { CaseResult } from '../model/case';
import type { CriteriaSet } from '../model/criteria-set';
import type { Finding } from '../model/finding';
import type { AgencyAnswers } from '../model/result';
import { checkAgencies } from '../totals/check-agency';
import { scoreGroup } from '../totals/score-group';
import { compileCriteriaSet } from '../tree/compile-criteria-set';
import { planOf } from '../tree/scoring-set';
import { caseRefusal } from './case-refusal';
import { checkCaseShape } from './case-shape';

export type CaseOutcome =
  | { readonly ok: true; readonly result: CaseResult }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/**
 * Scores a `par-scoring-case/1` whose `criteriaSet` is the set itself, or gives every error with its JSON pointer. The answers are
 * only looked at once the set is free of errors.
 */
export function scoreCase(document: unknown): CaseOutcome {
  const shape = checkCaseShape(document);
  const { criteriaSet, agencies } = (document ?? {}) as { readonly criteriaSet?: unknown; readonly agencies?: unknown };
  const findings = [...shape, ...checkSet(criteriaSet)];
  if (findings.length > 0) return { ok: false, findings };
  return scoreChecked(criteriaSet as CriteriaSet, agencies as readonly AgencyAnswers[]);
}

/** Errors only; an absent set is refused as a missing field of the case. */
function checkSet(criteriaSet: unknown): readonly Finding[] {
  if (criteriaSet === undefined) return [];
  if (typeof criteriaSet === 'string') return [caseRefusal('case.set-not-read', '/criteriaSet', { path: criteriaSet })];
  return checkCriteriaSet(criteriaSet)
    .findings.filter(({ severity }) => severity === 'error')
    .map((finding) => ({ ...finding, pointer: `/criteriaSet${finding.pointer}` }));
}

function scoreChecked(criteriaSet: CriteriaSet, agencies: readonly AgencyAnswers[]): CaseOutcome {
  const set = compileCriteriaSet(criteriaSet);
  const findings = checkAgencies(planOf(set), agencies, '/agencies');
  if (findings.length > 0) return { ok: false, findings };
  return { ok: true, result: { format: 'par-scoring-result/1', agencies: scoreGroup(set, agencies) } };
}
