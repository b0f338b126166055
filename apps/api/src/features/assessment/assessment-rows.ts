import type { AgencyRef, AssessmentState, ExemptionView, ExplanationTime, ExtensionView, Phase } from '@par-index/contract';
import type { AssessmentRecord } from './assessment-record';

/** An assessment with its cycle, agency and windows, as one query brings it. */
export interface AssessmentRow {
  readonly id: string;
  readonly cycleId: string;
  readonly cycleTitle: string;
  readonly year: number;
  readonly phase: Phase;
  readonly agency: AgencyRef;
  readonly groupCode: string;
  readonly criteriaSetId: string;
  readonly leadAgency: string;
  readonly state: AssessmentState;
  readonly submittedAt: Date | null;
  readonly late: boolean;
  readonly notSubmitted: boolean;
  readonly version: number;
  readonly opensAt: Date;
  readonly deadlineAt: Date;
  readonly closeAt: Date;
  readonly extension: ExtensionView | null;
  readonly explanationOpensAt: Date | null;
  readonly explanationDeadlineAt: Date | null;
  readonly explanationCloseAt: Date | null;
  readonly explanationExtended: boolean | null;
  readonly explanationExtension: ExtensionView | null;
  readonly exemptions: readonly ExemptionView[];
  readonly now: Date;
}

const SUMMARY_COLUMNS = `
  a.id, a.cycle_id as "cycleId", c.title as "cycleTitle", c.year, c.phase,
  jsonb_build_object('id', g.id, 'code', g.code, 'name', g.name, 'shortName', g.short_name) as agency,
  s.group_code as "groupCode", a.state, a.submitted_at as "submittedAt", a.late, a.not_submitted as "notSubmitted"`;

/** To be joined to `assessment a`. The group is that of the set by which the agency is scored, whatever group it is in today. */
const SUMMARY_TABLES = `
  join participant p on p.id = a.participant_id
  join criteria_set s on s.id = p.criteria_set_id
  join cycle c on c.id = a.cycle_id
  join agency g on g.id = a.agency_id`;

export const SUMMARIES = `select ${SUMMARY_COLUMNS} from assessment a ${SUMMARY_TABLES}`;

export const COUNTS = `select count(*)::int as total from assessment a ${SUMMARY_TABLES}`;

export const RECORDS = `
  select ${SUMMARY_COLUMNS}, p.criteria_set_id as "criteriaSetId", l.short_name as "leadAgency", a.version,
    w.opens_at as "opensAt", w.deadline_at as "deadlineAt", w.close_at as "closeAt",
    extension_in_force(p.id, 'self-assessment') as extension, extension_in_force(p.id, 'explanation') as "explanationExtension",
    e.opens_at as "explanationOpensAt", e.deadline_at as "explanationDeadlineAt", e.close_at as "explanationCloseAt", e.extended as "explanationExtended",
    coalesce((
      select jsonb_agg(jsonb_build_object('code', x.code, 'reason', x.reason) order by x.code)
      from participant_exemption x where x.participant_id = p.id), '[]') as exemptions,
    now() as now
  from assessment a ${SUMMARY_TABLES}
  join agency l on l.id = c.lead_agency_id
  cross join lateral agency_window(p.id, 'self-assessment') w
  left join lateral explanation_window(a.id) e on true`;

export function toRecord(row: AssessmentRow): AssessmentRecord {
  const { opensAt, deadlineAt, closeAt, ...others } = row;
  const { explanationOpensAt, explanationDeadlineAt, explanationCloseAt, explanationExtended, ...rest } = others;
  return {
    ...rest,
    explanation: explanationOf(explanationOpensAt, explanationDeadlineAt, explanationCloseAt, explanationExtended),
    window: { opensAt: opensAt.toISOString(), deadlineAt: deadlineAt.toISOString(), closeAt: closeAt.toISOString() },
  };
}

function explanationOf(opensAt: Date | null, deadlineAt: Date | null, closeAt: Date | null, extended: boolean | null): ExplanationTime | null {
  if (!opensAt || !deadlineAt || !closeAt) {
    return null;
  }
  return { window: { opensAt: opensAt.toISOString(), deadlineAt: deadlineAt.toISOString(), closeAt: closeAt.toISOString() }, extended: extended ?? false };
}
