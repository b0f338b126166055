import { Injectable } from '@nestjs/common';
import {
  type Actor,
  campaignRefusalOf,
  type CampaignAction,
  type CampaignProgress,
  type CampaignState,
  type CampaignSummary,
  type CampaignView,
  type FieldError,
  openCampaignActions,
  type Page,
  SURVEY_CHANNELS,
  type WriteCampaignRequest,
} from '@par-index/contract';
import { sampleSize } from '@par-index/scoring';
import { DataSource, type EntityManager } from 'typeorm';
import { assertVersion, lockOne } from '../../platform/database/lock';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { pageOf, type Slice } from '../../platform/http/page.dto';
import { DomainError } from '../../platform/problem/domain-error';
import { type CampaignDetail, CampaignRepository, type CampaignRow } from './campaign.repository';
import { newLinkCode } from './survey-code';
import { SurveyCampaign } from './survey-campaign.entity';
import { SurveyGroup } from './survey-group.entity';

/** Campaigns: what they ask, whom and when, and how far they are. */
@Injectable()
export class Campaigns {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly campaigns: CampaignRepository,
  ) {}

  async list(slice: Slice, search: string | null, state: CampaignState | null): Promise<Page<CampaignSummary>> {
    const { rows, total } = await this.campaigns.list(this.dataSource.manager, { ...slice, search, state });
    return pageOf(rows.map(toSummary), total, slice);
  }

  async get(actor: Actor, id: string, em: EntityManager = this.dataSource.manager): Promise<CampaignView> {
    return toView(actor, await this.detail(id, em));
  }

  /** Refuses with `record.not-found` where it is not there. */
  async detail(id: string, em: EntityManager = this.dataSource.manager): Promise<CampaignDetail> {
    const row = await this.campaigns.find(em, id);
    if (!row) {
      throw new DomainError('record.not-found');
    }
    return row;
  }

  async progress(id: string): Promise<CampaignProgress> {
    const [{ officeList, errorPercent }, { waiting, arrivals, groups }] = [await this.detail(id), await this.campaigns.progress(this.dataSource.manager, id)];
    const sum = (wanted: (arrival: (typeof arrivals)[number]) => boolean): number => arrivals.filter(wanted).reduce((total, { count }) => total + count, 0);
    return {
      received: sum(() => true),
      waiting,
      offices: officeList.map((office) => ({ officeId: office.id, received: sum(({ officeId }) => officeId === office.id), target: targetOf(office.population, errorPercent) })),
      groups: groups.map((group) => ({ ...group, received: sum(({ groupCode }) => groupCode === group.code) })),
      channels: SURVEY_CHANNELS.map((channel) => ({ channel, received: sum((arrival) => arrival.channel === channel) })),
    };
  }

  create(actor: Actor, request: WriteCampaignRequest): Promise<CampaignView> {
    return this.unitOfWork.run(actor, async (tx) => {
      refuse(campaignRefusalOf(actor, { state: 'draft' }, 'edit'));
      await assertSound(tx.em, request);
      const row = tx.em.create(SurveyCampaign, { ...fieldsOf(request), createdBy: actor.id, linkCode: newLinkCode() });
      const { id } = await tx.em.save(row);
      return this.written(tx, actor, id, request, {});
    });
  }

  edit(actor: Actor, id: string, version: number, request: WriteCampaignRequest): Promise<CampaignView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const campaign = await this.lock(tx, actor, { id, version, action: 'edit' });
      const before = { title: campaign.title, opensAt: campaign.opensAt, closesAt: campaign.closesAt, questionnaireId: campaign.questionnaireId, cycleId: campaign.cycleId };
      await assertSound(tx.em, request);
      await tx.em.save(Object.assign(campaign, fieldsOf(request)));
      return this.written(tx, actor, id, request, before);
    });
  }

  /** Locks the campaign; refuses another version, and what the actor may not do in its state. Without a version any will do. */
  async lock({ em }: Transaction, actor: Actor, { id, version, action }: { readonly id: string; readonly version: number | null; readonly action: CampaignAction }): Promise<SurveyCampaign> {
    const campaign = await lockOne(em, SurveyCampaign, { id });
    if (version !== null) {
      assertVersion(campaign, version);
    }
    refuse(campaignRefusalOf(actor, campaign, action));
    return campaign;
  }

  private async written(tx: Transaction, actor: Actor, id: string, request: WriteCampaignRequest, before: Readonly<Record<string, unknown>>): Promise<CampaignView> {
    await assertInvitedStay(tx.em, id, request);
    await tx.em.delete(SurveyGroup, { campaignId: id });
    await tx.em.insert(SurveyGroup, request.groups.map(({ code, byInvitation }) => ({ campaignId: id, groupCode: code, byInvitation })));
    const { title, opensAt, closesAt, questionnaireId, cycleId } = request;
    await tx.audit('survey.campaign-written', { id, cycleId }, { before, after: { title, opensAt, closesAt, questionnaireId, cycleId } });
    return this.get(actor, id, tx.em);
  }
}

