import { Injectable } from '@nestjs/common';
import type { AgencyRef, AppraisalSummary, AssessmentState, SubmissionMark } from '@par-index/contract';
import type { EntityManager } from 'typeorm';
import { containing, VIETNAMESE_ORDER } from '../../platform/database/search';

/** Whose worklist it is. An agency of one's own is never in it. */
export interface WorklistScope {
  /** The agencies for which the actor decides. */
  readonly appraising: readonly string[];
  /** The agencies that the actor belongs to, in whatever role. */
  readonly own: readonly string[];
  /** Whether the actor reads assessments without being assigned anything in them. */
  readonly reach: 'assigned' | 'all';
  /** Narrows it to what is given to this person, and to whom they stand in for. */
  readonly person: string | null;
}

export interface WorklistFilter {
  readonly cycleId?: string;
  readonly groupCode?: string;
  readonly state?: AssessmentState;
  readonly marked?: SubmissionMark;
  readonly search?: string;
}

export interface WorklistSlice {
  readonly skip: number;
  readonly pageSize: number;
}

interface WorklistRow extends AgencyRef {
  readonly assessmentId: string;
  readonly groupCode: string;
  readonly state: AssessmentState;
  readonly submittedAt: Date | null;
  readonly late: boolean;
  readonly notSubmitted: boolean;
  readonly decided: number;
  readonly toDecide: number;
  readonly explanationWanted: number;
}

/** Whether criterion `t` is given to the person of parameter 8, or to whom they stand in for today. */
const MINE = `(t.person_id = $8::uuid or exists (
  select from active_delegation d
  where d.kind = 'appraisal' and d.to_user_id = $8::uuid and d.from_user_id = t.person_id and d.agency_id = t.agency_id))`;

const SOURCES = `
  from assessment a
  join cycle c on c.id = a.cycle_id
  join agency g on g.id = a.agency_id
  join participant p on p.id = a.participant_id
  join criteria_set s on s.id = p.criteria_set_id
  join agency_group q on q.code = s.group_code`;

/** Parameters 1 to 9, see `parameters`. */
const IN_SCOPE = `
  where not (a.agency_id = any($2::uuid[]))
    and ($3 = 'all' or exists (select 1 from appraisal_assignment m where m.assessment_id = a.id and m.agency_id = any($1::uuid[])))
    and ($8::uuid is null or exists (select from assigned_criterion t where t.assessment_id = a.id and t.agency_id = any($1::uuid[]) and ${MINE}))
    and ($4::uuid is null or a.cycle_id = $4)
    and ($5::text is null or s.group_code = $5)
    and ($6::text is null or a.state = $6)
    and ($9::text is null or case $9::text when 'late' then a.late else a.not_submitted end)
    and ($7::text is null or fold(g.name) like fold($7) or fold(g.short_name) like fold($7))`;

@Injectable()
export class WorklistRepository {
  async count(em: EntityManager, scope: WorklistScope, filter: WorklistFilter): Promise<number> {
    const [row]: readonly { readonly total: number }[] = await em.query(`select count(*)::int as total ${SOURCES} ${IN_SCOPE}`, parameters(scope, filter));
    return row?.total ?? 0;
  }

  /** Newest cycle first, then by group and name. */
  async list(em: EntityManager, scope: WorklistScope, filter: WorklistFilter, slice: WorklistSlice): Promise<readonly AppraisalSummary[]> {
    const rows: readonly WorklistRow[] = await em.query(
      `select a.id as "assessmentId", g.id, g.code, g.name, g.short_name as "shortName", s.group_code as "groupCode", a.state,
         a.submitted_at as "submittedAt", a.late, a.not_submitted as "notSubmitted", n.*
       ${SOURCES} cross join lateral (${COUNTS}) n ${IN_SCOPE}
       order by c.year desc, c.title, q.position, g.name ${VIETNAMESE_ORDER}, a.id
       limit $10 offset $11`,
      [...parameters(scope, filter), slice.pageSize, slice.skip],
    );
    return rows.map(toSummary);
  }
}

const COUNTS = `
  select count(*)::int as "toDecide", (count(*) filter (where t.is_decided))::int as decided,
    (count(*) filter (where t.is_explanation_wanted))::int as "explanationWanted"
  from assigned_criterion t
  where t.assessment_id = a.id and t.agency_id = any($1::uuid[]) and ($8::uuid is null or ${MINE})`;

const parameters = ({ appraising, own, reach, person }: WorklistScope, { cycleId, groupCode, state, search, marked }: WorklistFilter): readonly unknown[] => [
  appraising,
  own,
  reach,
  cycleId ?? null,
  groupCode ?? null,
  state ?? null,
  search?.trim() ? containing(search) : null,
  person,
  marked ?? null,
];

function toSummary(row: WorklistRow): AppraisalSummary {
  const { id, code, name, shortName, submittedAt, ...rest } = row;
  return { ...rest, agency: { id, code, name, shortName }, submittedAt: submittedAt?.toISOString() ?? null };
}
