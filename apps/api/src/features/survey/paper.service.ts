import { Injectable } from '@nestjs/common';
import { type Actor, type FormAnswers, type PaperEntryRequest, type PaperFigures } from '@par-index/contract';
import { isDeepStrictEqual } from 'node:util';
import { DataSource } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { DomainError } from '../../platform/problem/domain-error';
import { Campaigns } from './campaign.service';
import { FormIntake, type Intake } from './form-intake.service';
import { SurveyPaperEntry } from './survey-paper-entry.entity';

export interface PaperPlace {
  readonly campaignId: string;
  /** As it stands on the paper. */
  readonly number: string;
  readonly pass: number;
}

interface EntryRow {
  readonly number: string;
  readonly first: FormAnswers;
  readonly second: FormAnswers | null;
}

const NUMBER = /^[\p{L}\p{N}][\p{L}\p{N}./-]{0,39}$/u;

/** Paper forms: typed once to be counted, some of them once more by somebody else to see how often typing goes wrong. */
@Injectable()
export class PaperForms {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly campaigns: Campaigns,
    private readonly intake: FormIntake,
  ) {}

  /** The same entry twice is one. Refuses another one under a number that is typed, and a second entry by the person of the first. */
  enter(actor: Actor, { campaignId, number, pass }: PaperPlace, { officeId, groupCode, answers }: PaperEntryRequest): Promise<PaperFigures> {
    if (!NUMBER.test(number) || (pass !== 1 && pass !== 2)) {
      throw new DomainError('record.not-found');
    }
    return this.unitOfWork.run(actor, async (tx) => {
      const { opensAt, cycleId } = await this.campaigns.lock(tx, actor, { id: campaignId, version: null, action: 'collect' });
      const intake: Intake = { campaignId, channel: 'paper', groupCode, officeId, deviceId: null };
      await this.assertPlace(intake);
      const kept = await this.intake.keptOf(tx.em, intake, answers);
      const before = await tx.em.findBy(SurveyPaperEntry, { campaignId, number });
      const same = before.find((entry) => entry.pass === pass);
      if (same) {
        assertSame(same.answers, kept);
        return this.figures(campaignId);
      }
      assertOrder(actor, before, pass);
      await tx.em.insert(SurveyPaperEntry, { campaignId, number, pass, answers: kept as object, enteredBy: actor.id });
      if (pass === 1) {
        await this.intake.storeIn(tx, intake, { id: `paper ${number}`, answers: kept, answeredAt: opensAt.toISOString(), seconds: null });
      }
      await tx.audit('survey.paper-entered', { id: campaignId, cycleId }, { number, pass });
      return figuresOf(await tx.em.query(ENTRIES, [campaignId]));
    });
  }

  async figures(campaignId: string): Promise<PaperFigures> {
    await this.campaigns.detail(campaignId);
    return figuresOf(await this.dataSource.query(ENTRIES, [campaignId]));
  }

  private async assertPlace({ campaignId, groupCode, officeId }: Intake): Promise<void> {
    const { groups, officeList } = await this.campaigns.detail(campaignId);
    if (!groups.some(({ code }) => code === groupCode)) {
      throw new DomainError('request.invalid', {}, [{ pointer: '/groupCode', code: 'group', detail: 'Đợt khảo sát không hỏi nhóm này. Hãy chọn nhóm khác.' }]);
    }
    if (officeId !== null && !officeList.some(({ id }) => id === officeId)) {
      throw new DomainError('request.invalid', {}, [{ pointer: '/officeId', code: 'office', detail: 'Đợt khảo sát không có cơ quan này. Hãy chọn trong danh sách.' }]);
    }
  }
}

function assertSame(before: FormAnswers, after: FormAnswers): void {
  if (!isDeepStrictEqual(before, after)) {
    throw new DomainError('record.duplicate', {}, [{ pointer: '/answers', code: 'duplicate', detail: 'Số phiếu này đã được nhập với câu trả lời khác. Hãy kiểm tra lại số phiếu.' }]);
  }
}

function assertOrder({ id }: Actor, before: readonly SurveyPaperEntry[], pass: number): void {
  const first = before.find((entry) => entry.pass === 1);
  if (pass === 2 && !first) {
    throw new DomainError('record.not-found');
  }
  if (pass === 2 && first?.enteredBy === id) {
    throw new DomainError('request.invalid', {}, [{ pointer: '', code: 'same-person', detail: 'Lần nhập thứ hai phải do người khác nhập, để so được lỗi nhập liệu.' }]);
  }
}

function figuresOf(entries: readonly EntryRow[]): PaperFigures {
  const twice = entries.flatMap(({ number, first, second }) => (second === null ? [] : [{ number, first, second }]));
  const compared = twice.flatMap(({ number, first, second }) => questionsOf(first, second).map((id) => ({ id, number, differs: !isDeepStrictEqual(first[id], second[id]) })));
  const ids = [...new Set(compared.map(({ id }) => id))];
  return {
    forms: entries.length,
    typedTwice: twice.length,
    compared: compared.length,
    different: compared.filter(({ differs }) => differs).length,
    questions: ids.map((id) => ({ id, compared: compared.filter((one) => one.id === id).length, different: compared.filter((one) => one.id === id && one.differs).length })),
    numbers: [...new Set(compared.filter(({ differs }) => differs).map(({ number }) => number))],
  };
}

const questionsOf = (first: FormAnswers, second: FormAnswers): readonly string[] => [...new Set([...Object.keys(first), ...Object.keys(second)])];

const ENTRIES = `
  select a.number, a.answers as first, b.answers as second from survey_paper_entry a
  left join survey_paper_entry b on b.campaign_id = a.campaign_id and b.number = a.number and b.pass = 2 where a.campaign_id = $1 and a.pass = 1 order by a.number`;