/** n for N, or null where N is not known. */
export const targetOf = (population: number | null, errorPercent: number): number | null => (population === null ? null : sampleSize(population, errorPercent));

function fieldsOf({ title, questionnaireId, cycleId, opensAt, closesAt, graceHours, leastShown, errorPercent }: WriteCampaignRequest) {
  return { title: title.trim(), questionnaireId, cycleId, opensAt: new Date(opensAt), closesAt: new Date(closesAt), graceHours, leastShown, errorPercent };
}

interface Known {
  readonly questionnaire: 'draft' | 'issued' | null;
  readonly cycle: boolean;
  readonly groups: readonly string[];
}

async function assertSound(em: EntityManager, { questionnaireId, cycleId, groups, opensAt, closesAt }: WriteCampaignRequest): Promise<void> {
  const codes = groups.map(({ code }) => code);
  const [known]: readonly Known[] = await em.query(KNOWN, [questionnaireId, cycleId, codes]);
  const wrong: (FieldError | false)[] = [
    known?.questionnaire !== 'issued' && { pointer: '/questionnaireId', code: 'questionnaire', detail: 'Hãy chọn một phiên bản phiếu đã ban hành.' },
    known?.cycle !== true && { pointer: '/cycleId', code: 'cycle', detail: 'Không có kỳ đánh giá này. Hãy chọn trong danh sách.' },
    Date.parse(closesAt) <= Date.parse(opensAt) && { pointer: '/closesAt', code: 'order', detail: 'Ngày kết thúc phải sau ngày mở.' },
    new Set(codes).size !== codes.length && { pointer: '/groups', code: 'duplicate', detail: 'Mỗi nhóm người được hỏi chọn một lần.' },
    codes.some((code) => !known?.groups.includes(code)) && { pointer: '/groups', code: 'group', detail: 'Có nhóm người được hỏi không có hoặc đã ngừng dùng.' },
    groups.filter(({ byInvitation }) => !byInvitation).length > 1 && { pointer: '/groups', code: 'open-group', detail: 'Chỉ một nhóm trả lời không cần mã mời. Các nhóm khác trả lời bằng mã mời.' },
  ];
  const errors = wrong.filter((one): one is FieldError => one !== false);
  if (errors.length > 0) {
    throw new DomainError('request.invalid', {}, errors);
  }
}

/** Whoever has an invitation can use it. */
async function assertInvitedStay(em: EntityManager, campaignId: string, { groups }: WriteCampaignRequest): Promise<void> {
  const kept = groups.filter(({ byInvitation }) => byInvitation).map(({ code }) => code);
  const rows: readonly unknown[] = await em.query('select from survey_invitation where campaign_id = $1 and group_code <> all($2::text[]) limit 1', [campaignId, kept]);
  if (rows.length > 0) {
    throw new DomainError('request.invalid', {}, [{ pointer: '/groups', code: 'invited', detail: 'Đã có người được mời trong nhóm vừa bỏ. Hãy giữ nhóm đó và cách trả lời bằng mã mời.' }]);
  }
}

export function refuse(refusal: ReturnType<typeof campaignRefusalOf>): void {
  if (refusal) {
    throw new DomainError(refusal);
  }
}

function toSummary({ id, title, state, opensAt, closesAt, questionnaireTitle, cycleId, cycleTitle, offices, received, version }: CampaignRow): CampaignSummary {
  return { id, title, state, opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString(), questionnaireTitle, cycleId, cycleTitle, offices, received, version };
}

function toView(actor: Actor, row: CampaignDetail): CampaignView {
  const { questionnaireId, questionnaire, graceHours, leastShown, errorPercent, linkCode, groups, officeList, closedAt, closedReason } = row;
  return {
    ...toSummary(row),
    ...{ questionnaireId, questionnaire, graceHours, leastShown, errorPercent, linkCode, groups, closedReason },
    closedAt: closedAt?.toISOString() ?? null,
    officeList: officeList.map((office) => ({ ...office, target: targetOf(office.population, errorPercent) })),
    openActions: openCampaignActions(actor, row),
  };
}

const KNOWN = `
  select (select q.state from survey_questionnaire q where q.id = $1) as questionnaire, $2::uuid is null or exists (select from cycle where id = $2) as cycle,
    coalesce((select jsonb_agg(r.code) from respondent_group r where r.active and r.code = any($3)), '[]') as groups`;
