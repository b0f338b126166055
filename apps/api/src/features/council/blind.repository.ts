import { type Actor, type AgencyRef, BLIND_ASSIGNERS, type BlindCandidate, type BlindLeniency, type BlindOpinionView, type BlindSeat, holds, STANDARD_BLIND } from '@par-index/contract';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { VIETNAMESE_ORDER } from '../../platform/database/search';

/** Whose eyes read a blind appraisal. */
export interface BlindViewer {
  readonly userId: string;
  readonly agencyIds: readonly string[];
  /** Whether they choose the two members. */
  readonly assigns: boolean;
}

export const viewerOf = (actor: Actor): BlindViewer => ({
  userId: actor.id,
  agencyIds: [...new Set(actor.grants.map(({ agencyId }) => agencyId))],
  assigns: holds(actor, BLIND_ASSIGNERS),
});

/** The blind appraisal of an item as far as the viewer may know it: the query hands out no more. */
export interface BlindRow {
  readonly id: string;
  readonly state: 'open' | 'compared';
  readonly version: number;
  readonly threshold: number;
  readonly seat: BlindSeat;
  readonly members: readonly string[] | null;
  readonly awaited: readonly string[] | null;
  readonly opinions: readonly (BlindOpinionView & { readonly isMine: boolean })[];
  readonly gap: number | null;
  readonly withinThreshold: boolean | null;
  readonly proposalId: string | null;
}

export interface BlindListRow extends Pick<BlindRow, 'id' | 'state' | 'seat' | 'members' | 'awaited' | 'gap' | 'withinThreshold'> {
  readonly itemId: string;
  readonly agency: AgencyRef;
  readonly code: string;
  readonly criteriaSetId: string;
}

export interface BlindListFilter {
  readonly cycleId: string;
  readonly mine: boolean;
  readonly skip: number;
  readonly pageSize: number;
}

export interface BlindFigureRow {
  readonly compared: number;
  readonly withinThreshold: number;
  readonly exact: number;
  readonly meanGap: number | null;
  readonly meanGapPercent: number | null;
  readonly members: readonly BlindLeniency[];
}

@Injectable()
export class BlindRepository {
  /** Null where nobody was asked, or it was called off. */
  async find(em: EntityManager, { userId, assigns }: BlindViewer, itemId: string): Promise<BlindRow | null> {
    const [row]: readonly BlindRow[] = await em.query(FIND, [itemId, userId, assigns]);
    return row ?? null;
  }

