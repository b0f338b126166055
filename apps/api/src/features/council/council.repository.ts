import { Injectable } from '@nestjs/common';
import { type BlindMode, type CouncilItemSummary, type ItemOrigin, type ItemOutcome, type ItemState, type Phase, type ProposalKind, STANDARD_BLIND, type Window } from '@par-index/contract';
import type { Answer } from '@par-index/scoring';
import type { EntityManager } from 'typeorm';
import { VIETNAMESE_ORDER } from '../../platform/database/search';

/** Whose eyes read: nothing of the agencies that they belong to. */
export interface Reader {
  readonly userId: string;
  readonly agencyIds: readonly string[];
}

/** How the blind appraisal of an item stands; absent where there is none. */
export type BlindStanding = NonNullable<CouncilItemSummary['blind']>;

export interface ItemFilter {
  readonly cycleId: string;
  readonly state: ItemState | null;
  readonly blind: BlindStanding | null;
  readonly search: string | null;
}

export type SummaryRow = Omit<CouncilItemSummary, 'title'> & { readonly criteriaSetId: string };

export interface ItemRow {
  readonly id: string;
  readonly cycleId: string;
  readonly phase: Phase;
  readonly assessmentId: string;
  readonly agencyId: string;
  readonly code: string;
  readonly origin: ItemOrigin;
  readonly reason: string;
  readonly state: ItemState;
  readonly outcome: ItemOutcome | null;
  readonly carriedId: string | null;
  readonly chairReason: string;
  readonly version: number;
  readonly entitled: number;
  readonly cast: number;
  readonly isEntitled: boolean;
  readonly votedFor: string | null;
  readonly voteVersion: number;
  readonly explanation: string | null;
  readonly blindOpen: boolean;
  readonly blindMode: BlindMode;
  /** Whether somebody has voted, or proposed an award. */
  readonly begun: boolean;
  /** Whether the reader leads in the place of a chair, and there is none. */
  readonly leads: boolean;
  readonly actingChair: string | null;
  readonly previousId: string | null;
  readonly nextId: string | null;
}

export interface ProposalRow {
  readonly id: string;
  readonly kind: ProposalKind;
  readonly decisionKind: 'accept' | 'correct' | 'award';
  readonly answer: Answer | null;
  readonly points: string | null;
  readonly reason: string;
  readonly by: string | null;
  readonly votes: number;
}

export interface SittingRow {
  readonly cycleTitle: string;
  readonly phase: Phase;
  readonly window: Window | null;
  readonly now: Date;
  readonly gathered: number;
  readonly voting: number;
  readonly closed: number;
  readonly toVote: number;
  readonly concludable: number;
  readonly blindMode: BlindMode;
  readonly blindThreshold: number;
  readonly blindVersion: number;
  readonly blindOpen: number;
  readonly blindToGive: number;
  readonly blindApart: number;
}

