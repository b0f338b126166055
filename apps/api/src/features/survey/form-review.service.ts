import { Injectable } from '@nestjs/common';
import { type Actor, campaignRefusalOf, type FormAnswers, type FreeTextView, type Page, SUSPICIONS, type SurveyChannel, type Suspicion, type SuspicionsView } from '@par-index/contract';
import { DataSource } from 'typeorm';
import { containing } from '../../platform/database/search';
import { lockOne } from '../../platform/database/lock';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { pageOf, type Slice } from '../../platform/http/page.dto';
import { DomainError } from '../../platform/problem/domain-error';
import { CampaignForms } from './campaign-form.service';
import { Campaigns } from './campaign.service';
import { addToTally, takeFromTally } from './form-mixing.service';
import { hiddenParts } from './result-figures';
import { ResultRepository } from './result.repository';
import { SurveyCampaign } from './survey-campaign.entity';
import { SurveyForm } from './survey-form.entity';
import { tallyOf } from './tally';

interface SuspectRow {
  readonly id: string;
  readonly officeName: string | null;
  readonly channel: SurveyChannel;
  readonly deviceName: string | null;
  readonly hour: Date | null;
  readonly seconds: number | null;
  readonly fast: boolean;
  readonly same: boolean;
  readonly straight: boolean;
  readonly night: boolean;
  readonly burst: boolean;
}

/** What people read of single forms: free texts, forms worth a second look; and that they leave one out, with a reason. */
@Injectable()
export class FormReview {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly campaigns: Campaigns,
    private readonly forms: CampaignForms,
    private readonly results: ResultRepository,
  ) {}

  /** Offices of which few forms came are not named. */
  async texts(campaignId: string, { question, search }: { readonly question: string | null; readonly search: string | null }, slice: Slice): Promise<Page<FreeTextView>> {
    const { leastShown } = await this.campaigns.detail(campaignId);
    const answered = await this.results.answered(this.dataSource.manager, campaignId, 'office_id');
    const total = answered.filter((one) => one.question === '').reduce((sum, { count }) => sum + count, 0);
    if (total < leastShown) {
      return pageOf([], 0, slice);
    }
    const values = [campaignId, question, search === null ? null : containing(search), [...hiddenParts(answered, leastShown)], slice.skip, slice.pageSize];
    const rows: readonly (FreeTextView & { readonly total: number })[] = await this.dataSource.query(TEXTS, values);
    return pageOf(rows.map(({ total: _, ...row }) => row), rows[0]?.total ?? 0, slice);
  }

  async suspicions(campaignId: string): Promise<SuspicionsView> {
    await this.campaigns.detail(campaignId);
    const rows: readonly SuspectRow[] = await this.dataSource.query(SUSPECTS, [campaignId]);
    const excluded: SuspicionsView['excluded'] = await this.dataSource.query(EXCLUDED, [campaignId]);
    return {
      forms: rows.map(({ id, officeName, channel, deviceName, hour, seconds, ...found }) => ({
        ...{ id, officeName, channel, deviceName, seconds },
        hour: hour?.toISOString() ?? null,
        why: SUSPICIONS.filter((suspicion: Suspicion) => found[suspicion]),
      })),
      excluded,
    };
  }

  exclude(actor: Actor, campaignId: string, formId: string, reason: string): Promise<SuspicionsView> {
    return this.decide(actor, { campaignId, formId, reason }, 'exclude');
  }

  restore(actor: Actor, campaignId: string, formId: string, reason: string): Promise<SuspicionsView> {
    return this.decide(actor, { campaignId, formId, reason }, 'restore');
  }

  /** Counted back, or on again, by the same transaction. What was proposed for the index stays until it is proposed anew. */
  private async decide(actor: Actor, { campaignId, formId, reason }: { readonly campaignId: string; readonly formId: string; readonly reason: string }, what: 'exclude' | 'restore'): Promise<SuspicionsView> {
    if (reason.trim() === '') {
      throw new DomainError('reason.required');
    }
    await this.unitOfWork.run(actor, async (tx) => {
      const campaign = await lockOne(tx.em, SurveyCampaign, { id: campaignId });
      const refusal = campaignRefusalOf(actor, campaign, campaign.state === 'closed' ? 'propose' : 'collect');
      if (refusal) {
        throw new DomainError(refusal);
      }
      const form = await tx.em.findOne(SurveyForm, { where: { id: formId, campaignId }, lock: { mode: 'pessimistic_write' } });
      if (!form) {
        throw new DomainError('record.not-found');
      }
      if (form.excluded !== (what === 'exclude')) {
        await this.write(tx, campaign, form, { what, reason: reason.trim(), by: actor.id });
      }
    });
    return this.suspicions(campaignId);
  }

  private async write(tx: Transaction, { id, cycleId }: SurveyCampaign, form: SurveyForm, { what, reason, by }: { readonly what: 'exclude' | 'restore'; readonly reason: string; readonly by: string }): Promise<void> {
    const { questionnaire } = await this.forms.load(tx.em, id);
    const cells = tallyOf(questionnaire, [form as { readonly officeId: string | null; readonly groupCode: string; readonly answers: FormAnswers }]);
    await (what === 'exclude' ? takeFromTally(tx.em, id, cells) : addToTally(tx.em, id, cells));
    const fields = what === 'exclude' ? { excluded: true, excludedReason: reason, excludedBy: by } : { excluded: false, excludedReason: null, excludedBy: null };
    await tx.em.update(SurveyForm, { id: form.id }, fields);
    await tx.audit(what === 'exclude' ? 'survey.form-excluded' : 'survey.form-restored', { id, cycleId }, { formId: form.id, reason });
  }
}

