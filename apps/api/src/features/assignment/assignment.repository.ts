import { Injectable } from '@nestjs/common';
import type { AgencyRef, PersonRef } from '@par-index/contract';
import type { EntityManager } from 'typeorm';
import type { Slice } from '../../platform/http/page.dto';
import type { StandingCell } from './assignment-change';

/** Rows that go to another agency or person. */
export interface RowChange {
  readonly id: string;
  readonly agencyId: string;
  readonly personId: string | null;
}

export interface ChangeAuthor {
  readonly userId: string;
  readonly reason: string;
}

export interface HistoryRow {
  readonly at: Date;
  readonly by: string;
  readonly event: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

@Injectable()
export class AssignmentRepository {
  /** Of these criteria at these agencies. */
  listCells(em: EntityManager, cycleId: string, { codes, agencyIds }: { readonly codes: readonly string[]; readonly agencyIds: readonly string[] }): Promise<readonly StandingCell[]> {
    return em.query(
      `select t.id, a.agency_id as "assessedAgencyId", t.code, t.agency_id as "agencyId", exists (
         select from appraisal_layer l where l.assessment_id = t.assessment_id and l.code = t.code and l.layer in ('appraisal-1', 'appraisal-2')) as "isDecided"
       from appraisal_assignment t join assessment a on a.id = t.assessment_id join agency g on g.id = a.agency_id
       where a.cycle_id = $1 and t.code = any($2::text[]) and a.agency_id = any($3::uuid[])
       order by g.code, t.code`,
      [cycleId, codes, agencyIds],
    );
  }

  listAgencies(em: EntityManager, ids: readonly (string | null)[]): Promise<readonly AgencyRef[]> {
    return em.query('select id, code, name, short_name as "shortName" from agency where id = any($1::uuid[])', [[...new Set(ids)].filter((id) => id !== null)]);
  }

  listPeople(em: EntityManager, ids: readonly (string | null)[]): Promise<readonly PersonRef[]> {
    return em.query('select id, full_name as "fullName" from user_account where id = any($1::uuid[])', [[...new Set(ids)].filter((id) => id !== null)]);
  }

  /** Active agencies that have appraisers, and those named. In Vietnamese order. */
  listDepartments(em: EntityManager, named: readonly (string | null)[]): Promise<readonly AgencyRef[]> {
    return em.query(
      `select id, code, name, short_name as "shortName" from agency g
       where g.id = any($1::uuid[]) or (g.active and exists (
         select from user_grant h join user_account u on u.id = h.user_id and u.active
         where h.agency_id = g.id and h.role in ('appraiser', 'home-affairs')))
       order by g.name collate "vi-x-icu", g.id`,
      [[...new Set(named)].filter((id) => id !== null)],
    );
  }

  async isActiveAgency(em: EntityManager, id: string): Promise<boolean> {
    const rows: readonly unknown[] = await em.query('select from agency where id = $1 and active', [id]);
    return rows.length > 0;
  }

  /** Changes all rows in one statement, each with a line of its history. */
  async change(em: EntityManager, rows: readonly RowChange[], { userId, reason }: ChangeAuthor): Promise<void> {
    if (rows.length > 0) {
      await em.query(CHANGE, [JSON.stringify(rows), userId, reason]);
    }
  }

  /** Every change of who appraises what in a cycle, the newest first; and how many there are. */
  async pageHistory(em: EntityManager, cycleId: string, { pageSize, skip }: Slice): Promise<readonly [readonly HistoryRow[], number]> {
    const [counted]: readonly { readonly total: number }[] = await em.query(`select count(*)::int as total from audit_event where cycle_id = $1 and event = any($2)`, [cycleId, EVENTS]);
    const rows: readonly HistoryRow[] = await em.query(
      `select e.at, coalesce(u.full_name, 'Hệ thống') as by, e.event, e.payload
       from audit_event e left join user_account u on u.id = e.actor_id
       where e.cycle_id = $1 and e.event = any($2) order by e.at desc, e.id limit $3 offset $4`,
      [cycleId, EVENTS, pageSize, skip],
    );
    return [rows, counted?.total ?? 0];
  }
}

const EVENTS: readonly string[] = ['assignment.changed', 'assignment.substituted', 'assignment.shared'];

const CHANGE = `
  with wanted as (
    select * from jsonb_to_recordset($1::jsonb) as w(id uuid, "agencyId" uuid, "personId" uuid)
  ), former as (
    select t.id, t.agency_id, t.person_id from appraisal_assignment t join wanted w on w.id = t.id order by t.id for update of t
  ), changed as (
    update appraisal_assignment t set agency_id = w."agencyId", person_id = w."personId"
    from wanted w join former f on f.id = w.id where t.id = w.id returning t.id, t.agency_id, t.person_id
  )
  insert into appraisal_assignment_revision (assignment_id, from_agency_id, to_agency_id, from_person_id, to_person_id, reason, changed_by)
  select c.id, f.agency_id, c.agency_id, f.person_id, c.person_id, $3, $2::uuid from changed c join former f on f.id = c.id`;
