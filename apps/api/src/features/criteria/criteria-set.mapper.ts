import { type Actor, type CriteriaSetSummary, type CriteriaSetView, type FieldError, type FindingView, openCriteriaSetActions } from '@par-index/contract';
import { type Finding, findingInWords } from '@par-index/scoring';
import type { SummaryRow, ViewRow } from './criteria-set.repository';

export function toSummary({ createdAt, savedAt, ...set }: SummaryRow): CriteriaSetSummary {
  return { ...set, createdAt: createdAt.toISOString(), savedAt: savedAt.toISOString() };
}

/** Findings are found anew at each reading, so that they are worded as today. */
export function toView(actor: Pick<Actor, 'grants'>, { document, predecessorId, cycles, ...row }: ViewRow, findings: readonly FindingView[]): CriteriaSetView {
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  return { ...toSummary(row), document, findings, warnings, predecessorId, cycles, openActions: openCriteriaSetActions(actor, row.state) };
}

export const toFindingView = (finding: Finding): FindingView => ({ ...finding, detail: findingInWords(finding) });

export const toFieldError = ({ pointer, code, detail }: FindingView): FieldError => ({ pointer, code, detail });