const TEXTS = `
  select t.id, t.question, t.words as text, case when f.office_id::text = any($4::text[]) then null else a.name end as "officeName", count(*) over ()::int as total
  from survey_text t join survey_form f on f.id = t.form_id and not f.excluded
  left join survey_office o on o.id = f.office_id left join agency a on a.id = o.agency_id
  where t.campaign_id = $1 and ($2::text is null or t.question = $2) and ($3::text is null or fold(t.words) like fold($3))
  order by t.id offset $5 limit $6`;

/**
 * fast: less than a third of the median of its campaign and under a minute; same: five or more forms of one office, device and hour with the very same answers of at
 * least five questions; straight: at least eight choices, all of them one option; night: on a device between 20 and 6 o'clock in Việt Nam; burst: more than forty of one device in an hour.
 */
const SUSPECTS = `
  with looked as (
    select f.id, f.office_id, f.device_id, f.channel, f.hour, f.seconds,
      f.seconds is not null and f.seconds < 60 and f.seconds * 3 < (select percentile_cont(0.5) within group (order by m.seconds) from survey_form m where m.campaign_id = $1 and m.seconds is not null) as fast,
      (select count(*) from jsonb_object_keys(f.answers)) >= 5
        and count(*) over (partition by f.office_id, f.device_id, f.hour, f.channel, md5(f.answers::text)) >= 5 as same,
      (select count(*) >= 8 and count(distinct e.value) = 1 from jsonb_each_text(f.answers) e) as straight,
      f.channel = 'kiosk' and (extract(hour from f.hour at time zone 'Asia/Ho_Chi_Minh') >= 20 or extract(hour from f.hour at time zone 'Asia/Ho_Chi_Minh') < 6) as night,
      f.device_id is not null and count(*) over (partition by f.device_id, f.hour) > 40 as burst
    from survey_form f where f.campaign_id = $1 and not f.excluded
  )
  select l.id, a.name as "officeName", l.channel, d.name as "deviceName", l.hour, l.seconds, l.fast, l.same, l.straight, coalesce(l.night, false) as night, l.burst
  from looked l left join survey_office o on o.id = l.office_id left join agency a on a.id = o.agency_id left join survey_device d on d.id = l.device_id
  where l.fast or l.same or l.straight or l.night or l.burst
  order by l.fast::int + l.same::int + l.straight::int + coalesce(l.night, false)::int + l.burst::int desc, l.id limit 500`;

const EXCLUDED = `
  select f.id, a.name as "officeName", f.channel, f.excluded_reason as reason, u.full_name as by
  from survey_form f join user_account u on u.id = f.excluded_by left join survey_office o on o.id = f.office_id left join agency a on a.id = o.agency_id
  where f.campaign_id = $1 and f.excluded order by f.id`;
