import { Injectable } from '@nestjs/common';
import type { AgencyRef, ExtensionView, ItemOutcome, PetitionReason, PetitionRevisionView, PetitionState, Phase, Window } from '@par-index/contract';
import type { EntityManager } from 'typeorm';
import { VIETNAMESE_ORDER } from '../../platform/database/search';

/** Where petitions are made: an assessment in its cycle. */
export interface PetitionPlace {
  readonly assessmentId: string;
  readonly cycleId: string;
  readonly cycleTitle: string;
  readonly phase: Phase;
  readonly leadAgencyId: string;
  readonly agency: AgencyRef;
  readonly criteriaSetId: string;
  readonly exempt: readonly string[];
  /** Of petitions, as it holds for the agency. */
  readonly window: Window | null;
  readonly extension: ExtensionView | null;
  readonly now: Date;
}

export interface PetitionRow {
  readonly id: string;
  readonly code: string;
  readonly reasonCode: PetitionReason;
  readonly text: string;
  readonly state: PetitionState;
  readonly late: boolean;
  readonly filedAt: Date | null;
  readonly filedBy: string | null;
  readonly answer: string;
  readonly answeredAt: Date | null;
  readonly itemId: string | null;
  readonly outcome: ItemOutcome | null;
  readonly version: number;
}

export type PetitionInPlace = PetitionRow & PetitionPlace;

@Injectable()
export class PetitionRepository {
  async findPlace(em: EntityManager, assessmentId: string): Promise<PetitionPlace | null> {
    const [row]: readonly PetitionPlace[] = await em.query(`select ${PLACE} from ${PLACES} where a.id = $1`, [assessmentId]);
    return row ?? null;
  }

  /** With the drafts only where they are asked for. */
  listOf(em: EntityManager, assessmentId: string, states: readonly PetitionState[]): Promise<readonly PetitionInPlace[]> {
    return em.query(`${SELECT} where t.assessment_id = $1 and t.state = any($2) order by t.code`, [assessmentId, states]);
  }

  async find(em: EntityManager, id: string): Promise<PetitionInPlace | null> {
    const [row]: readonly PetitionInPlace[] = await em.query(`${SELECT} where t.id = $1`, [id]);
    return row ?? null;
  }

  /** What is filed in a cycle, never of the reader's own agencies: what waits first. */
  async listOfCycle(em: EntityManager, cycleId: string, agencyIds: readonly string[], slice: { readonly skip: number; readonly pageSize: number }) {
    const rows: readonly (PetitionInPlace & { readonly total: number })[] = await em.query(
      `select listed.*, count(*) over ()::int as total from (${SELECT} where t.cycle_id = $1 and t.state <> 'draft' and a.agency_id <> all($2::uuid[])) listed
       order by (listed.state = 'filed') desc, listed.agency ->> 'name' ${VIETNAMESE_ORDER}, listed.code, listed.id offset $3 limit $4`,
      [cycleId, agencyIds, slice.skip, slice.pageSize],
    );
    return { items: rows, total: rows[0]?.total ?? 0 };
  }

  history(em: EntityManager, id: string): Promise<readonly (Omit<PetitionRevisionView, 'changedAt'> & { readonly changedAt: Date })[]> {
    return em.query(
      `select r.version, r.state, r.reason_code as "reasonCode", r.text, r.answer, u.full_name as "changedBy", r.changed_at as "changedAt"
       from petition_revision r join user_account u on u.id = r.changed_by where r.petition_id = $1 order by r.version desc`,
      [id],
    );
  }

  /** The version that a petition has now becomes a line of its history. */
  keepRevision(em: EntityManager, id: string, changedBy: string): Promise<unknown> {
    return em.query(
      `insert into petition_revision (petition_id, version, state, reason_code, text, answer, changed_by)
       select id, version, state, reason_code, text, answer, $2 from petition where id = $1`,
      [id, changedBy],
    );
  }
}

const iso = (moment: string): string => `to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const PLACE = `
  a.id as "assessmentId", a.cycle_id as "cycleId", c.title as "cycleTitle", c.phase, c.lead_agency_id as "leadAgencyId", now() as now,
  jsonb_build_object('id', g.id, 'code', g.code, 'name', g.name, 'shortName', g.short_name) as agency, p.criteria_set_id as "criteriaSetId",
  coalesce((select jsonb_agg(e.code) from participant_exemption e where e.participant_id = p.id), '[]') as exempt,
  (select jsonb_build_object('opensAt', ${iso('w.opens_at')}, 'deadlineAt', ${iso('w.deadline_at')}, 'closeAt', ${iso('w.close_at')})
    from agency_window(p.id, 'preliminary') w) as "window",
  extension_in_force(p.id, 'preliminary') as extension`;

const PLACES = `
  assessment a join participant p on p.id = a.participant_id join agency g on g.id = a.agency_id join cycle c on c.id = a.cycle_id`;

const SELECT = `
  select t.id, t.code, t.reason_code as "reasonCode", t.text, t.state, t.late, t.filed_at as "filedAt", f.full_name as "filedBy", t.answer,
    t.answered_at as "answeredAt", t.item_id as "itemId", i.outcome, t.version, ${PLACE}
  from petition t
  join ${PLACES.trim().replace(/^assessment a join/, 'assessment a on a.id = t.assessment_id join')}
  left join user_account f on f.id = t.filed_by
  left join council_item i on i.id = t.item_id`;