@Injectable()
export class CouncilRepository {
  async list(em: EntityManager, reader: Reader, filter: ItemFilter, slice: { readonly skip: number; readonly pageSize: number }) {
    const given = [filter.cycleId, reader.userId, reader.agencyIds, filter.state, filter.search, filter.blind];
    const rows: readonly (SummaryRow & { readonly total: number })[] = await em.query(LIST, [...given, slice.skip, slice.pageSize]);
    return { items: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
  }

  /** Null where it is not there, or of an agency of the reader's own. */
  async find(em: EntityManager, reader: Reader, id: string): Promise<ItemRow | null> {
    const [row]: readonly ItemRow[] = await em.query(ITEM, [id, reader.userId, reader.agencyIds]);
    return row ?? null;
  }

  listProposals(em: EntityManager, itemId: string): Promise<readonly ProposalRow[]> {
    return em.query(PROPOSALS, [itemId]);
  }

  /** Null where there is no such cycle. */
  async sitting(em: EntityManager, reader: Reader, cycleId: string): Promise<SittingRow | null> {
    const [row]: readonly SittingRow[] = await em.query(SITTING, [cycleId, reader.userId, reader.agencyIds]);
    return row ?? null;
  }
}

/** Of item `i`: where its blind appraisal stands. */
const BLIND = `(select case b.within_threshold when true then 'within' when false then 'apart' else 'open' end
  from blind_appraisal b where b.item_id = i.id and b.state <> 'withdrawn')`;

/** What two members see too far apart comes first, until it is closed. */
const IN_ORDER = `order by (i.state <> 'closed' and ${BLIND} is not distinct from 'apart') desc, g.name ${VIETNAMESE_ORDER}, i.code, i.id`;

/** No chair of the council who is active, but for those of agency `a.agency_id`. */
export const CHAIRLESS = `not exists (
  select from user_grant h join user_account w on w.id = h.user_id and w.active
  where h.role = 'council-chair' and not exists (select from user_grant own where own.user_id = h.user_id and own.agency_id = a.agency_id))`;

const LIST = `
  select i.id, i.code, i.origin, i.state, i.outcome, p.criteria_set_id as "criteriaSetId",
    jsonb_build_object('id', g.id, 'code', g.code, 'name', g.name, 'shortName', g.short_name) as agency,
    (select count(*)::int from council_entitled e where e.item_id = i.id) as entitled,
    (select count(*)::int from council_vote v where v.item_id = i.id) as "cast",
    case when exists (select from council_entitled e where e.item_id = i.id and e.user_id = $2)
      then exists (select from council_vote v where v.item_id = i.id and v.user_id = $2) end as voted,
    ${BLIND} as blind, count(*) over ()::int as total
  from council_item i
  join assessment a on a.id = i.assessment_id
  join participant p on p.id = a.participant_id
  join agency g on g.id = a.agency_id
  where i.cycle_id = $1 and a.agency_id <> all($3::uuid[]) and ($4::text is null or i.state = $4)
    and ($5::text is null or fold(g.name || ' ' || g.short_name || ' ' || i.code) like fold($5))
    and ($6::text is null or ${BLIND} = $6)
  ${IN_ORDER} offset $7 limit $8`;

const ITEM = `
  with listed as (
    select i.id, lag(i.id) over w as "previousId", lead(i.id) over w as "nextId"
    from council_item i join assessment a on a.id = i.assessment_id join agency g on g.id = a.agency_id
    where i.cycle_id = (select cycle_id from council_item where id = $1) and a.agency_id <> all($3::uuid[])
    window w as (${IN_ORDER})
  )
  select i.id, i.cycle_id as "cycleId", c.phase, i.assessment_id as "assessmentId", a.agency_id as "agencyId", i.code, i.origin, i.reason, i.state, i.outcome,
    i.carried_id as "carriedId", i.chair_reason as "chairReason", i.version, l."previousId", l."nextId",
    (select count(*)::int from council_entitled e where e.item_id = i.id) as entitled,
    (select count(*)::int from council_vote v where v.item_id = i.id) as "cast",
    exists (select from council_entitled e where e.item_id = i.id and e.user_id = $2) as "isEntitled",
    v.proposal_id as "votedFor", coalesce(v.version, 0) as "voteVersion",
    (select x.text from explanation x where x.assessment_id = i.assessment_id and x.code = i.code and x.stance = 'explain') as explanation,
    exists (select from blind_appraisal b where b.item_id = i.id and b.state = 'open') as "blindOpen",
    coalesce((select s.blind_mode from council_setting s where s.cycle_id = i.cycle_id), '${STANDARD_BLIND.mode}') as "blindMode",
    exists (select from council_vote o where o.item_id = i.id) or exists (select from council_proposal o where o.item_id = i.id and o.kind = 'award') as begun,
    coalesce(k.user_id = $2 and ${CHAIRLESS}, false) as leads,
    case when ${CHAIRLESS} then (select u.full_name from user_account u where u.id = k.user_id) end as "actingChair"
  from council_item i
  join listed l on l.id = i.id
  join cycle c on c.id = i.cycle_id
  join assessment a on a.id = i.assessment_id
  left join council_vote v on v.item_id = i.id and v.user_id = $2
  left join council_acting_chair k on k.assessment_id = a.id
  where i.id = $1`;

const PROPOSALS = `
  select p.id, p.kind, p.decision_kind as "decisionKind", p.answer, p.points, p.reason, u.full_name as by,
    (select count(*)::int from council_vote v where v.proposal_id = p.id) as votes
  from council_proposal p left join user_account u on u.id = p.proposed_by
  where p.item_id = $1 order by array_position(array['agency', 'appraisal', 'blind', 'award'], p.kind), p.proposed_at, p.id`;

const iso = (moment: string): string => `to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const SITTING = `
  with items as (
    select i.* from council_item i join assessment a on a.id = i.assessment_id where i.cycle_id = $1 and a.agency_id <> all($3::uuid[])
  )
  select c.title as "cycleTitle", c.phase, now() as now,
    (select jsonb_build_object('opensAt', ${iso('w.opens_at')}, 'deadlineAt', ${iso('w.deadline_at')}, 'closeAt', ${iso('w.close_at')})
      from cycle_window w where w.cycle_id = c.id and w.phase = 'council') as "window",
    (select count(*)::int from items where state = 'gathered') as gathered,
    (select count(*)::int from items where state = 'voting') as voting,
    (select count(*)::int from items where state = 'closed') as closed,
    (select count(*)::int from items i join council_entitled e on e.item_id = i.id and e.user_id = $2
      where i.state = 'voting' and not exists (select from council_vote v where v.item_id = i.id and v.user_id = $2)
        and not exists (select from blind_appraisal b where b.item_id = i.id and b.state = 'open')) as "toVote",
    (select count(*)::int from assessment a where a.cycle_id = c.id and a.state = 'reappraised' and a.agency_id <> all($3::uuid[])
      and not exists (select from council_item i where i.assessment_id = a.id and i.state <> 'closed')) as concludable,
    coalesce(s.blind_mode, '${STANDARD_BLIND.mode}') as "blindMode", coalesce(s.blind_threshold, ${STANDARD_BLIND.threshold})::float8 as "blindThreshold",
    coalesce(s.version, 0) as "blindVersion",
    (select count(*)::int from items i where ${BLIND} = 'open') as "blindOpen",
    (select count(*)::int from items i where i.state = 'voting' and exists (
      select from blind_appraisal b where b.item_id = i.id and b.state = 'open' and $2 in (b.first_id, b.second_id)
        and not exists (select from blind_opinion o where o.blind_id = b.id and o.member_id = $2))) as "blindToGive",
    (select count(*)::int from items i where i.state <> 'closed' and ${BLIND} = 'apart') as "blindApart"
  from cycle c left join council_setting s on s.cycle_id = c.id where c.id = $1`;
