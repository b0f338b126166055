import { Injectable } from '@nestjs/common';
import type { AgencyRef, ProposalState, SurveyMapping } from '@par-index/contract';
import type { Answer } from '@par-index/scoring';
import type { EntityManager } from 'typeorm';
import { VIETNAMESE_ORDER } from '../../platform/database/search';

/** An agency of the cycle that a criterion may get a figure for. */
export interface Fed {
  readonly assessmentId: string;
  readonly agency: AgencyRef;
  readonly agencyGroup: string;
  readonly criteriaSetId: string;
  readonly exempt: readonly string[];
}

export interface AgencyTally {
  readonly agencyId: string;
  readonly groupCode: string;
  readonly question: string;
  readonly option: string;
  readonly count: number;
}

export interface ExternalRow {
  readonly agencyId: string;
  readonly code: string;
  readonly percent: string;
  readonly responses: number | null;
  readonly source: string;
}

/** The newest proposal of a campaign for one place. */
export interface NewestProposal {
  readonly id: string;
  readonly assessmentId: string;
  readonly code: string;
  readonly answer: Answer;
  readonly state: ProposalState;
}

export interface NewProposal {
  readonly assessmentId: string;
  readonly code: string;
  readonly answer: Answer;
  readonly points: string | null;
  readonly responses: number | null;
  readonly percent: string;
  readonly low: string | null;
  readonly high: string | null;
  readonly source: string;
}

export interface ProposalRow extends NewProposal {
  readonly id: string;
  readonly agency: AgencyRef;
  readonly criteriaSetId: string;
  readonly standing: Answer | null;
  readonly state: ProposalState;
  readonly reason: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}

@Injectable()
export class ProposalRepository {
  listMappings(em: EntityManager, campaignId: string): Promise<readonly SurveyMapping[]> {
    return em.query(`select agency_group as "agencyGroup", code, questions, groups from survey_mapping where campaign_id = $1 order by agency_group, code`, [campaignId]);
  }

  /** The sets of the campaign's cycle, by the group of agencies that they score. */
  listSets(em: EntityManager, cycleId: string): Promise<readonly { readonly agencyGroup: string; readonly groupName: string; readonly criteriaSetId: string }[]> {
    return em.query(
      `select s.group_code as "agencyGroup", g.name as "groupName", s.criteria_set_id as "criteriaSetId"
       from cycle_set s join agency_group g on g.code = s.group_code where s.cycle_id = $1 order by g.position, g.code`,
      [cycleId],
    );
  }

  listFed(em: EntityManager, cycleId: string): Promise<readonly Fed[]> {
    return em.query(FED, [cycleId]);
  }

  /** By agency: of a matrix those that were rated, elsewhere those whose offices served. */
  listTally(em: EntityManager, campaignId: string): Promise<readonly AgencyTally[]> {
    return em.query(TALLY, [campaignId]);
  }

  /** N of each agency: the sum of its offices', where all of them have one. */
  listPopulations(em: EntityManager, campaignId: string): Promise<readonly { readonly agencyId: string; readonly population: number | null }[]> {
    return em.query(
      `select agency_id as "agencyId", case when bool_and(population is not null) then sum(population)::int end as population from survey_office where campaign_id = $1 group by agency_id`,
      [campaignId],
    );
  }

  listExternal(em: EntityManager, campaignId: string): Promise<readonly ExternalRow[]> {
    return em.query(`select agency_id as "agencyId", code, percent::text, responses, source from survey_external_result where campaign_id = $1 order by agency_id, code`, [campaignId]);
  }

  /** Locked. */
  listNewest(em: EntityManager, campaignId: string): Promise<readonly NewestProposal[]> {
    return em.query(
      `select distinct on (assessment_id, code) id, assessment_id as "assessmentId", code, answer, state from survey_proposal
       where campaign_id = $1 order by assessment_id, code, (state = 'open') desc, proposed_at desc, id`,
      [campaignId],
    );
  }

