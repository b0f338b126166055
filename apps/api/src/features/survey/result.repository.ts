import { Injectable } from '@nestjs/common';
import type { AgencyRef, Questionnaire } from '@par-index/contract';
import type { EntityManager } from 'typeorm';
import { VIETNAMESE_ORDER } from '../../platform/database/search';

/** One part of a campaign's forms, or all of them. */
export interface ResultPart {
  readonly officeId: string | null;
  readonly groupCode: string | null;
}

export interface CountRow {
  readonly question: string;
  readonly agencyId: string | null;
  readonly option: string;
  readonly count: number;
}

/** Of each part: forms, or answers to a question. */
export interface PartCount {
  readonly part: string;
  readonly question: string;
  readonly count: number;
}

export interface PartSatisfaction {
  readonly part: string;
  readonly satisfied: number;
  readonly counted: number;
}

/** An option that counts, and whether it counts as satisfied. */
export interface CountedOpinion {
  readonly question: string;
  readonly option: string;
  readonly satisfied: boolean;
}

export interface Comparable {
  readonly id: string;
  readonly title: string;
  readonly closesAt: Date;
  readonly leastShown: number;
  readonly questionnaire: Questionnaire;
  /** The same office there: null where the whole is compared, or there is none. */
  readonly officeId: string | null;
}

/** Which column parts the forms. */
export type Partition = 'office_id' | 'group_code';

@Injectable()
export class ResultRepository {
  counts(em: EntityManager, campaignId: string, { officeId, groupCode }: ResultPart): Promise<readonly CountRow[]> {
    return em.query(COUNTS, [campaignId, officeId, groupCode]);
  }

  /** With the forms of each part under the question ''. Forms without an office are the part ''. */
  answered(em: EntityManager, campaignId: string, partition: Partition): Promise<readonly PartCount[]> {
    return em.query(
      `select coalesce(${partition}::text, '') as part, question, sum(count)::int as count from survey_tally
       where campaign_id = $1 and option = '' and agency_id is null group by 1, 2`,
      [campaignId],
    );
  }

  satisfaction(em: EntityManager, campaignId: string, partition: Partition, opinions: readonly CountedOpinion[]): Promise<readonly PartSatisfaction[]> {
    return em.query(
      `select coalesce(t.${partition}::text, '') as part, coalesce(sum(t.count) filter (where s.satisfied), 0)::int as satisfied, sum(t.count)::int as counted
       from survey_tally t join jsonb_to_recordset($2::jsonb) as s(question text, option text, satisfied boolean) on s.question = t.question and s.option = t.option
       where t.campaign_id = $1 group by 1`,
      [campaignId, JSON.stringify(opinions)],
    );
  }

  listAgencies(em: EntityManager, campaignId: string): Promise<readonly AgencyRef[]> {
    return em.query(
      `select a.id, a.code, a.name, a.short_name as "shortName" from agency a
       where exists (select from survey_office o where o.campaign_id = $1 and o.agency_id = a.id) order by a.name ${VIETNAMESE_ORDER}, a.id`,
      [campaignId],
    );
  }

  /** This one, and the closed ones that asked by a questionnaire of the same code. */
  listComparable(em: EntityManager, campaignId: string, officeId: string | null): Promise<readonly Comparable[]> {
    return em.query(COMPARABLE, [campaignId, officeId]);
  }

  async invited(em: EntityManager, campaignId: string, groupCode: string | null): Promise<number> {
    const [row]: readonly { readonly count: number }[] = await em.query(
      `select count(*)::int as count from survey_invitation where campaign_id = $1 and state <> 'withdrawn' and ($2::text is null or group_code = $2)`,
      [campaignId, groupCode],
    );
    return row?.count ?? 0;
  }
}

const COUNTS = `
  select question, agency_id as "agencyId", option, sum(count)::int as count from survey_tally
  where campaign_id = $1 and ($2::uuid is null or office_id = $2) and ($3::text is null or group_code = $3) group by 1, 2, 3`;

const COMPARABLE = `
  select c.id, c.title, c.closes_at as "closesAt", c.least_shown as "leastShown", q.document as questionnaire, case when $2::uuid is null then null else (
      select o.id from survey_office o join survey_office s on s.id = $2 and s.agency_id = o.agency_id and s.name = o.name where o.campaign_id = c.id) end as "officeId"
  from survey_campaign c join survey_questionnaire q on q.id = c.questionnaire_id
  where c.id = $1 or (c.state = 'closed' and q.code = (select b.code from survey_campaign a join survey_questionnaire b on b.id = a.questionnaire_id where a.id = $1))
  order by c.closes_at desc, c.id limit 12`;
