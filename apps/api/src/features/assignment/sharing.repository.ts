import { Injectable } from '@nestjs/common';
import type { AgencyRef, AssignedCounts, PersonRef } from '@par-index/contract';
import type { EntityManager } from 'typeorm';
import type { SharedRow, Sharer } from './share-plan';

/** The work of one appraising agency in a cycle, without criteria at the agencies that the reader belongs to. */
export interface DepartmentWork {
  readonly cycleId: string;
  readonly agencyId: string;
  readonly withoutAgencyIds: readonly string[];
}

export interface DepartmentRow extends AssignedCounts, AgencyRef {
  readonly unshared: number;
  readonly people: number;
}

export interface PersonRow extends AssignedCounts {
  readonly personId: string | null;
}

export interface AbleRow extends Sharer {
  readonly fullName: string;
  readonly standIns: readonly PersonRef[];
}

export interface UnitRow extends AgencyRef {
  readonly criteriaSetId: string;
  readonly groupCode: string;
  readonly personId: string | null;
  readonly assigned: number;
  readonly decided: number;
  readonly codes: readonly string[];
}

/** Counts of `assigned_criterion t`, with the window of the phase as `w`. */
const COUNTS = `
  count(*)::int as assigned, (count(*) filter (where t.is_decided))::int as decided, (count(*) filter (where t.is_left))::int as left,
  (count(*) filter (where t.is_left and w.deadline_at < now()))::int as late,
  (count(*) filter (where t.is_explanation_wanted))::int as "explanationWanted"`;

/** Of the phase that the cycle is in: only there something is left. */
const WINDOW = `join cycle c on c.id = t.cycle_id left join cycle_window w on w.cycle_id = c.id and w.phase = c.phase`;

/** $1 cycle, $2 appraising agency, $3 agencies that the reader belongs to. */
const WORK = `from assigned_criterion t ${WINDOW} where t.cycle_id = $1 and t.agency_id = $2 and t.assessed_agency_id <> all($3::uuid[])`;

const parameters = ({ cycleId, agencyId, withoutAgencyIds }: DepartmentWork): readonly unknown[] => [cycleId, agencyId, withoutAgencyIds];

@Injectable()
export class SharingRepository {
  /** The appraising agencies of a cycle, or those named of them, by name. */
  listDepartments(em: EntityManager, cycleId: string, scope: { readonly withoutAgencyIds: readonly string[]; readonly agencyIds: readonly string[] | null }): Promise<readonly DepartmentRow[]> {
    return em.query(
      `select g.id, g.code, g.name, g.short_name as "shortName", n.*,
         (select count(distinct h.user_id) from user_grant h join user_account u on u.id = h.user_id and u.active
          where h.agency_id = g.id and h.role in ('appraiser', 'home-affairs'))::int as people
       from (
         select t.agency_id, ${COUNTS}, (count(*) filter (where t.person_id is null))::int as unshared
         from assigned_criterion t ${WINDOW}
         where t.cycle_id = $1 and t.assessed_agency_id <> all($2::uuid[]) and ($3::uuid[] is null or t.agency_id = any($3::uuid[]))
         group by t.agency_id
       ) n join agency g on g.id = n.agency_id
       order by g.name collate "vi-x-icu", g.id`,
      [cycleId, scope.withoutAgencyIds, scope.agencyIds],
    );
  }

  listByPerson(em: EntityManager, work: DepartmentWork): Promise<readonly PersonRow[]> {
    return em.query(`select t.person_id as "personId", ${COUNTS} ${WORK} group by t.person_id`, [...parameters(work)]);
  }

  /** Who of the agency can be given criteria, by name; each with who stands in for them today. */
  listAble(em: EntityManager, agencyId: string): Promise<readonly AbleRow[]> {
    return em.query(
      `select u.id, u.full_name as "fullName",
         (select jsonb_agg(distinct h.agency_id) from user_grant h where h.user_id = u.id) as "agencyIds",
         coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'fullName', s.full_name)) from active_delegation d join user_account s on s.id = d.to_user_id
           where d.kind = 'appraisal' and d.from_user_id = u.id and d.agency_id = $1), '[]') as "standIns"
       from user_account u
       where u.active and exists (select from user_grant g where g.user_id = u.id and g.agency_id = $1 and g.role in ('appraiser', 'home-affairs'))
       order by u.full_name collate "vi-x-icu", u.id`,
      [agencyId],
    );
  }

  /** The criteria of each person at each assessed agency, by group and name. */
  listUnits(em: EntityManager, work: DepartmentWork): Promise<readonly UnitRow[]> {
    return em.query(
      `select g.id, g.code, g.name, g.short_name as "shortName", s.id as "criteriaSetId", s.group_code as "groupCode", n."personId", n.assigned, n.decided, n.codes
       from (
         select t.assessed_agency_id, t.participant_id, t.person_id as "personId", count(*)::int as assigned,
           (count(*) filter (where t.is_decided))::int as decided, array_agg(t.code order by t.code) as codes
         ${WORK} group by t.assessed_agency_id, t.participant_id, t.person_id
       ) n
       join agency g on g.id = n.assessed_agency_id
       join participant p on p.id = n.participant_id
       join criteria_set s on s.id = p.criteria_set_id
       join agency_group q on q.code = s.group_code
       order by q.position, g.name collate "vi-x-icu", g.id, n."personId" nulls first`,
      [...parameters(work)],
    );
  }

  listRows(em: EntityManager, work: DepartmentWork): Promise<readonly SharedRow[]> {
    return em.query(
      `select t.id, s.group_code as "groupCode", t.code, t.assessed_agency_id as "assessedAgencyId", t.person_id as "personId",
         t.is_decided as "isDecided", t.decided_by as "decidedBy"
       from assigned_criterion t join participant p on p.id = t.participant_id join criteria_set s on s.id = p.criteria_set_id
       where t.cycle_id = $1 and t.agency_id = $2 and t.assessed_agency_id <> all($3::uuid[])
       order by t.assessed_agency_id, t.code`,
      [...parameters(work)],
    );
  }

  /** Of the appraisal, or of the second one while that is under way. */
  async findDeadline(em: EntityManager, cycleId: string): Promise<Date | null> {
    const rows: readonly { readonly deadlineAt: Date }[] = await em.query(FIND_DEADLINE, [cycleId]);
    return rows[0]?.deadlineAt ?? null;
  }
}

const FIND_DEADLINE = `
  select w.deadline_at as "deadlineAt" from cycle c join cycle_window w on w.cycle_id = c.id
  where c.id = $1 and w.phase = case when c.phase = 'reappraisal' then 'reappraisal' else 'appraisal' end`;
