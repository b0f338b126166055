import { Injectable } from '@nestjs/common';
import { type Questionnaire, releasable } from '@par-index/contract';
import { randomInt } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { CampaignForms } from './campaign-form.service';
import type { SealedForm } from './form-intake.service';
import { SurveyKey } from './survey-key';
import { Tally, type TallyCell } from './tally';

interface SealedRow {
  readonly officeId: string | null;
  readonly sealed: Buffer;
}

interface OpenedForm extends SealedForm {
  readonly officeId: string | null;
}

/** Forms of one statement. */
const BATCH = 500;
/** Any number that nobody else locks: the first key of the locks of campaigns. */
const LOCK = 7_262_031;

/**
 * Lets forms out of their seals among others: in random order, under new ids, all at once, and in no smaller number than results may show.
 * What came by invitation stays sealed until the close, when everything is let out in one transaction: rows, row numbers and
 * transaction numbers of forms say nothing of who answered before whom. The aggregates are counted on by the same transaction.
 */
@Injectable()
export class FormMixing {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly forms: CampaignForms,
    private readonly key: SurveyKey,
  ) {}

  /** Of all open campaigns, whatever may be let out now. What fails in one keeps no other one; all failures are thrown in the end. */
  async mixAll(): Promise<void> {
    const rows: readonly { readonly id: string }[] = await this.dataSource.query(
      `select c.id from survey_campaign c where c.state = 'open' and exists (select from survey_sealed_form f where f.campaign_id = c.id and not f.until_close)`,
    );
    const failures: unknown[] = [];
    for (const { id } of rows) {
      await this.unitOfWork.runAsSystem(({ em }) => this.mixOpen(em, id)).catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) {
      throw new AggregateError(failures, 'survey forms could not be let out');
    }
  }

  /** What may be let out of one campaign, office by office. */
  async mixOpen(em: EntityManager, campaignId: string): Promise<void> {
    await em.query('select pg_advisory_xact_lock($1, hashtext($2))', [LOCK, campaignId]);
    const { leastShown } = await this.forms.load(em, campaignId);
    const waiting: readonly { readonly officeId: string | null; readonly count: number }[] = await em.query(
      `select office_id as "officeId", count(*)::int as count from survey_sealed_form where campaign_id = $1 and not until_close group by office_id`,
      [campaignId],
    );
    const ids: string[] = [];
    for (const { officeId, count } of waiting) {
      const rows: readonly { readonly id: string }[] = await em.query(SOME, [campaignId, officeId, releasable(count, leastShown)]);
      ids.push(...rows.map(({ id }) => id));
    }
    await this.letOut(em, campaignId, ids);
  }

  /** Everything that is left, at the close. */
  async mixRest(em: EntityManager, campaignId: string): Promise<void> {
    await em.query('select pg_advisory_xact_lock($1, hashtext($2))', [LOCK, campaignId]);
    const rows: readonly { readonly id: string }[] = await em.query('select id from survey_sealed_form where campaign_id = $1', [campaignId]);
    await this.letOut(em, campaignId, rows.map(({ id }) => id));
  }

  /** Drawn in random order, written as they are drawn; counted on once, so that the aggregates are written once however many there are. */
  private async letOut(em: EntityManager, campaignId: string, ids: readonly string[]): Promise<void> {
    const { questionnaire } = await this.forms.load(em, campaignId);
    const tally = new Tally(questionnaire);
    const drawn = shuffled(ids);
    for (let at = 0; at < drawn.length; at += BATCH) {
      const forms = await this.take(em, campaignId, drawn.slice(at, at + BATCH));
      await em.query(WRITE_FORMS, [campaignId, JSON.stringify(forms), textsOf(questionnaire)]);
      tally.add(forms);
    }
    await addToTally(em, campaignId, tally.cells());
  }

  /** TypeORM gives rows and their number for a delete. */
  private async take(em: EntityManager, campaignId: string, ids: readonly string[]): Promise<readonly OpenedForm[]> {
    const [rows]: [readonly SealedRow[], number] = await em.query(TAKE, [ids]);
    return shuffled(rows.map(({ officeId, sealed }) => ({ ...(JSON.parse(this.key.unseal(sealed, campaignId)) as SealedForm), officeId })));
  }
}

const textsOf = ({ sections }: Questionnaire): readonly string[] => sections.flatMap(({ questions }) => questions.filter(({ kind }) => kind === 'text').map(({ id }) => id));

/** Counts on what these cells say. */
export async function addToTally(em: EntityManager, campaignId: string, cells: readonly TallyCell[]): Promise<void> {
  await em.query(COUNT_ON, [campaignId, JSON.stringify(cells)]);
}

/** Takes back what these cells say. Refused by the database where less stands. */
export async function takeFromTally(em: EntityManager, campaignId: string, cells: readonly TallyCell[]): Promise<void> {
  await em.query(COUNT_BACK, [campaignId, JSON.stringify(cells)]);
}

/** Fisher and Yates, with the randomness of keys. */
function shuffled<T>(things: readonly T[]): readonly T[] {
  const mixed = [...things];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const place = randomInt(last + 1);
    [mixed[last], mixed[place]] = [mixed[place] as T, mixed[last] as T];
  }
  return mixed;
}

/** Ids are random: so is their order. */
const SOME = `select id from survey_sealed_form where campaign_id = $1 and not until_close and office_id is not distinct from $2::uuid order by id limit $3`;

const TAKE = `delete from survey_sealed_form where id = any($1::uuid[]) returning office_id as "officeId", sealed`;

const WRITE_FORMS = `
  with written as (
    insert into survey_form (campaign_id, office_id, group_code, channel, device_id, hour, seconds, answers)
    select $1::uuid, f."officeId", f."groupCode", f.channel, f."deviceId", f.hour, f.seconds, f.answers
    from rows from (jsonb_to_recordset($2::jsonb)
      as ("officeId" uuid, "groupCode" text, channel text, "deviceId" uuid, hour timestamptz, seconds int, answers jsonb)) with ordinality f
    order by f.ordinality
    returning id, answers
  )
  insert into survey_text (campaign_id, form_id, question, words)
  select $1::uuid, w.id, t.question, w.answers ->> t.question from written w, unnest($3::text[]) as t(question)
  where w.answers ->> t.question is not null`;

const COUNT_ON = `
  insert into survey_tally (campaign_id, cell, office_id, group_code, question, agency_id, option, count)
  select $1::uuid, t.cell, t."officeId", t."groupCode", t.question, t."agencyId", t.option, t.count
  from jsonb_to_recordset($2::jsonb) as t(cell text, "officeId" uuid, "groupCode" text, question text, "agencyId" uuid, option text, count int)
  on conflict (campaign_id, cell) do update set count = survey_tally.count + excluded.count`;

const COUNT_BACK = `
  update survey_tally s set count = s.count - t.count
  from jsonb_to_recordset($2::jsonb) as t(cell text, count int) where s.campaign_id = $1 and s.cell = t.cell`;