  /** Also those of other campaigns for the same places: the later one speaks. */
  async supersede(em: EntityManager, places: readonly { readonly assessmentId: string; readonly code: string }[]): Promise<number> {
    const [, count]: [unknown, number] = await em.query(SUPERSEDE, [JSON.stringify(places)]);
    return count;
  }

  async insert(em: EntityManager, campaignId: string, proposals: readonly NewProposal[]): Promise<void> {
    await em.query(INSERT, [campaignId, JSON.stringify(proposals)]);
  }

  list(em: EntityManager, campaignId: string): Promise<readonly ProposalRow[]> {
    return em.query(`${PROPOSALS} where p.campaign_id = $1 order by p.state <> 'open', p.code, g.name ${VIETNAMESE_ORDER}, p.proposed_at desc, p.id`, [campaignId]);
  }

  /** Locked, in the order of their ids. */
  async lock(em: EntityManager, campaignId: string, ids: readonly string[]): Promise<readonly ProposalRow[]> {
    await em.query('select id from survey_proposal where campaign_id = $1 and id = any($2::uuid[]) order by id for update', [campaignId, ids]);
    return em.query(`${PROPOSALS} where p.campaign_id = $1 and p.id = any($2::uuid[]) order by p.id`, [campaignId, ids]);
  }

  async decide(em: EntityManager, ids: readonly string[], fields: { readonly state: 'accepted' | 'rejected'; readonly reason: string; readonly by: string }): Promise<void> {
    await em.query('update survey_proposal set state = $2, reason = $3, decided_by = $4, decided_at = now() where id = any($1::uuid[])', [ids, fields.state, fields.reason, fields.by]);
  }
}

const FED = `
  select a.id as "assessmentId", jsonb_build_object('id', g.id, 'code', g.code, 'name', g.name, 'shortName', g.short_name) as agency,
    cs.group_code as "agencyGroup", p.criteria_set_id as "criteriaSetId",
    coalesce((select jsonb_agg(e.code) from participant_exemption e where e.participant_id = p.id), '[]') as exempt
  from assessment a join participant p on p.id = a.participant_id join criteria_set cs on cs.id = p.criteria_set_id join agency g on g.id = a.agency_id
  where a.cycle_id = $1 order by g.name ${VIETNAMESE_ORDER}, a.id`;

const TALLY = `
  select coalesce(t.agency_id, o.agency_id) as "agencyId", t.group_code as "groupCode", t.question, t.option, sum(t.count)::int as count
  from survey_tally t left join survey_office o on o.id = t.office_id
  where t.campaign_id = $1 and t.question <> '' and coalesce(t.agency_id, o.agency_id) is not null group by 1, 2, 3, 4`;

const SUPERSEDE = `
  update survey_proposal p set state = 'superseded' from jsonb_to_recordset($1::jsonb) as w("assessmentId" uuid, code text)
  where p.assessment_id = w."assessmentId" and p.code = w.code and p.state = 'open'`;

const INSERT = `
  insert into survey_proposal (campaign_id, assessment_id, code, answer, points, responses, percent, low, high, source)
  select $1::uuid, "assessmentId", code, answer, points, responses, percent, low, high, source
  from jsonb_to_recordset($2::jsonb) as w("assessmentId" uuid, code text, answer jsonb, points numeric, responses int, percent numeric, low numeric, high numeric, source text)`;

const PROPOSALS = `
  select p.id, p.assessment_id as "assessmentId", p.code, p.answer, p.points, p.responses, p.percent::text, p.low::text, p.high::text, p.source, p.state, p.reason,
    u.full_name as "decidedBy", p.decided_at as "decidedAt", r.criteria_set_id as "criteriaSetId", l.answer as standing,
    jsonb_build_object('id', g.id, 'code', g.code, 'name', g.name, 'shortName', g.short_name) as agency
  from survey_proposal p join assessment a on a.id = p.assessment_id join participant r on r.id = a.participant_id join agency g on g.id = a.agency_id
  left join user_account u on u.id = p.decided_by
  left join appraisal_layer l on l.assessment_id = p.assessment_id and l.code = p.code and l.layer = 'base'`;
