import { Injectable } from '@nestjs/common';
import { type FormAnswers, type Question, type Questionnaire } from '@par-index/contract';
import exceljs from 'exceljs';
import type { Writable } from 'node:stream';
import { DataSource } from 'typeorm';
import { Campaigns } from './campaign.service';
import { hiddenParts } from './result-figures';
import { ResultRepository } from './result.repository';

const BATCH = 2000;
const FIRST = '00000000-0000-0000-0000-000000000000';

interface FormRow {
  readonly id: string;
  readonly officeId: string | null;
  readonly officeName: string | null;
  readonly groupName: string;
  readonly channel: string;
  readonly answers: FormAnswers;
}

interface Column {
  readonly header: string;
  readonly valueOf: (answers: FormAnswers) => string;
}

/** All counted forms as a workbook, written while they are read: a hundred thousand take no more memory than a thousand. */
@Injectable()
export class FormExport {
  constructor(
    private readonly dataSource: DataSource,
    private readonly campaigns: Campaigns,
    private readonly results: ResultRepository,
  ) {}

  async titleOf(campaignId: string): Promise<string> {
    return (await this.campaigns.detail(campaignId)).title;
  }

  /** In the order of their random ids, without times; offices of which few forms came are not named. Ends the stream. */
  async write(campaignId: string, stream: Writable): Promise<void> {
    const { questionnaire, leastShown, officeList } = await this.campaigns.detail(campaignId);
    const away = hiddenParts(await this.results.answered(this.dataSource.manager, campaignId, 'office_id'), leastShown);
    const agencies = new Map(officeList.map(({ agency }) => [agency.id, agency.name]));
    const columns = columnsOf(questionnaire, agencies);
    const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream, useSharedStrings: false, useStyles: false });
    const sheet = workbook.addWorksheet('Phiếu');
    sheet.addRow(['Cơ quan', 'Nhóm', 'Cách gửi', ...columns.map(({ header }) => header)]).commit();
    for (let rows = await this.read(campaignId, FIRST); rows.length > 0; rows = await this.read(campaignId, rows.at(-1)?.id ?? FIRST)) {
      for (const { officeId, officeName, groupName, channel, answers } of rows) {
        const office = officeId !== null && away.has(officeId) ? '' : (officeName ?? '');
        sheet.addRow([office, groupName, channel, ...columns.map(({ valueOf }) => valueOf(answers))]).commit();
      }
      await drained(stream);
    }
    sheet.commit();
    await workbook.commit();
  }

  private read(campaignId: string, after: string): Promise<readonly FormRow[]> {
    return this.dataSource.query(FORMS, [campaignId, after, BATCH]);
  }
}

/** Waits while the reader is behind. */
async function drained(stream: Writable): Promise<void> {
  if (stream.writableNeedDrain) {
    await new Promise<void>((resolve) => {
      stream.once('drain', resolve).once('close', resolve);
    });
  }
}

function columnsOf({ sections }: Questionnaire, agencies: ReadonlyMap<string, string>): readonly Column[] {
  return sections.flatMap(({ questions }) => questions.flatMap((question) => columnsOfQuestion(question, agencies)));
}

function columnsOfQuestion(question: Question, agencies: ReadonlyMap<string, string>): readonly Column[] {
  const { id, text } = question;
  if (question.kind === 'office') {
    return [];
  }
  if (question.kind === 'matrix') {
    return [...agencies].flatMap(([agencyId, agency]) =>
      question.items.map((item) => ({ header: `${agency}: ${item.text.vi}`, valueOf: (answers: FormAnswers) => labelOf(question, ratingOf(answers[id], agencyId, item.id)) })),
    );
  }
  return [{ header: text.vi, valueOf: (answers) => [answers[id] ?? []].flat().map((one) => (typeof one === 'string' ? labelOf(question, one) : '')).join('; ') }];
}

function ratingOf(answer: FormAnswers[string] | undefined, agencyId: string, itemId: string): string {
  return typeof answer === 'object' && !Array.isArray(answer) ? ((answer as Readonly<Record<string, Readonly<Record<string, string>>>>)[agencyId]?.[itemId] ?? '') : '';
}

const labelOf = (question: Question, option: string): string => ('options' in question ? (question.options.find(({ id }) => id === option)?.label.vi ?? option) : option);

const FORMS = `
  select f.id, f.office_id as "officeId", case when o.name = '' then a.name else a.name || ' – ' || o.name end as "officeName", r.name as "groupName", f.channel, f.answers
  from survey_form f join respondent_group r on r.code = f.group_code left join survey_office o on o.id = f.office_id left join agency a on a.id = o.agency_id
  where f.campaign_id = $1 and f.id > $2::uuid and not f.excluded order by f.id limit $3`;
