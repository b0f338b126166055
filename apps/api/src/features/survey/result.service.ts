import { Injectable } from '@nestjs/common';
import type { PartResult, SurveyResults, TrendPoint } from '@par-index/contract';
import { percentText } from '@par-index/scoring';
import { DataSource } from 'typeorm';
import { DomainError } from '../../platform/problem/domain-error';
import type { CampaignDetail } from './campaign.repository';
import { Campaigns, targetOf } from './campaign.service';
import { agencyResults, factorResults, hiddenParts, hiddenQuestionsOf, opinionsOf, questionResults, satisfactionOf } from './result-figures';
import { resultWorkbook } from './result-workbook';
import { type Comparable, type PartCount, type Partition, type PartSatisfaction, ResultRepository, type ResultPart } from './result.repository';

interface Parts {
  readonly offices: readonly PartCount[];
  readonly groups: readonly PartCount[];
}

/** Results from the aggregates alone, however many forms there are; what few said is hidden, also by subtraction (`hiddenCells`). */
@Injectable()
export class SurveyResultService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly campaigns: Campaigns,
    private readonly results: ResultRepository,
  ) {}

  /** Refuses a part that is hidden, and two conditions at once: two ways of parting together could tell more than each. */
  async get(campaignId: string, part: ResultPart): Promise<SurveyResults> {
    const em = this.dataSource.manager;
    const campaign = await this.campaigns.detail(campaignId);
    assertPart(campaign, part);
    const parts = { offices: await this.results.answered(em, campaignId, 'office_id'), groups: await this.results.answered(em, campaignId, 'group_code') };
    const forms = this.shownForms(campaign, parts, part);
    const counts = await this.results.counts(em, campaignId, part);
    const asked = await this.asked(campaign, part);
    const population = populationOf(campaign, part) ?? asked;
    const hidden = hiddenOf(campaign, parts, part);
    const counted = { questionnaire: campaign.questionnaire, counts, leastShown: campaign.leastShown, population, hidden };
    const questions = questionResults(counted);
    return {
      ...{ forms, asked, questions },
      nonResponsePercent: asked === null || forms > asked ? null : percentText(asked - forms, asked, 2),
      factors: factorResults(campaign.questionnaire, questions, { forms, population }),
      offices: await this.partResults(campaign, 'office_id', parts.offices),
      groups: await this.partResults(campaign, 'group_code', parts.groups),
      agencies: agencyResults(counted, await this.results.listAgencies(em, campaignId)),
      trend: await this.trend(campaignId, part),
    };
  }

  /** The same as a workbook. */
  async workbook(campaignId: string, part: ResultPart): Promise<Buffer> {
    const results = await this.get(campaignId, part);
    return resultWorkbook((await this.campaigns.detail(campaignId)).title, results);
  }

  /** Whether the part may be shown. */
  private shownForms({ leastShown }: CampaignDetail, { offices, groups }: Parts, { officeId, groupCode }: ResultPart): number {
    const [all, key] = officeId !== null ? [offices, officeId] : [groups, groupCode];
    const forms = all.filter(({ question, part }) => question === '' && (key === null || part === key)).reduce((sum, { count }) => sum + count, 0);
    if ((forms > 0 && forms < leastShown) || (key !== null && hiddenParts(all, leastShown).has(key))) {
      throw new DomainError('survey.too-few');
    }
    return forms;
  }

  private async asked({ id, officeList, errorPercent }: CampaignDetail, { officeId, groupCode }: ResultPart): Promise<number | null> {
    const invited = officeId === null ? await this.results.invited(this.dataSource.manager, id, groupCode) : 0;
    if (invited > 0) {
      return invited;
    }
    const targets = officeList.filter((office) => officeId === null || office.id === officeId).map(({ population }) => targetOf(population, errorPercent));
    return targets.length > 0 && targets.every((target) => target !== null) ? targets.reduce<number>((sum, target) => sum + (target ?? 0), 0) : null;
  }

  private async partResults(campaign: CampaignDetail, partition: Partition, answered: readonly PartCount[]): Promise<readonly PartResult[]> {
    const satisfied = await this.results.satisfaction(this.dataSource.manager, campaign.id, partition, opinionsOf(campaign.questionnaire));
    const away = hiddenParts(answered, campaign.leastShown);
    const named = partition === 'office_id' ? campaign.officeList.map(({ id, agency, name, population }) => ({ key: id, name: name === '' ? agency.name : `${agency.name} – ${name}`, population })) : campaign.groups.map(({ code, name }) => ({ key: code, name, population: null }));
    return named.map(({ key, name, population }) => {
      const forms = answered.find(({ part, question }) => part === key && question === '')?.count ?? 0;
      const hidden = away.has(key);
      const sample = { forms, population };
      return { key, name, hidden, forms: hidden ? null : forms, target: targetOf(population, campaign.errorPercent), satisfaction: hidden ? null : satisfactionFor(satisfied, key, sample) };
    });
  }

  /** The whole, or the same office, over the campaigns that asked the same. */
  private async trend(campaignId: string, { officeId, groupCode }: ResultPart): Promise<readonly TrendPoint[]> {
    const campaigns = groupCode === null ? await this.results.listComparable(this.dataSource.manager, campaignId, officeId) : [];
    const points: TrendPoint[] = [];
    for (const campaign of [...campaigns].reverse().filter((one) => officeId === null || one.officeId !== null)) {
      points.push(await this.point(campaign));
    }
    return points;
  }

  private async point({ id, title, closesAt, leastShown, questionnaire, officeId }: Comparable): Promise<TrendPoint> {
    const em = this.dataSource.manager;
    const answered = await this.results.answered(em, id, 'office_id');
    const satisfied = await this.results.satisfaction(em, id, 'office_id', opinionsOf(questionnaire));
    const own = satisfied.filter(({ part }) => officeId === null || part === officeId);
    const forms = answered.filter(({ part, question }) => question === '' && (officeId === null || part === officeId)).reduce((sum, { count }) => sum + count, 0);
    const hidden = forms < leastShown || (officeId !== null && hiddenParts(answered, leastShown).has(officeId));
    const sum = (field: 'satisfied' | 'counted'): number => own.reduce((total, one) => total + one[field], 0);
    return { campaignId: id, title, closesAt: closesAt.toISOString(), hidden, percent: hidden ? null : percentText(sum('satisfied'), sum('counted'), 2) };
  }
}

