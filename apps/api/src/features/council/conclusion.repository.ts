import { Injectable } from '@nestjs/common';
import type { AgencyRef, AssessmentState, ChairPlace, PersonRef, Phase } from '@par-index/contract';
import type { EntityManager } from 'typeorm';
import { VIETNAMESE_ORDER } from '../../platform/database/search';
import { CHAIRLESS, type Reader } from './council.repository';

/** One assessment before the council. */
export interface ConclusionRow {
  readonly assessmentId: string;
  readonly cycleId: string;
  readonly phase: Phase;
  readonly agency: AgencyRef;
  readonly state: AssessmentState;
  readonly version: number;
  readonly open: number;
  readonly closed: number;
  readonly chair: ChairPlace;
  readonly actingChairId: string | null;
  readonly actingChair: string | null;
  readonly actingVersion: number;
  /** Whether the reader leads in the place of a chair, and there is none. */
  readonly leads: boolean;
}

@Injectable()
export class ConclusionRepository {
  async list(em: EntityManager, { userId, agencyIds }: Reader, filter: { readonly cycleId: string; readonly search: string | null; readonly skip: number; readonly pageSize: number }) {
    const { cycleId, search, skip, pageSize } = filter;
    const rows: readonly (ConclusionRow & { readonly total: number })[] = await em.query(LIST, [cycleId, userId, agencyIds, search, skip, pageSize]);
    return { items: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
  }

  /** Null where it is not there, or of an agency of the reader's own. */
  async find(em: EntityManager, { userId, agencyIds }: Reader, assessmentId: string): Promise<ConclusionRow | null> {
    const [row]: readonly ConclusionRow[] = await em.query(ONE, [assessmentId, userId, agencyIds]);
    return row ?? null;
  }

  /** Members of the council who do not belong to the agency. */
  candidates(em: EntityManager, assessmentId: string): Promise<readonly PersonRef[]> {
    return em.query(CANDIDATES, [assessmentId]);
  }
}

const ROWS = `
  select a.id as "assessmentId", a.cycle_id as "cycleId", c.phase, a.state, a.version,
    jsonb_build_object('id', g.id, 'code', g.code, 'name', g.name, 'shortName', g.short_name) as agency,
    (select count(*)::int from council_item i where i.assessment_id = a.id and i.state <> 'closed') as open,
    (select count(*)::int from council_item i where i.assessment_id = a.id and i.state = 'closed') as closed,
    case when not ${CHAIRLESS} then 'there' when k.user_id is null then 'missing' else 'acting' end as chair,
    u.id as "actingChairId", u.full_name as "actingChair", coalesce(k.version, 0) as "actingVersion", coalesce(k.user_id = $2 and ${CHAIRLESS}, false) as leads`;

const FROM = `
  from assessment a
  join cycle c on c.id = a.cycle_id
  join agency g on g.id = a.agency_id
  left join council_acting_chair k on k.assessment_id = a.id
  left join user_account u on u.id = k.user_id`;

const LIST = `${ROWS}, count(*) over ()::int as total ${FROM}
  where a.cycle_id = $1 and a.agency_id <> all($3::uuid[]) and ($4::text is null or fold(g.name || ' ' || g.short_name) like fold($4))
  order by (a.state = 'reappraised') desc, g.name ${VIETNAMESE_ORDER}, a.id offset $5 limit $6`;

const ONE = `${ROWS} ${FROM} where a.id = $1 and a.agency_id <> all($3::uuid[])`;

const CANDIDATES = `
  select distinct u.id, u.full_name as "fullName"
  from assessment a
  join user_grant h on h.role = 'council-member'
  join user_account u on u.id = h.user_id and u.active
  where a.id = $1 and not exists (select from user_grant own where own.user_id = u.id and own.agency_id = a.agency_id)
  order by u.full_name, u.id`;
