import { Injectable } from '@nestjs/common';
import type { AgencyRef, CampaignProgress, CampaignState, Questionnaire } from '@par-index/contract';
import type { EntityManager } from 'typeorm';
import { containing, VIETNAMESE_ORDER } from '../../platform/database/search';

export interface CampaignRow {
  readonly id: string;
  readonly title: string;
  readonly state: CampaignState;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly questionnaireTitle: string;
  readonly cycleId: string | null;
  readonly cycleTitle: string | null;
  readonly offices: number;
  readonly received: number;
  readonly version: number;
}

export interface CampaignDetail extends CampaignRow {
  readonly questionnaireId: string;
  readonly questionnaireCode: string;
  readonly questionnaire: Questionnaire;
  readonly graceHours: number;
  readonly leastShown: number;
  readonly errorPercent: number;
  readonly linkCode: string;
  readonly closedAt: Date | null;
  readonly closedReason: string | null;
  readonly groups: readonly { readonly code: string; readonly name: string; readonly byInvitation: boolean }[];
  readonly officeList: readonly OfficeRow[];
}

export interface OfficeRow {
  readonly id: string;
  readonly agency: AgencyRef;
  readonly name: string;
  readonly population: number | null;
  readonly linkCode: string;
}

interface Listed {
  readonly skip: number;
  readonly pageSize: number;
  readonly search: string | null;
  readonly state: CampaignState | null;
}

@Injectable()
export class CampaignRepository {
  async list(em: EntityManager, { skip, pageSize, search, state }: Listed): Promise<{ readonly rows: readonly CampaignRow[]; readonly total: number }> {
    const pattern = search === null ? null : containing(search);
    const rows: readonly (CampaignRow & { readonly total: number })[] = await em.query(
      `select ${COLUMNS}, count(*) over ()::int as total from ${TABLES}
       where ($3::text is null or fold(c.title) like fold($3)) and ($4::text is null or c.state = $4) order by c.created_at desc, c.id offset $1 limit $2`,
      [skip, pageSize, pattern, state],
    );
    return { rows, total: rows[0]?.total ?? 0 };
  }

  async find(em: EntityManager, id: string): Promise<CampaignDetail | null> {
    const [row]: readonly CampaignDetail[] = await em.query(DETAIL, [id]);
    return row ?? null;
  }

  async progress(em: EntityManager, id: string): Promise<Progress> {
    const [row]: readonly Progress[] = await em.query(PROGRESS, [id]);
    return row ?? { waiting: 0, arrivals: [], groups: [] };
  }
}

export interface Progress {
  readonly waiting: number;
  readonly arrivals: readonly { readonly officeId: string | null; readonly groupCode: string; readonly channel: CampaignProgress['channels'][number]['channel']; readonly count: number }[];
  readonly groups: readonly { readonly code: string; readonly name: string; readonly invited: number; readonly spent: number }[];
}

const COLUMNS = `
  c.id, c.title, c.state, c.opens_at as "opensAt", c.closes_at as "closesAt", q.title as "questionnaireTitle", c.cycle_id as "cycleId", y.title as "cycleTitle",
  (select count(*)::int from survey_office o where o.campaign_id = c.id) as offices,
  (select count(*)::int from survey_arrival a where a.campaign_id = c.id) as received, c.version`;

const TABLES = `survey_campaign c join survey_questionnaire q on q.id = c.questionnaire_id left join cycle y on y.id = c.cycle_id`;

const DETAIL = `
  select ${COLUMNS}, c.questionnaire_id as "questionnaireId", q.code as "questionnaireCode", q.document as questionnaire, c.grace_hours as "graceHours",
    c.least_shown as "leastShown", c.error_percent as "errorPercent", c.link_code as "linkCode", c.closed_at as "closedAt", c.closed_reason as "closedReason",
    coalesce((select jsonb_agg(jsonb_build_object('code', g.group_code, 'name', r.name, 'byInvitation', g.by_invitation) order by r.position, r.code)
      from survey_group g join respondent_group r on r.code = g.group_code where g.campaign_id = c.id), '[]') as groups,
    coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'population', o.population, 'linkCode', o.link_code,
      'agency', jsonb_build_object('id', a.id, 'code', a.code, 'name', a.name, 'shortName', a.short_name))
      order by a.name ${VIETNAMESE_ORDER}, o.name ${VIETNAMESE_ORDER}, o.id)
      from survey_office o join agency a on a.id = o.agency_id where o.campaign_id = c.id), '[]') as "officeList"
  from ${TABLES} where c.id = $1`;

const PROGRESS = `
  select (select count(*)::int from survey_sealed_form f where f.campaign_id = c.id) as waiting,
    coalesce((select jsonb_agg(jsonb_build_object('officeId', a.office_id, 'groupCode', a.group_code, 'channel', a.channel, 'count', a.count))
      from (select office_id, group_code, channel, count(*)::int as count from survey_arrival where campaign_id = c.id group by office_id, group_code, channel) a), '[]') as arrivals,
    coalesce((select jsonb_agg(jsonb_build_object('code', g.group_code, 'name', r.name,
      'invited', (select count(*)::int from survey_invitation i where i.campaign_id = c.id and i.group_code = g.group_code and i.state <> 'withdrawn'),
      'spent', (select count(*)::int from survey_invitation i where i.campaign_id = c.id and i.group_code = g.group_code and i.state = 'spent')) order by r.position, r.code)
      from survey_group g join respondent_group r on r.code = g.group_code where g.campaign_id = c.id), '[]') as groups
  from survey_campaign c where c.id = $1`;
