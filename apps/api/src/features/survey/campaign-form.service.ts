import { Injectable } from '@nestjs/common';
import type { AgencyRef, BallotKey, CampaignState, FormPlace, Questionnaire } from '@par-index/contract';
import type { EntityManager } from 'typeorm';
import { VIETNAMESE_ORDER } from '../../platform/database/search';
import { DomainError } from '../../platform/problem/domain-error';

/** What a campaign asks whom where. Once it is open nothing of this changes. */
export interface CampaignForm {
  readonly id: string;
  readonly title: string;
  readonly leastShown: number;
  readonly questionnaire: Questionnaire;
  readonly offices: readonly FormOffice[];
  readonly agencies: readonly AgencyRef[];
  readonly groups: readonly FormGroup[];
}

export interface FormOffice {
  readonly id: string;
  readonly agencyId: string;
  readonly name: string;
}

export interface FormGroup {
  readonly code: string;
  readonly byInvitation: boolean;
  readonly ballotKey: BallotKey | null;
}

interface FormRow extends Omit<CampaignForm, 'agencies'> {
  readonly state: CampaignState;
  readonly agencies: readonly AgencyRef[];
}

/** Where a form came in, as far as the link, the device or the ballot says. */
export interface AskedAt {
  readonly officeId: string | null;
}

const MOST_KEPT = 50;

/** Reads what a campaign asks, and keeps it in memory once it can't change. */
@Injectable()
export class CampaignForms {
  private readonly kept = new Map<string, CampaignForm>();

  async load(em: EntityManager, campaignId: string): Promise<CampaignForm> {
    const kept = this.kept.get(campaignId);
    if (kept) {
      return kept;
    }
    const [row]: readonly FormRow[] = await em.query(FORM, [campaignId]);
    if (!row) {
      throw new DomainError('record.not-found');
    }
    const { state, ...form } = row;
    if (state !== 'draft') {
      this.keep(form);
    }
    return form;
  }

  private keep(form: CampaignForm): void {
    if (this.kept.size >= MOST_KEPT) {
      this.kept.delete(this.kept.keys().next().value ?? '');
    }
    this.kept.set(form.id, form);
  }
}

/** What may be answered there: the office is asked for where nothing says it, and every agency has a row in a matrix. */
export const placeOf = ({ offices, agencies }: CampaignForm, { officeId }: AskedAt): FormPlace => ({
  officeIds: officeId === null ? offices.map(({ id }) => id) : [],
  agencyIds: agencies.map(({ id }) => id),
});

/** The group that answers without an invitation; null where there is none. */
export const openGroupOf = ({ groups }: CampaignForm): string | null => groups.find(({ byInvitation }) => !byInvitation)?.code ?? null;

const FORM = `
  select c.id, c.title, c.state, c.least_shown as "leastShown", q.document as questionnaire,
    coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'agencyId', o.agency_id, 'name', case when o.name = '' then a.name else a.name || ' – ' || o.name end)
      order by a.name ${VIETNAMESE_ORDER}, o.name ${VIETNAMESE_ORDER}, o.id)
      from survey_office o join agency a on a.id = o.agency_id where o.campaign_id = c.id), '[]') as offices,
    coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'code', a.code, 'name', a.name, 'shortName', a.short_name) order by a.name ${VIETNAMESE_ORDER}, a.id)
      from agency a where exists (select from survey_office o where o.campaign_id = c.id and o.agency_id = a.id)), '[]') as agencies,
    coalesce((select jsonb_agg(jsonb_build_object('code', g.group_code, 'byInvitation', g.by_invitation, 'ballotKey', g.ballot_key) order by r.position, g.group_code)
      from survey_group g join respondent_group r on r.code = g.group_code where g.campaign_id = c.id), '[]') as groups
  from survey_campaign c join survey_questionnaire q on q.id = c.questionnaire_id where c.id = $1`;
