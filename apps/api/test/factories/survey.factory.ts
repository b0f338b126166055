import { type CampaignView, type FilledForm, type FormAnswers, LEADERS_QUESTIONNAIRE, type Questionnaire, SIPAS_QUESTIONNAIRE, type WriteCampaignRequest } from '@par-index/contract';
import exceljs from 'exceljs';
import { randomUUID } from 'node:crypto';
import type { Agency } from '../../src/features/organisation/agency.entity';
import type { Browser } from '../app';
import { daysFromNow } from './cycle.factory';

let made = 0;

export interface CampaignParts extends Partial<WriteCampaignRequest> {
  readonly questionnaire?: Questionnaire;
  readonly agencies: readonly Agency[];
  readonly population?: number | null;
  /** Left as a draft where it says so. */
  readonly state?: 'draft' | 'open';
}

/** By the routes, as Sở Nội vụ would: a questionnaire of its own code, issued; a campaign of citizens with these offices, open unless told otherwise. */
export async function aCampaign(noiVu: Browser, parts: CampaignParts): Promise<CampaignView> {
  const { questionnaire = SIPAS_QUESTIONNAIRE, agencies, population = null, state = 'open', ...fields } = parts;
  const document = { ...questionnaire, code: `${questionnaire.code}-${process.pid}-${(made += 1)}` };
  const draft = (await noiVu.post('/api/v1/survey-questionnaires').send({ document }).expect(201)).body as { readonly id: string };
  await noiVu.post(`/api/v1/survey-questionnaires/${draft.id}/issue`).set('if-match', '"1"').expect(200);
  const request = { ...campaignRequest(draft.id), ...fields };
  const created = (await noiVu.post('/api/v1/survey-campaigns').send(request).expect(201)).body as CampaignView;
  const offices = agencies.map(({ id }) => ({ agencyId: id, name: '', population }));
  const ready = (await noiVu.put(`/api/v1/survey-campaigns/${created.id}/offices`).set('if-match', `"${created.version}"`).send({ offices }).expect(200)).body as CampaignView;
  return state === 'draft' ? ready : ((await noiVu.post(`/api/v1/survey-campaigns/${created.id}/opening`).set('if-match', `"${ready.version}"`).expect(200)).body as CampaignView);
}

export const campaignRequest = (questionnaireId: string): WriteCampaignRequest => ({
  title: 'Khảo sát thử',
  questionnaireId,
  cycleId: null,
  opensAt: daysFromNow(-5).toISOString(),
  closesAt: daysFromNow(5).toISOString(),
  graceHours: 24,
  leastShown: 5,
  errorPercent: 5,
  groups: [{ code: 'nguoi-dan', byInvitation: false }],
});

/** A SIPAS form with this step everywhere. */
export const sipasAnswers = (step = 'hai-long', more: FormAnswers = {}): FormAnswers => ({
  ...Object.fromEntries(SIPAS_QUESTIONNAIRE.sections.flatMap(({ questions, when }) => questions.filter(({ kind }) => kind === 'scale' && !when).map(({ id }) => [id, step]))),
  'da-phan-anh': 'chua',
  ...more,
});

/** A leaders' form that rates every agency on every item the same. */
export const ratingAnswers = (agencyIds: readonly string[], rating: string): FormAnswers => {
  const items = LEADERS_QUESTIONNAIRE.sections.flatMap(({ questions }) => questions.flatMap((question) => (question.kind === 'matrix' ? question.items.map(({ id }) => id) : [])));
  return { 'danh-gia': Object.fromEntries(agencyIds.map((agency) => [agency, Object.fromEntries(items.map((item) => [item, rating]))])) };
};

export const aFilledForm = (answers: FormAnswers, fields: Partial<FilledForm> = {}): FilledForm => ({ id: randomUUID(), answers, answeredAt: new Date().toISOString(), seconds: 70, ...fields });

/** A workbook with these rows, the first of them the headings. */
export async function aSheet(rows: readonly (readonly (string | number)[])[]): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet('Trang 1');
  rows.forEach((row) => void sheet.addRow([...row]));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