function assertPart({ officeList, groups }: CampaignDetail, { officeId, groupCode }: ResultPart): void {
  if (officeId !== null && groupCode !== null) {
    throw new DomainError('request.invalid', {}, [{ pointer: '/groupCode', code: 'one', detail: 'Chọn một cơ quan hoặc một nhóm, không chọn cả hai.' }]);
  }
  const isKnown = (officeId === null || officeList.some(({ id }) => id === officeId)) && (groupCode === null || groups.some(({ code }) => code === groupCode));
  if (!isKnown) {
    throw new DomainError('record.not-found');
  }
}

function hiddenOf({ leastShown }: CampaignDetail, { offices, groups }: Parts, { officeId, groupCode }: ResultPart): ReadonlySet<string> {
  if (officeId !== null) {
    return hiddenQuestionsOf(offices, officeId, leastShown);
  }
  return groupCode === null ? new Set() : hiddenQuestionsOf(groups, groupCode, leastShown);
}

function populationOf({ officeList }: CampaignDetail, { officeId }: ResultPart): number | null {
  const populations = officeList.filter(({ id }) => officeId === null || id === officeId).map(({ population }) => population);
  return populations.length > 0 && populations.every((one) => one !== null) ? populations.reduce<number>((sum, one) => sum + (one ?? 0), 0) : null;
}

const satisfactionFor = (parts: readonly PartSatisfaction[], key: string, sample: { readonly forms: number; readonly population: number | null }): PartResult['satisfaction'] => {
  const own = parts.find(({ part }) => part === key);
  return satisfactionOf(own?.satisfied ?? 0, own?.counted ?? 0, sample);
};
