import {
  type AgencySheetView,
  type AgencyView,
  type CampaignProgress,
  type CampaignView,
  type CreatedDevice,
  type CycleView,
  LEADERS_QUESTIONNAIRE,
  type MappingsView,
  type Page as ListPage,
  type Questionnaire,
  type QuestionnaireView,
  SIPAS_QUESTIONNAIRE,
  type SurveyProposalsView,
} from '@par-index/contract';
import exceljs from 'exceljs';
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expectAccessible, expectComplaint, lookAt, openPage, origin, screenshot } from './harness/journey';
import { Person } from './harness/province';

const DAY = 86_400_000;
const LOST = /request failed|console: Failed to load resource: net::ERR|ERR_INTERNET_DISCONNECTED/;

let noiVu: Person;
let agencies: readonly AgencyView[];

async function issued(questionnaire: Questionnaire): Promise<string> {
  const draft = await noiVu.post<QuestionnaireView>('/survey-questionnaires', { document: { ...questionnaire, code: `${questionnaire.code}-${randomUUID().slice(0, 8)}` } });
  await noiVu.post(`/survey-questionnaires/${draft.id}/issue`, {}, draft.version);
  return draft.id;
}

interface Campaign {
  readonly title: string;
  readonly questionnaire: Questionnaire;
  readonly about: readonly AgencyView[];
  readonly group: string;
  readonly byInvitation: boolean;
  readonly cycleId: string | null;
}

/** Open, by the server's own routes: the journeys below begin where people come in. */
async function campaign({ title, questionnaire, about, group, byInvitation, cycleId }: Campaign): Promise<CampaignView> {
  const at = (days: number): string => new Date(Date.now() + days * DAY).toISOString();
  const draft = await noiVu.post<CampaignView>('/survey-campaigns', {
    ...{ title, cycleId, questionnaireId: await issued(questionnaire), opensAt: at(-2), closesAt: at(5), graceHours: 24, leastShown: 5, errorPercent: 5 },
    groups: [{ code: group, byInvitation }],
  });
  const offices = about.map(({ id }) => ({ agencyId: id, name: '', population: 400 }));
  const ready = await noiVu.put<CampaignView>(`/survey-campaigns/${draft.id}/offices`, { offices }, draft.version);
  return noiVu.post<CampaignView>(`/survey-campaigns/${draft.id}/opening`, {}, ready.version);
}

const received = async ({ id }: CampaignView): Promise<number> => (await noiVu.get<CampaignProgress>(`/survey-campaigns/${id}/progress`)).received;

async function until(what: () => Promise<boolean>): Promise<void> {
  for (let round = 0; round < 120 && !(await what()); round += 1) {
    await new Promise((later) => setTimeout(later, 500));
  }
  expect(await what()).toBe(true);
}

/** Answers every screen: the first «Hài lòng» or «Tốt» where there is one, else the last option, and leaves what is free empty. */
async function answerAll(page: Page): Promise<void> {
  for (let screen = 0; screen < 80; screen += 1) {
    const place = await page.getByText(/^Câu \d+ \/ \d+$/).textContent();
    for (const list of await page.locator('par-option-list').all()) {
      const good = list.getByRole('radio', { name: /^(Hài lòng|Tốt)$/ });
      await ((await good.count()) > 0 ? good : list.locator('input').last()).check();
    }
    const send = page.getByRole('button', { name: 'Gửi phiếu' });
    if ((await send.count()) > 0) {
      await send.click();
      return;
    }
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await page.getByText(place ?? '', { exact: true }).waitFor({ state: 'detached' });
  }
}

const sipas = (fields: Partial<Campaign> = {}): Campaign => ({ title: 'Khảo sát người dân', questionnaire: SIPAS_QUESTIONNAIRE, about: agencies.slice(0, 1), group: 'nguoi-dan', byInvitation: false, cycleId: null, ...fields });

