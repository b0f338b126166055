import type { FieldError } from '@par-index/contract';
import { type Answer, checkAnswer, type CompiledLeaf, type CompiledSet, type Finding, findingInWords, scoreLeaf } from '@par-index/scoring';
import { DomainError } from '../../platform/problem/domain-error';
import type { AssessmentRecord } from './assessment-record';
import { decimalOf } from './decimal-points';
import { isExempt } from './missing-items';

/** The leaf of that code. A node above leaves is no criterion that anybody answers. */
export function getLeaf(set: CompiledSet, code: string): CompiledLeaf {
  const leaf = set.leaf(code);
  if (!leaf) {
    throw new DomainError('answer.criterion-unknown', { code });
  }
  return leaf;
}

/** Refuses a criterion that the agency is exempt from. */
export function assertNotExempt(leaf: CompiledLeaf, { exemptions }: Pick<AssessmentRecord, 'exemptions'>): void {
  if (isExempt(leaf, new Set(exemptions.map(({ code }) => code)))) {
    throw new DomainError('answer.criterion-exempt', { code: leaf.code });
  }
}

/** Refuses what the agency can't state: no leaf, an exempt one, one whose figures come from a survey, an appraiser or an external index. */
export function assertDeclarable(set: CompiledSet, record: Pick<AssessmentRecord, 'exemptions'>, code: string): void {
  const leaf = getLeaf(set, code);
  assertNotExempt(leaf, record);
  if (leaf.source !== 'self') {
    throw new DomainError('answer.not-self-scored', { code, source: leaf.source });
  }
}

/** The points of an agency's own answer, as decimal text. Refuses an award, which is the appraisers', and what the rule does not take. */
export function pointsOfDeclared(set: CompiledSet, code: string, answer: Answer | null): string | null {
  if (answer === null) {
    return null;
  }
  if ('awarded' in answer) {
    throw new DomainError('answer.award-forbidden', { code });
  }
  const findings = checkAnswer(set, code, answer);
  if (findings.length > 0) {
    throw new DomainError('answer.invalid', { code }, findings.map(toFieldError));
  }
  return decimalOf(scoreLeaf(set, code, answer).points);
}

const toFieldError = (finding: Finding): FieldError => ({ pointer: `/answer${finding.pointer}`, code: finding.code, detail: findingInWords(finding) });
