import { Injectable } from '@nestjs/common';
import { type Actor, countedQuestions, type FieldError, type MappingsView, type SurveyMapping, type WriteMappingsRequest } from '@par-index/contract';
import { DataSource, type EntityManager } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { DomainError } from '../../platform/problem/domain-error';
import { CompiledSets } from '../criteria/compiled-sets.service';
import type { CampaignDetail } from './campaign.repository';
import { Campaigns } from './campaign.service';
import { answerKindOf, questionsOf } from './proposal-figure';
import { ProposalRepository } from './proposal.repository';
import { SurveyCampaign } from './survey-campaign.entity';
import { SurveyMappingRow } from './survey-mapping.entity';

/** Which questions and respondent groups feed which survey criterion. */
@Injectable()
export class Mappings {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly campaigns: Campaigns,
    private readonly proposals: ProposalRepository,
    private readonly sets: CompiledSets,
  ) {}

  async get(campaignId: string, em: EntityManager = this.dataSource.manager): Promise<MappingsView> {
    const campaign = await this.campaigns.detail(campaignId, em);
    return { mappings: await this.proposals.listMappings(em, campaignId), choices: await this.choices(em, campaign) };
  }

  /** The whole list. Refuses criteria that no survey feeds or whose rule takes no result, and questions and groups that the campaign does not have. */
  write(actor: Actor, campaignId: string, version: number, { mappings }: WriteMappingsRequest): Promise<MappingsView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const campaign = await this.campaigns.lock(tx, actor, { id: campaignId, version, action: 'map' });
      const detail = await this.campaigns.detail(campaignId, tx.em);
      const errors = findingsOf(mappings, detail, await this.choices(tx.em, detail));
      if (errors.length > 0) {
        throw new DomainError('survey.criterion-unsuited', {}, errors);
      }
      const before = await this.proposals.listMappings(tx.em, campaignId);
      await tx.em.delete(SurveyMappingRow, { campaignId });
      await tx.em.insert(SurveyMappingRow, mappings.map(({ agencyGroup, code, questions, groups }) => ({ campaignId, agencyGroup, code, questions, groups })));
      await tx.em.update(SurveyCampaign, { id: campaignId }, { version: campaign.version + 1 });
      await tx.audit('survey.mapped', { id: campaignId, cycleId: campaign.cycleId }, { before, after: mappings });
      return this.get(campaignId, tx.em);
    });
  }

  private async choices(em: EntityManager, { cycleId, questionnaire }: CampaignDetail): Promise<MappingsView['choices']> {
    const groups = cycleId === null ? [] : await this.proposals.listSets(em, cycleId);
    const sets = await this.sets.loadAll(em, groups.map(({ criteriaSetId }) => criteriaSetId));
    return groups.map(({ agencyGroup, groupName, criteriaSetId }) => ({
      ...{ agencyGroup, groupName },
      criteria: (sets.get(criteriaSetId)?.leaves ?? []).flatMap(({ code, title, source, rule }) => {
        const answer = source === 'survey' ? answerKindOf(rule, countedQuestions(questionnaire).slice(0, 1)) : null;
        return answer === null ? [] : [{ code, title, answer }];
      }),
    }));
  }
}

function findingsOf(mappings: readonly SurveyMapping[], { questionnaire, groups }: CampaignDetail, choices: MappingsView['choices']): readonly FieldError[] {
  return mappings.flatMap(({ agencyGroup, code, questions, groups: asked }, place) => {
    const at = `/mappings/${place}`;
    const known = questionsOf(questionnaire, questions);
    const kinds = new Set(known.map(({ itemId }) => itemId === null));
    const wrong: (FieldError | false)[] = [
      !choices.some((choice) => choice.agencyGroup === agencyGroup && choice.criteria.some((criterion) => criterion.code === code)) && { pointer: `${at}/code`, code: 'criterion', detail: `Tiêu chí ${code} không lấy điểm từ khảo sát, hoặc không có trong kỳ đánh giá của đợt khảo sát.` },
      mappings.findIndex((other) => other.agencyGroup === agencyGroup && other.code === code) < place && { pointer: `${at}/code`, code: 'duplicate', detail: `Tiêu chí ${code} đã được gắn ở dòng khác.` },
      known.length < questions.length && { pointer: `${at}/questions`, code: 'question', detail: 'Có câu hỏi không có trong phiếu.' },
      known.some(({ question }) => question.kind === 'multiple' || question.kind === 'service') && { pointer: `${at}/questions`, code: 'question', detail: 'Chỉ lấy điểm từ câu chọn một, thang đo hoặc bảng đánh giá.' },
      kinds.size > 1 && { pointer: `${at}/questions`, code: 'question', detail: 'Không gộp câu trong bảng đánh giá với câu khác.' },
      asked.some((group) => !groups.some((one) => one.code === group)) && { pointer: `${at}/groups`, code: 'group', detail: 'Có nhóm người được hỏi không thuộc đợt khảo sát.' },
    ];
    return wrong.filter((one): one is FieldError => one !== false);
  });
}
