import { Injectable } from '@nestjs/common';
import {
  type BallotForm,
  type BallotRequest,
  type FilledForm,
  formRefusalOf,
  type FormStored,
  type InvitedForm,
  type KioskFormResult,
  type KioskForms,
  type KioskFormsStored,
  privacyWords,
  problemDetail,
  type PublicForm,
  type SignedBallot,
} from '@par-index/contract';
import { DataSource } from 'typeorm';
import { DomainError } from '../../platform/problem/domain-error';
import { Ballots } from './ballot.service';
import { type CampaignForm, CampaignForms, openGroupOf } from './campaign-form.service';
import { FormIntake, type Intake } from './form-intake.service';
import { plainCode, secretHash } from './survey-code';

interface Door {
  readonly campaignId: string;
  readonly officeId: string | null;
  readonly deviceId: string | null;
}

interface Times {
  readonly state: 'draft' | 'open' | 'closed';
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly graceHours: number;
  readonly now: Date;
}

/** What respondents see and send, without signing in. */
@Injectable()
export class PublicSurveys {
  constructor(
    private readonly dataSource: DataSource,
    private readonly forms: CampaignForms,
    private readonly intake: FormIntake,
    private readonly ballots: Ballots,
  ) {}

  async formOfLink(linkCode: string): Promise<PublicForm> {
    return this.form(await this.doorOfLink(linkCode));
  }

  async answerByLink(linkCode: string, form: FilledForm): Promise<FormStored> {
    await this.intake.store(await this.intakeOf(await this.doorOfLink(linkCode), 'link'), form);
    return { id: form.id, stored: true };
  }

  async formOfDevice(token: string): Promise<PublicForm> {
    return this.form(await this.doorOfDevice(token));
  }

  /** One after the other: what can't be taken keeps none of the others out. */
  async answerByDevice({ token, forms }: KioskForms): Promise<KioskFormsStored> {
    const intake = await this.intakeOf(await this.doorOfDevice(token), 'kiosk');
    const results: KioskFormResult[] = [];
    for (const form of forms) {
      results.push(await this.taken(intake, form));
    }
    return { results };
  }

  async formOfInvitation(code: string): Promise<InvitedForm> {
    const invitation = await this.ballots.findInvitation(code);
    const { campaignId, officeId, groupCode, state } = invitation;
    const form = await this.load(campaignId);
    const ballotKey = form.groups.find((group) => group.code === groupCode)?.ballotKey;
    if (!ballotKey) {
      throw new DomainError('survey.not-open');
    }
    return { ...(await this.view(form, null)), officeId, groupCode, spent: state === 'spent', ballotKey };
  }

  async spend({ code, blinded }: BallotRequest): Promise<SignedBallot> {
    return { signed: await this.ballots.spend(code, blinded) };
  }

  async answerByBallot(form: BallotForm): Promise<FormStored> {
    await this.ballots.answer(form);
    return { id: form.ballot.token, stored: true };
  }

  private async taken(intake: Intake, form: FilledForm): Promise<KioskFormResult> {
    try {
      await this.intake.store(intake, form);
      return { id: form.id, stored: true, refusal: null };
    } catch (error) {
      if (!(error instanceof DomainError)) {
        throw error;
      }
      return { id: form.id, stored: false, refusal: { code: error.code, detail: problemDetail(error.code, error.params) } };
    }
  }

  private async intakeOf({ campaignId, officeId, deviceId }: Door, channel: 'link' | 'kiosk'): Promise<Intake> {
    const groupCode = openGroupOf(await this.load(campaignId));
    if (groupCode === null) {
      throw new DomainError('survey.link-unknown');
    }
    return { campaignId, channel, groupCode, officeId, deviceId };
  }

  private async form({ campaignId, officeId }: Door): Promise<PublicForm> {
    const form = await this.load(campaignId);
    if (openGroupOf(form) === null) {
      throw new DomainError('survey.link-unknown');
    }
    return this.view(form, officeId);
  }

  private async view(form: CampaignForm, officeId: string | null): Promise<PublicForm> {
    const [times]: readonly Times[] = await this.dataSource.query(TIMES, [form.id]);
    if (!times) {
      throw new DomainError('record.not-found');
    }
    const [opensAt, closesAt, now] = [times.opensAt.toISOString(), times.closesAt.toISOString(), times.now.toISOString()];
    const refusal = formRefusalOf({ ...times, opensAt, closesAt, now }, now);
    return {
      ...{ campaignId: form.id, title: form.title, opensAt, closesAt, questionnaire: form.questionnaire, officeId, agencies: form.agencies },
      state: refusal === null ? 'open' : refusal === 'survey.closed' ? 'closed' : 'not-open',
      offices: form.offices.map(({ id, name }) => ({ id, name })),
      groupCode: openGroupOf(form) ?? '',
      privacy: privacyWords(form.leastShown),
    };
  }

  private load(campaignId: string): Promise<CampaignForm> {
    return this.forms.load(this.dataSource.manager, campaignId);
  }

  /** Of a draft nothing is told: it has no address yet. */
  private async doorOfLink(linkCode: string): Promise<Door> {
    const [door]: readonly Door[] = await this.dataSource.query(LINK, [plainCode(linkCode)]);
    if (!door) {
      throw new DomainError('survey.link-unknown');
    }
    return door;
  }

  private async doorOfDevice(token: string): Promise<Door> {
    const [door]: readonly Door[] = await this.dataSource.query(DEVICE, [secretHash(token)]);
    if (!door) {
      throw new DomainError('survey.device-unknown');
    }
    return door;
  }
}

const LINK = `
  select c.id as "campaignId", null::uuid as "officeId", null::uuid as "deviceId" from survey_campaign c where c.link_code = $1 and c.state <> 'draft'
  union all
  select c.id, o.id, null from survey_office o join survey_campaign c on c.id = o.campaign_id where o.link_code = $1 and c.state <> 'draft'`;

const DEVICE = `select campaign_id as "campaignId", office_id as "officeId", id as "deviceId" from survey_device where token_hash = $1 and not revoked`;

const TIMES = `select state, opens_at as "opensAt", closes_at as "closesAt", grace_hours as "graceHours", now() as now from survey_campaign where id = $1`;
