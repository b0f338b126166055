import { Injectable } from '@nestjs/common';
import { type Actor, type CampaignView, closeOf, type FieldError } from '@par-index/contract';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { DomainError } from '../../platform/problem/domain-error';
import { ballotKeyName } from './ballot.service';
import { newBallotKey } from './ballot-keys';
import { Campaigns } from './campaign.service';
import { FormMixing } from './form-mixing.service';
import { SurveyCampaign } from './survey-campaign.entity';
import { SurveyGroup } from './survey-group.entity';
import { SurveyKey } from './survey-key';
import { ProposalMaker } from './proposal-maker.service';

/** The course of a campaign: opened by a person, closed by a person or the clock. */
@Injectable()
export class CampaignCourse {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly campaigns: Campaigns,
    private readonly mixing: FormMixing,
    private readonly proposals: ProposalMaker,
    private readonly key: SurveyKey,
  ) {}

  /** Refuses a campaign that could take no form, naming all that it lacks. Makes the keys of its ballots. */
  open(actor: Actor, id: string, version: number): Promise<CampaignView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const campaign = await this.campaigns.lock(tx, actor, { id, version, action: 'open' });
      await this.assertReady(tx, campaign);
      await this.makeKeys(tx, id);
      await tx.em.save(Object.assign(campaign, { state: 'open' as const }));
      const { opensAt, closesAt, cycleId } = campaign;
      await tx.audit('survey.opened', { id, cycleId }, { opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() });
      return this.campaigns.get(actor, id, tx.em);
    });
  }

  /** What may be let out is let out before, without holding up those who are still sending: the close itself is short. */
  async close(actor: Actor, id: string, version: number, reason: string): Promise<CampaignView> {
    if (reason.trim() === '') {
      throw new DomainError('reason.required');
    }
    await this.unitOfWork.runAsSystem(({ em }) => this.mixing.mixOpen(em, id));
    return this.unitOfWork.run(actor, async (tx) => {
      await this.end(tx, await this.campaigns.lock(tx, actor, { id, version, action: 'close' }), reason.trim());
      return this.campaigns.get(actor, id, tx.em);
    });
  }

  /** Where its grace is over, and not before: asked again after it is locked. */
  async closeDue(id: string): Promise<void> {
    await this.unitOfWork.runAsSystem(({ em }) => this.mixing.mixOpen(em, id));
    await this.unitOfWork.runAsSystem((tx) => this.endDue(tx, id));
  }

  private async endDue(tx: Transaction, id: string): Promise<void> {
    const campaign = await tx.em.findOne(SurveyCampaign, { where: { id }, lock: { mode: 'pessimistic_write' } });
    const until = campaign && closeOf({ closesAt: campaign.closesAt.toISOString(), graceHours: campaign.graceHours });
    if (campaign?.state === 'open' && until !== null && Date.parse(until) <= tx.now.getTime()) {
      await this.end(tx, campaign, 'Hết thời gian');
    }
  }

  /** All that waits is let out at once, and what follows from it is proposed. */
  private async end(tx: Transaction, campaign: SurveyCampaign, reason: string): Promise<void> {
    const { id, cycleId } = campaign;
    await this.mixing.mixRest(tx.em, id);
    await tx.em.save(Object.assign(campaign, { state: 'closed' as const, closedAt: tx.now, closedReason: reason }));
    const [row]: readonly { readonly received: number }[] = await tx.em.query('select count(*)::int as received from survey_arrival where campaign_id = $1', [id]);
    await tx.audit('survey.closed', { id, cycleId }, { received: row?.received ?? 0, reason });
    await this.proposals.renew(tx, id);
  }

  private async assertReady({ em, now }: Transaction, { id, closesAt }: SurveyCampaign): Promise<void> {
    const { officeList, questionnaire, groups } = await this.campaigns.detail(id, em);
    const asksOffice = questionnaire.sections.some(({ questions }) => questions.some(({ kind }) => kind === 'office' || kind === 'matrix'));
    const wrong: (FieldError | false)[] = [
      officeList.length === 0 && { pointer: '/offices', code: 'offices', detail: asksOffice ? 'Chưa có cơ quan nào để đánh giá. Hãy thêm cơ quan.' : 'Chưa có cơ quan nào được khảo sát. Hãy thêm cơ quan.' },
      groups.length === 0 && { pointer: '/groups', code: 'groups', detail: 'Chưa chọn nhóm người được hỏi.' },
      closesAt <= now && { pointer: '/closesAt', code: 'past', detail: 'Ngày kết thúc đã qua. Hãy chọn ngày khác.' },
    ];
    const errors = wrong.filter((one): one is FieldError => one !== false);
    if (errors.length > 0) {
      throw new DomainError('survey.not-ready', {}, errors);
    }
  }

  private async makeKeys({ em }: Transaction, campaignId: string): Promise<void> {
    for (const { groupCode } of await em.findBy(SurveyGroup, { campaignId, byInvitation: true })) {
      const { publicKey, privateKey } = await newBallotKey();
      await em.update(SurveyGroup, { campaignId, groupCode }, { ballotKey: publicKey, sealedKey: this.key.seal(privateKey, ballotKeyName(campaignId, groupCode)) });
    }
  }
}