describe('The satisfaction survey', () => {
  beforeEach(async () => {
    noiVu = await new Person(await openPage({ as: 'noivu', path: '/surveys' })).signedIn();
    agencies = (await noiVu.get<ListPage<AgencyView>>('/agencies?pageSize=200&active=true')).items.filter(({ groupCode }) => groupCode === 'so-ban-nganh');
  });

  it('is answered by a citizen on a phone, by the link of an office, and kept until it is sent', async () => {
    const open = await campaign(sipas());
    const page = await openPage({ viewport: 'phone', path: `/khao-sat/${open.officeList[0]?.linkCode ?? ''}` });
    await page.getByText('Không ai biết Ông/Bà trả lời gì').waitFor();
    await expectAccessible(page, ['light', 'dark']);
    await screenshot(page, 'survey-start-phone');
    await page.getByRole('button', { name: 'Bắt đầu' }).click();
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await page.getByText(/^Câu 2 /).waitFor();
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await page.getByText(/^Hãy chọn/).first().waitFor();
    await expectAccessible(page, ['light', 'dark']);
    await screenshot(page, 'survey-question-phone');
    await page.locator('par-option-list input').first().check();
    await page.reload({ waitUntil: 'networkidle' });
    expect(await page.locator('par-option-list input').first().isChecked()).toBe(true);
    await answerAll(page);
    await page.getByRole('heading', { name: 'Cảm ơn Ông/Bà' }).waitFor();
    await expectAccessible(page);
    expect(await received(open)).toBe(1);
  });

  it('loses nothing of a kiosk whose network is gone: five answers, five stored', async () => {
    const open = await campaign(sipas());
    const device = await noiVu.post<CreatedDevice>(`/survey-campaigns/${open.id}/devices`, { name: 'Quầy 1', officeId: open.officeList[0]?.id });
    const page = await openPage({ path: `/khao-sat/kiosk#${device.token}` });
    expectComplaint(page, LOST);
    await page.getByRole('button', { name: 'Bắt đầu' }).waitFor();
    await expectAccessible(page);
    await screenshot(page, 'survey-kiosk-desktop');
    await page.context().setOffline(true);
    for (let person = 1; person <= 5; person += 1) {
      await page.getByRole('button', { name: 'Bắt đầu' }).click();
      await answerAll(page);
      await page.getByRole('button', { name: 'Người tiếp theo' }).click();
    }
    await page.getByText('5 phiếu chờ mạng để gửi').waitFor({ timeout: 30_000 });
    expect(await received(open)).toBe(0);
    await page.context().setOffline(false);
    await until(async () => (await received(open)) === 5);
    await page.getByText('phiếu chờ mạng để gửi').waitFor({ state: 'detached', timeout: 60_000 });
    expect(await received(open)).toBe(5);
  });

  it('is answered once by a leader who was invited, for fifteen agencies', async () => {
    const open = await campaign(sipas({ title: 'Đánh giá của lãnh đạo', questionnaire: LEADERS_QUESTIONNAIRE, about: agencies.slice(0, 15), group: 'lanh-dao', byInvitation: true }));
    const url = await invited(open, 'Nguyễn Thị Hoa');
    const page = await openPage({ viewport: 'phone', path: url });
    await page.getByRole('button', { name: 'Bắt đầu' }).click();
    await expectAccessible(page, ['light', 'dark']);
    await screenshot(page, 'survey-matrix-phone');
    await answerAll(page);
    await page.getByRole('heading', { name: 'Cảm ơn Ông/Bà' }).waitFor({ timeout: 60_000 });
    expect(await received(open)).toBe(1);
    const again = await openPage({ viewport: 'phone', path: url });
    await again.getByRole('heading', { name: 'Mã mời này đã được dùng' }).waitFor();
    expect(await again.getByRole('button', { name: 'Bắt đầu' }).count()).toBe(0);
  });

  it('is run by Sở Nội vụ from pages that everybody can use', async () => {
    const open = await campaign(sipas({ title: 'Khảo sát để xem' }));
    const { page } = noiVu;
    for (const part of ['offices', 'devices', 'paper']) {
      await page.goto(`${origin()}/surveys/${open.id}/${part}`, { waitUntil: 'networkidle' });
      await page.getByRole('heading', { level: 1, name: 'Khảo sát để xem' }).waitFor();
      await expectAccessible(page);
      await screenshot(page, `survey-${part}`);
    }
  });

  it('has a questionnaire that is edited beside its preview', async () => {
    const draft = await noiVu.post<QuestionnaireView>('/survey-questionnaires', { document: { ...SIPAS_QUESTIONNAIRE, code: `sipas-${randomUUID().slice(0, 8)}` } });
    const { page } = noiVu;
    await page.goto(`${origin()}/surveys/questionnaires/${draft.id}`, { waitUntil: 'networkidle' });
    const first = page.getByLabel('Câu hỏi', { exact: true }).first();
    await first.fill('Ông/Bà làm thủ tục ở nơi nào?');
    await first.press('Tab');
    await page.getByRole('region', { name: 'Xem trước' }).getByText('Ông/Bà làm thủ tục ở nơi nào?').waitFor();
    await expectAccessible(page);
    await screenshot(page, 'survey-editor');
    await page.getByRole('button', { name: 'Lưu bản nháp' }).click();
    await page.getByText('Đã lưu mẫu phiếu.').waitFor();
  });

  it('is closed and mapped by Sở Nội vụ, and the index moves by exactly the points that were proposed', async () => {
    const [cycle] = (await noiVu.get<readonly CycleView[]>('/cycles')).filter(({ year }) => year === 2026);
    const [agency] = agencies;
    const open = await campaign(sipas({ title: 'Khảo sát vào chỉ số', cycleId: cycle?.id ?? null }));
    const form = await openPage({ path: '/health/live' });
    for (let person = 0; person < 7; person += 1) {
      await sendForm(form, open, person < 5 ? 'hai-long' : 'binh-thuong');
    }
    const { page } = noiVu;
    await page.goto(`${origin()}/surveys/${open.id}/progress`, { waitUntil: 'networkidle' });
    await page.getByText('phiếu đã nhận').waitFor();
    await lookAt(page, 'survey-progress');
    const { choices } = await noiVu.get<MappingsView>(`/survey-campaigns/${open.id}/mappings`);
    const criterion = choices.find(({ agencyGroup }) => agencyGroup === agency?.groupCode)?.criteria.find(({ answer }) => answer === 'percent');
    expect(criterion).toBeDefined();
    await page.goto(`${origin()}/surveys/${open.id}/index`, { waitUntil: 'networkidle' });
    await page.getByLabel(`Câu hỏi của tiêu chí ${criterion?.code ?? ''}`, { exact: true }).first().selectOption('hai-long-chung');
    await page.getByRole('button', { name: 'Lưu câu hỏi của tiêu chí' }).click();
    await page.getByText('Đã lưu câu hỏi của từng tiêu chí.').waitFor();
    await page.getByRole('button', { name: 'Kết thúc', exact: true }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('Đủ cỡ mẫu.');
    await page.getByRole('dialog').getByRole('button', { name: 'Kết thúc' }).click();
    await page.getByText('Đề xuất vào các tiêu chí').first().waitFor();
    await page.getByText('71,43 %').or(page.getByText(/71,4286 %/)).first().waitFor();
    await lookAt(page, 'survey-proposals');
    const sheet = async (): Promise<AgencySheetView> => noiVu.get<AgencySheetView>(`/cycles/${cycle?.id ?? ''}/results/agencies/${agency?.id ?? ''}`);
    const pointsOf = ({ criteria }: AgencySheetView): number => {
      const line = criteria.find(({ code }) => code === criterion?.code);
      return line && 'points' in line.result ? cents(line.result.points) : NaN;
    };
    const before = await sheet();
    const { proposals } = await noiVu.get<SurveyProposalsView>(`/survey-campaigns/${open.id}/proposals`);
    expect(proposals).toHaveLength(1);
    await page.getByRole('button', { name: 'Chấp nhận 1 đề xuất' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('Theo kết quả khảo sát.');
    await page.getByRole('dialog').getByRole('button', { name: 'Chấp nhận' }).click();
    await page.getByText('Đã quyết định 1 đề xuất.').waitFor();
    const after = await sheet();
    expect(pointsOf(after)).toBe(cents(Number(proposals[0]?.points)));
    expect(cents(after.row.points) - cents(before.row.points)).toBe(pointsOf(after) - pointsOf(before));
    await page.goto(`${origin()}/surveys/${open.id}/results`, { waitUntil: 'networkidle' });
    await page.getByText('phiếu trong kết quả').waitFor();
    await lookAt(page, 'survey-results');
  });
});

const cents = (points: number): number => Math.round(points * 100);

/** A code as Sở Nội vụ prints it; the address of the form that it opens. */
async function invited({ id }: CampaignView, name: string): Promise<string> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet('Danh sách');
  sheet.addRows([['Họ và tên', 'Thư điện tử', 'Mã cơ quan'], [name, '', '']]);
  const file = { name: 'moi.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: Buffer.from(await workbook.xlsx.writeBuffer()) };
  const { page } = noiVu;
  await page.goto(`${origin()}/surveys/${id}/invitations`, { waitUntil: 'networkidle' });
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: 'Nhập 1 dòng' }).click();
  await page.getByRole('heading', { name: 'Mã mời vừa tạo' }).waitFor();
  await lookAt(page, 'survey-invitations');
  const url = await page.locator('td.url').first().textContent();
  return new URL(url ?? '').pathname + new URL(url ?? '').hash;
}

async function sendForm(page: Page, { officeList }: CampaignView, step: string): Promise<void> {
  const scales = SIPAS_QUESTIONNAIRE.sections.flatMap(({ questions, when }) => questions.filter(({ kind }) => kind === 'scale' && !when).map(({ id }) => [id, step] as const));
  const filled = { id: randomUUID(), answers: { ...Object.fromEntries(scales), 'da-phan-anh': 'chua' }, answeredAt: new Date().toISOString(), seconds: 70 };
  const answer = await page.request.post(`${origin()}/api/v1/public/surveys/${officeList[0]?.linkCode ?? ''}/forms`, { data: filled, headers: { origin: origin() } });
  expect(answer.status()).toBe(200);
}
