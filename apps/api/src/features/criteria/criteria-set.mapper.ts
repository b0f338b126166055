import type { CriteriaSetSummary, CriteriaSetView, FieldError, FindingView } from '@par-index/contract';
import { checkCriteriaSet, type Finding, findingInWords } from '@par-index/scoring';
import type { CriteriaSet } from './criteria-set.entity';
import type { CriteriaSetHead } from './criteria-set.repository';

export function toSummary(set: CriteriaSetHead): CriteriaSetSummary {
  const { id, code, title, year, groupCode, versionNumber, state, digest, leafCount, version } = set;
  return { id, code, title, year, groupCode, versionNumber, state, digest, leafCount, createdAt: set.createdAt.toISOString(), version };
}

/** A stored set has no errors any more; its warnings are found anew, so that they are worded as today. */
export function toView(set: CriteriaSet): CriteriaSetView {
  return { ...toSummary(set), document: set.document, warnings: checkCriteriaSet(set.document).findings.map(toFindingView) };
}

export const toFindingView = (finding: Finding): FindingView => ({ ...finding, detail: findingInWords(finding) });

export const toFieldError = (finding: Finding): FieldError => ({
  pointer: finding.pointer,
  code: finding.code,
  detail: findingInWords(finding),
});