  async list(em: EntityManager, { userId, assigns, agencyIds }: BlindViewer, { cycleId, mine, skip, pageSize }: BlindListFilter) {
    const rows: readonly (BlindListRow & { readonly total: number })[] = await em.query(LIST, [cycleId, userId, assigns, agencyIds, mine, skip, pageSize]);
    return { items: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
  }

  /** Those entitled on the item who do not belong to its agency today. */
  candidates(em: EntityManager, itemId: string): Promise<readonly BlindCandidate[]> {
    return em.query(CANDIDATES, [itemId]);
  }

  async setting(em: EntityManager, cycleId: string): Promise<{ readonly mode: string; readonly threshold: number }> {
    const [row]: readonly { readonly mode: string; readonly threshold: number }[] = await em.query(
      'select blind_mode as mode, blind_threshold::float8 as threshold from council_setting where cycle_id = $1',
      [cycleId],
    );
    return row ?? STANDARD_BLIND;
  }

  /** Over what is compared, the reader's own agencies left out. */
  async figures(em: EntityManager, cycleId: string, agencyIds: readonly string[]): Promise<BlindFigureRow> {
    const [row]: readonly BlindFigureRow[] = await em.query(FIGURES, [cycleId, agencyIds]);
    if (!row) {
      throw new Error('The figures of the blind appraisals were not read');
    }
    return row;
  }

  /** Both are in: how far apart they are is computed by the database, exactly. */
  async compare(em: EntityManager, blindId: string, at: Date): Promise<{ readonly gap: string; readonly within: boolean }> {
    const [[row]]: readonly [readonly { readonly gap: string; readonly within: boolean }[], number] = await em.query(COMPARE, [blindId, at]);
    if (!row) {
      throw new Error(`Blind appraisal ${blindId} was not compared`);
    }
    return row;
  }
}

const iso = (moment: string): string => `to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const IS_SEATED = '$2 in (b.first_id, b.second_id)';
const GAVE = (person: string): string => `exists (select from blind_opinion o where o.blind_id = b.id and o.member_id = ${person})`;
const NAMES = (more: string): string =>
  `(select jsonb_agg(u.full_name order by u.full_name ${VIETNAMESE_ORDER}, u.id) from user_account u where u.id in (b.first_id, b.second_id) ${more})`;

/**
 * What `$2` may know of blind appraisal `b`; `$3`: whether they choose the two. The two are told of each other when both are in, and who is
 * awaited is told to nobody who is one of them.
 */
const SEEN = `
  b.id, b.state, case when not ${IS_SEATED} then 'none' when ${GAVE('$2')} then 'given' else 'to-give' end as seat,
  case when b.state = 'compared' or ($3 and not ${IS_SEATED}) then ${NAMES('')} end as members,
  case when b.state = 'open' and $3 and not ${IS_SEATED} then coalesce(${NAMES(`and not ${GAVE('u.id')}`)}, '[]') end as awaited,
  b.gap::float8 as gap, b.within_threshold as "withinThreshold"`;

const FIND = `
  select ${SEEN}, b.version, b.threshold::float8 as threshold, b.proposal_id as "proposalId",
    coalesce((select jsonb_agg(jsonb_build_object('isMine', o.member_id = $2, 'by', u.full_name, 'kind', o.kind, 'answer', o.answer, 'points', o.points::float8,
        'reason', o.reason, 'givenAt', ${iso('o.given_at')}) order by u.full_name ${VIETNAMESE_ORDER}, u.id)
      from blind_opinion o join user_account u on u.id = o.member_id
      where o.blind_id = b.id and (b.state = 'compared' or o.member_id = $2)), '[]') as opinions
  from blind_appraisal b where b.item_id = $1 and b.state <> 'withdrawn'`;

const LIST = `
  select ${SEEN}, b.item_id as "itemId", i.code, p.criteria_set_id as "criteriaSetId",
    jsonb_build_object('id', g.id, 'code', g.code, 'name', g.name, 'shortName', g.short_name) as agency, count(*) over ()::int as total
  from blind_appraisal b
  join council_item i on i.id = b.item_id
  join assessment a on a.id = i.assessment_id
  join participant p on p.id = a.participant_id
  join agency g on g.id = a.agency_id
  where i.cycle_id = $1 and b.state <> 'withdrawn' and a.agency_id <> all($4::uuid[]) and (${IS_SEATED} or ($3 and not $5::boolean))
  order by b.state desc, (${IS_SEATED} and not ${GAVE('$2')}) desc, g.name ${VIETNAMESE_ORDER}, i.code, i.id offset $6 limit $7`;

const CANDIDATES = `
  select u.id, u.full_name as "fullName",
    exists (select from user_grant g join appraisal_assignment t on t.agency_id = g.agency_id where g.user_id = u.id and t.assessment_id = i.assessment_id and t.code = i.code)
      as "ofAppraiser",
    (select count(*)::int from blind_appraisal b join council_item o on o.id = b.item_id
      where o.cycle_id = i.cycle_id and b.state <> 'withdrawn' and u.id in (b.first_id, b.second_id)) as seats
  from council_item i
  join assessment a on a.id = i.assessment_id
  join council_entitled e on e.item_id = i.id
  join user_account u on u.id = e.user_id and u.active
  where i.id = $1
    and not exists (select from user_grant own where own.user_id = u.id and own.agency_id = a.agency_id)
    and exists (select from user_grant g where g.user_id = u.id and g.role in ('council-member', 'council-chair'))
  order by u.full_name ${VIETNAMESE_ORDER}, u.id`;

const COMPARE = `
  update blind_appraisal b set state = 'compared', compared_at = $2, version = b.version + 1, gap = d.gap, within_threshold = d.gap * 100 <= b.threshold * b.max
  from (select max(points) - min(points) as gap from blind_opinion where blind_id = $1) d
  where b.id = $1 returning b.gap, b.within_threshold as within`;

/** Means are exact in the database's decimals, and rounded once. */
const FIGURES = `
  with compared as (
    select b.* from blind_appraisal b join council_item i on i.id = b.item_id join assessment a on a.id = i.assessment_id
    where i.cycle_id = $1 and b.state = 'compared' and a.agency_id <> all($2::uuid[])
  ), each as (
    select o.member_id, o.points - p.points as more, b.max
    from compared b join blind_opinion o on o.blind_id = b.id join blind_opinion p on p.blind_id = b.id and p.member_id <> o.member_id
  ), lenient as (
    select u.full_name as name, u.id, (select string_agg(distinct g.short_name, ', ') from user_grant r join agency g on g.id = r.agency_id
        where r.user_id = u.id and r.role in ('council-member', 'council-chair')) as agency,
      count(*)::int as items, round(avg(e.more), 4)::float8 as leniency, round(avg(e.more * 100 / nullif(e.max, 0)), 4)::float8 as "leniencyPercent"
    from each e join user_account u on u.id = e.member_id group by u.id
  )
  select count(*)::int as compared, count(*) filter (where within_threshold)::int as "withinThreshold", count(*) filter (where gap = 0)::int as exact,
    round(avg(gap), 4)::float8 as "meanGap", round(avg(gap * 100 / nullif(max, 0)), 4)::float8 as "meanGapPercent",
    coalesce((select jsonb_agg(jsonb_build_object('name', l.name, 'agency', coalesce(l.agency, ''), 'items', l.items, 'leniency', l.leniency,
      'leniencyPercent', coalesce(l."leniencyPercent", 0)) order by l.name ${VIETNAMESE_ORDER}, l.id) from lenient l), '[]') as members
  from compared`;
