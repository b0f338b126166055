import { Injectable } from '@nestjs/common';
import type { ItemOrigin, ItemOutcome, ItemState, ProposalKind } from '@par-index/contract';
import type { EntityManager } from 'typeorm';
import { VIETNAMESE_ORDER } from '../../platform/database/search';
import type { MinutesMember } from './minutes-content';

export interface MinutesHead {
  readonly cycleTitle: string;
  readonly year: number;
  readonly now: Date;
  readonly members: readonly MinutesMember[];
  readonly omitted: readonly string[];
}

export interface MinutesRow {
  readonly criteriaSetId: string;
  readonly agency: string;
  readonly code: string;
  readonly origin: ItemOrigin;
  readonly state: ItemState;
  readonly outcome: ItemOutcome | null;
  readonly carriedId: string | null;
  readonly chairReason: string;
  readonly entitled: number;
  readonly cast: number;
  readonly proposals: readonly MinutesProposalRow[];
}

export interface MinutesProposalRow {
  readonly id: string;
  readonly kind: ProposalKind;
  readonly points: string | null;
  readonly reason: string;
  readonly by: string | null;
  /** Null while the item is open: the database does not hand them out. */
  readonly votes: number | null;
}

/** Everything of one cycle's council in two queries, however long it sat. */
@Injectable()
export class MinutesRepository {
  /** Null where there is no such cycle. */
  async head(em: EntityManager, cycleId: string, agencyIds: readonly string[]): Promise<MinutesHead | null> {
    const [row]: readonly MinutesHead[] = await em.query(HEAD, [cycleId, agencyIds]);
    return row ?? null;
  }

  rows(em: EntityManager, cycleId: string, agencyIds: readonly string[]): Promise<readonly MinutesRow[]> {
    return em.query(ROWS, [cycleId, agencyIds]);
  }
}

const HEAD = `
  select c.title as "cycleTitle", c.year, now() as now,
    coalesce((select jsonb_agg(jsonb_build_object('name', m.name, 'isChair', m.chair, 'agency', m.agency) order by m.chair desc, m.name)
      from (select u.full_name as name, g.name as agency, bool_or(r.role = 'council-chair') as chair
        from user_grant r join user_account u on u.id = r.user_id and u.active join agency g on g.id = r.agency_id
        where r.role in ('council-member', 'council-chair') group by u.id, u.full_name, g.name) m), '[]') as members,
    coalesce((select jsonb_agg(g.name order by g.name) from assessment a join agency g on g.id = a.agency_id
      where a.cycle_id = c.id and a.agency_id = any($2::uuid[])), '[]') as omitted
  from cycle c where c.id = $1`;

const ROWS = `
  select p.criteria_set_id as "criteriaSetId", g.name as agency, i.code, i.origin, i.state, i.outcome, i.carried_id as "carriedId", i.chair_reason as "chairReason",
    (select count(*)::int from council_entitled e where e.item_id = i.id) as entitled,
    (select count(*)::int from council_vote v where v.item_id = i.id) as "cast",
    coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'kind', o.kind, 'points', o.points::text, 'reason', o.reason, 'by', u.full_name,
        'votes', case when i.state = 'closed' then (select count(*)::int from council_vote v where v.proposal_id = o.id) end)
        order by array_position(array['agency', 'appraisal', 'blind', 'award'], o.kind), o.proposed_at, o.id)
      from council_proposal o left join user_account u on u.id = o.proposed_by where o.item_id = i.id), '[]') as proposals
  from council_item i
  join assessment a on a.id = i.assessment_id
  join participant p on p.id = a.participant_id
  join agency g on g.id = a.agency_id
  where i.cycle_id = $1 and a.agency_id <> all($2::uuid[])
  order by g.name ${VIETNAMESE_ORDER}, i.code, i.id`;
