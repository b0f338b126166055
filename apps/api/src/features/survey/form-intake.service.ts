import { Injectable } from '@nestjs/common';
import { checkResponse, type FieldError, type FilledForm, type FormAnswers, formRefusalOf, keptAnswers, type SurveyChannel } from '@par-index/contract';
import type { EntityManager } from 'typeorm';
import { DataSource } from 'typeorm';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { DomainError } from '../../platform/problem/domain-error';
import { CampaignForms, placeOf } from './campaign-form.service';
import { secretHash } from './survey-code';
import { SurveyKey } from './survey-key';

/** Where and how a form comes in. */
export interface Intake {
  readonly campaignId: string;
  readonly channel: SurveyChannel;
  readonly groupCode: string;
  /** That the link, the device or the clerk says; null where the form asks. */
  readonly officeId: string | null;
  readonly deviceId: string | null;
}

/** What is sealed: the form as it will be stored. */
export interface SealedForm {
  readonly groupCode: string;
  readonly channel: SurveyChannel;
  readonly deviceId: string | null;
  readonly hour: string | null;
  readonly seconds: number | null;
  readonly answers: FormAnswers;
}

interface Arriving {
  readonly key: string;
  readonly intake: Intake;
  readonly answers: FormAnswers;
  readonly answeredAt: string;
  readonly seconds: number | null;
}

const HOUR = 3_600_000;
const LONGEST = 24 * 3600;

interface Times {
  readonly state: 'draft' | 'open' | 'closed';
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly graceHours: number;
}

/**
 * Takes forms, each once: whatever comes with a key that has arrived is answered as the first one was. What is stored can be read by nobody
 * before it is mixed with others (`FormMixing`). No audit line: it would say when.
 */
@Injectable()
export class FormIntake {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly forms: CampaignForms,
    private readonly key: SurveyKey,
  ) {}

  /** By link, device or clerk: `id` was made by whoever filled it. */
  store(intake: Intake, { id, answers, answeredAt, seconds }: FilledForm): Promise<void> {
    return this.arrive({ key: secretHash(`form:${intake.campaignId}:${id.toLowerCase()}`), intake, answers, answeredAt, seconds });
  }

  /** By ballot, which was checked: neither a time nor a device is known of it. */
  storeBallot(intake: Intake, token: string, answers: FormAnswers): Promise<void> {
    return this.arrive({ key: secretHash(`ballot:${intake.campaignId}:${token}`), intake, answers, answeredAt: new Date().toISOString(), seconds: null });
  }

  /** The same within a transaction, for paper forms. */
  async storeIn(tx: Transaction, intake: Intake, { id, answers, answeredAt, seconds }: FilledForm): Promise<void> {
    await this.write(tx, { key: secretHash(`form:${intake.campaignId}:${id.toLowerCase()}`), intake, answers, answeredAt, seconds });
  }

  /** What would be stored of these answers there. Refuses with every question that is wrong. */
  async keptOf(em: EntityManager, intake: Intake, answers: FormAnswers): Promise<FormAnswers> {
    const campaign = await this.forms.load(em, intake.campaignId);
    const place = placeOf(campaign, intake);
    const findings = checkResponse(campaign.questionnaire, answers, place);
    if (findings.length > 0) {
      throw new DomainError('survey.form-invalid', {}, findings.map(({ pointer, ...finding }): FieldError => ({ pointer: `/answers${pointer}`, ...finding })));
    }
    return keptAnswers(campaign.questionnaire, answers, place);
  }

  private async arrive(arriving: Arriving): Promise<void> {
    if (await this.hasArrived(this.dataSource.manager, arriving.key)) {
      return;
    }
    await this.unitOfWork.runAsSystem((tx) => this.write(tx, arriving));
  }

  private async write({ em, now }: Transaction, arriving: Arriving): Promise<void> {
    const { intake, key, answeredAt } = arriving;
    const [times]: readonly Times[] = await em.query(TIMES, [intake.campaignId]);
    if (!times) {
      throw new DomainError('record.not-found');
    }
    const refusal = formRefusalOf({ ...times, opensAt: times.opensAt.toISOString(), closesAt: times.closesAt.toISOString(), now: now.toISOString() }, answeredAt);
    if (refusal) {
      throw new DomainError(refusal);
    }
    const { officeId, form } = await this.checked(em, arriving, now);
    const sealed = this.key.seal(JSON.stringify(form), intake.campaignId);
    await em.query(ARRIVE, [key, intake.campaignId, officeId, intake.groupCode, intake.channel, intake.channel === 'invitation', sealed]);
  }

  private async checked(em: EntityManager, { intake, answers, answeredAt, seconds }: Arriving, now: Date): Promise<{ readonly officeId: string | null; readonly form: SealedForm }> {
    const kept = await this.keptOf(em, intake, answers);
    const { questionnaire } = await this.forms.load(em, intake.campaignId);
    const { groupCode, channel, deviceId } = intake;
    const timed = channel === 'link' || channel === 'kiosk';
    const hour = timed ? hourOf(answeredAt, now) : null;
    const form = { groupCode, channel, deviceId, hour, seconds: timed && seconds !== null ? Math.min(seconds, LONGEST) : null, answers: kept };
    return { officeId: intake.officeId ?? chosenOffice(questionnaire.sections.flatMap(({ questions }) => questions).find(({ kind }) => kind === 'office')?.id, kept), form };
  }

  private async hasArrived(em: EntityManager, key: string): Promise<boolean> {
    const rows: readonly unknown[] = await em.query('select from survey_arrival where key = $1', [key]);
    return rows.length > 0;
  }
}

/** Rounded down to the hour; a clock that is ahead is taken for now. */
const hourOf = (answeredAt: string, now: Date): string => new Date(Math.floor(Math.min(Date.parse(answeredAt), now.getTime()) / HOUR) * HOUR).toISOString();

function chosenOffice(question: string | undefined, answers: FormAnswers): string | null {
  const answer = question === undefined ? undefined : answers[question];
  return typeof answer === 'string' ? answer : null;
}

/** Held against the close until the form is in. */
const TIMES = `select state, opens_at as "opensAt", closes_at as "closesAt", grace_hours as "graceHours" from survey_campaign where id = $1 for key share`;

const ARRIVE = `
  with arrived as (
    insert into survey_arrival (key, campaign_id, office_id, group_code, channel) values ($1, $2, $3, $4, $5) on conflict (key) do nothing returning campaign_id, office_id
  )
  insert into survey_sealed_form (campaign_id, office_id, until_close, sealed) select campaign_id, office_id, $6::boolean, $7::bytea from arrived`;
