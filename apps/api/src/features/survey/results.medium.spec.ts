import { type CampaignView, type FormAnswers, LEADERS_QUESTIONNAIRE, type SurveyResults, type SuspicionsView } from '@par-index/contract';
import exceljs from 'exceljs';
import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { anAgency } from '../../../test/factories/agency.factory';
import { aCampaign, aFilledForm, ratingAnswers, sipasAnswers } from '../../../test/factories/survey.factory';
import type { Agency } from '../organisation/agency.entity';

describe('results', () => {
  let test: TestApp;
  let noiVu: Browser;
  let agencies: readonly Agency[];

  beforeAll(async () => {
    test = await startTestApp();
    agencies = [await anAgency(test.db, { name: 'Sở An' }), await anAgency(test.db, { name: 'Sở Bình' }), await anAgency(test.db, { name: 'Sở Công' })];
    noiVu = await test.signedInAs([{ role: 'home-affairs', agencyId: (await anAgency(test.db)).id }]);
  });
  afterAll(() => test.close());

  const send = async (campaign: CampaignView, [office, times, fields = {}]: readonly [office: number, times: number, fields?: object], answers: FormAnswers): Promise<void> => {
    for (let sent = 0; sent < times; sent += 1) {
      await test.anonymous.post(`/api/v1/public/surveys/${campaign.officeList[office]!.linkCode}/forms`).send(aFilledForm(answers, fields)).expect(200);
    }
  };
  const close = async (campaign: CampaignView): Promise<CampaignView> => {
    await noiVu.post(`/api/v1/survey-campaigns/${campaign.id}/closing`).set('if-match', `"${campaign.version}"`).send({ reason: 'Hết hạn' }).expect(200);
    return campaign;
  };
  const read = (campaign: CampaignView, query: object = {}) => noiVu.get(`/api/v1/survey-campaigns/${campaign.id}/results`).query(query);
  const results = async (campaign: CampaignView, query: object = {}): Promise<SurveyResults> => (await read(campaign, query).expect(200)).body as SurveyResults;
  const overall = ({ questions }: SurveyResults) => questions.find(({ key }) => key === 'hai-long-chung')!;

  it('are exact counts, percents and means, with an interval and what is missing of the sample', async () => {
    const campaign = await aCampaign(noiVu, { agencies: agencies.slice(0, 1), population: 20 });
    await send(campaign, [0, 4], sipasAnswers('rat-hai-long'));
    await send(campaign, [0, 3], sipasAnswers('hai-long', { 'hai-long-chung': 'binh-thuong' }));
    await close(campaign);
    const found = await results(campaign);
    expect(found).toMatchObject({ forms: 7, asked: 20, nonResponsePercent: '65.00' });
    expect(overall(found)).toMatchObject({ counted: 7, satisfied: 4, percent: '57.14', mean: { numerator: 29, denominator: 7, text: '4.14' }, hidden: false });
    const { low, high } = overall(found);
    expect([Number(low) > 25, Number(high) < 84, Number(low) < 57.14, Number(high) > 57.14]).toEqual([true, true, true, true]);
    expect(overall(found).options.map(({ id, count, percent }) => [id, count, percent])).toEqual([
      ['rat-khong-hai-long', 0, '0.00'], ['khong-hai-long', 0, '0.00'], ['binh-thuong', 3, '42.86'], ['hai-long', 0, '0.00'], ['rat-hai-long', 4, '57.14'],
    ]);
    expect(found.factors.map(({ id, percent }) => [id, percent])).toEqual([['tiep-can', '100.00'], ['thu-tuc', '100.00'], ['cong-chuc', '100.00'], ['ket-qua', '100.00'], ['phan-anh', null], ['chung', '57.14']]);
    expect(found.groups).toMatchObject([{ key: 'nguoi-dan', forms: 7, hidden: false }]);
  });

  it('hide the parts that are few, and another one where subtraction would find them', async () => {
    const campaign = await aCampaign(noiVu, { agencies });
    await send(campaign, [0, 9], sipasAnswers());
    await send(campaign, [1, 6], sipasAnswers());
    await send(campaign, [2, 2], sipasAnswers('khong-hai-long'));
    await close(campaign);
    const found = await results(campaign);
    expect(found.offices.map(({ hidden, forms, satisfaction }) => [hidden, forms, satisfaction?.counted ?? null])).toEqual([[false, 9, 135], [true, null, null], [true, null, null]]);
    for (const [place, status] of [[0, 200], [1, 409], [2, 409]] as const) {
      expect((await read(campaign, { officeId: campaign.officeList[place]!.id })).status).toBe(status);
    }
    expect((await read(campaign, { officeId: campaign.officeList[0]!.id, groupCode: 'nguoi-dan' })).status).toBe(422);
    expect((await read(campaign, { officeId: '3f2c1d9e-8b7a-4c6d-9e5f-1a2b3c4d5e6f' })).status).toBe(404);
  });

  it('hide a question that few answered, there and where the others would give it away', async () => {
    const campaign = await aCampaign(noiVu, { agencies: agencies.slice(0, 2) });
    const asked = { 'da-phan-anh': 'roi', 'phan-anh-hinh-thuc': 'hai-long', 'phan-anh-tiep-nhan': 'hai-long', 'phan-anh-thong-bao': 'hai-long' };
    await send(campaign, [0, 3], sipasAnswers('hai-long', asked));
    await send(campaign, [0, 6], sipasAnswers('hai-long'));
    await send(campaign, [1, 7], sipasAnswers('hai-long', asked));
    await close(campaign);
    const of = async (query: object) => (await results(campaign, query)).questions.find(({ key }) => key === 'phan-anh-tiep-nhan')!;
    expect([await of({}), await of({ officeId: campaign.officeList[0]!.id }), await of({ officeId: campaign.officeList[1]!.id })].map(({ hidden, counted }) => [hidden, counted])).toEqual([[false, 10], [true, 0], [true, 0]]);
  });

  it('are refused as a whole where fewer than the least count are in', async () => {
    const campaign = await aCampaign(noiVu, { agencies });
    await send(campaign, [0, 4], sipasAnswers());
    await close(campaign);
    expect((await read(campaign).expect(409)).body.code).toBe('survey.too-few');
    const empty = await close(await aCampaign(noiVu, { agencies }));
    expect(await results(empty)).toMatchObject({ forms: 0, asked: null, nonResponsePercent: null });
  });

  it('of a matrix are told by agency, the hidden ones not', async () => {
    const campaign = await aCampaign(noiVu, { questionnaire: LEADERS_QUESTIONNAIRE, agencies, groups: [{ code: 'lanh-dao', byInvitation: false }] });
    const rate = (rating: string) => ratingAnswers(agencies.map(({ id }) => id), rating);
    await send(campaign, [0, 3], rate('A'));
    await send(campaign, [0, 2], rate('C'));
    await send(campaign, [0, 1], rate('khong-ro'));
    await close(campaign);
    const lines = (await results(campaign)).agencies.filter(({ key }) => key === 'danh-gia.chung');
    expect(lines.map(({ agency, hidden, satisfaction }) => [agency.name, hidden, satisfaction?.percent])).toEqual([['Sở An', false, '60.00'], ['Sở Bình', false, '60.00'], ['Sở Công', false, '60.00']]);
    expect(lines[0]!.options).toEqual([
      { id: 'A', count: 3, percent: '50.00' }, { id: 'B', count: 0, percent: '0.00' }, { id: 'C', count: 2, percent: '33.33' }, { id: 'D', count: 0, percent: '0.00' }, { id: 'khong-ro', count: 1, percent: '16.67' },
    ]);
  });

  it('are followed over the campaigns that asked the same', async () => {
    const first = await aCampaign(noiVu, { agencies: agencies.slice(0, 1), title: 'Năm trước' });
    await send(first, [0, 6], sipasAnswers('binh-thuong'));
    await close(first);
    const again = { title: 'Năm nay', questionnaireId: first.questionnaireId, cycleId: null, opensAt: first.opensAt, closesAt: first.closesAt, graceHours: 0, leastShown: 5, errorPercent: 5, groups: [{ code: 'nguoi-dan', byInvitation: false }] };
    let second = (await noiVu.post('/api/v1/survey-campaigns').send(again).expect(201)).body as CampaignView;
    second = (await noiVu.put(`/api/v1/survey-campaigns/${second.id}/offices`).set('if-match', `"${second.version}"`).send({ offices: [{ agencyId: agencies[0]!.id, name: '', population: null }] }).expect(200)).body;
    second = (await noiVu.post(`/api/v1/survey-campaigns/${second.id}/opening`).set('if-match', `"${second.version}"`).expect(200)).body;
    await send(second, [0, 6], sipasAnswers('hai-long'));
    await close(second);
    const points = async (query: object) => (await results(second, query)).trend.map(({ title, percent }) => [title, percent]).toSorted();
    expect(await points({})).toEqual([['Năm nay', '100.00'], ['Năm trước', '0.00']]);
    expect(await points({ officeId: second.officeList[0]!.id })).toEqual([['Năm nay', '100.00'], ['Năm trước', '0.00']]);
  });

  it('have free answers to be read, found without accents, of few offices without their name', async () => {
    const campaign = await aCampaign(noiVu, { agencies: agencies.slice(0, 2) });
    await send(campaign, [0, 9], sipasAnswers('hai-long', { 'gop-y': 'Cần thêm ghế đợi' }));
    await send(campaign, [1, 1], sipasAnswers('hai-long', { 'gop-y': 'Ghế tốt, 100% hài lòng' }));
    await close(campaign);
    const texts = async (query: object) => (await noiVu.get(`/api/v1/survey-campaigns/${campaign.id}/texts`).query(query).expect(200)).body;
    expect(await texts({ search: 'ghe doi' })).toMatchObject({ total: 9, items: expect.arrayContaining([{ id: expect.any(String), question: 'gop-y', text: 'Cần thêm ghế đợi', officeName: null }]) });
    expect((await texts({ search: '100%' })).items).toMatchObject([{ officeName: null }]);
    expect(await texts({ question: 'khac' })).toMatchObject({ total: 0 });
  });

  it('have forms worth a second look, which a person leaves out with a reason and takes back', async () => {
    const campaign = await aCampaign(noiVu, { agencies: agencies.slice(0, 1) });
    const varied = (place: number) => sipasAnswers('hai-long', { 'tiep-can-thong-tin': ['hai-long', 'binh-thuong', 'rat-hai-long'][place % 3]!, 'ket-qua-dung-hen': 'binh-thuong', 'gop-y': `Ý ${place}` });
    for (let place = 0; place < 10; place += 1) {
      await send(campaign, [0, 1, { seconds: place === 0 ? 4 : 80 }], varied(place));
    }
    await send(campaign, [0, 1, { seconds: 90 }], sipasAnswers('rat-hai-long', { 'da-phan-anh': 'chua' }));
    await send(campaign, [0, 5, { seconds: 85 }], sipasAnswers('binh-thuong', { 'hai-long-chung': 'hai-long' }));
    await close(campaign);
    const suspicions = async () => (await noiVu.get(`/api/v1/survey-campaigns/${campaign.id}/suspicions`).expect(200)).body as SuspicionsView;
    const { forms } = await suspicions();
    expect(forms.map(({ why }) => why.join()).toSorted()).toEqual(['fast', 'same', 'same', 'same', 'same', 'same']);
    const fast = forms.find(({ why }) => why.includes('fast'))!;
    expect(fast).toMatchObject({ seconds: 4, channel: 'link', officeName: 'Sở An' });
    const before = await results(campaign);
    const url = (what: string) => `/api/v1/survey-campaigns/${campaign.id}/forms/${fast.id}/${what}`;
    const left = (await noiVu.post(url('exclusion')).send({ reason: 'Máy thử' }).expect(200)).body as SuspicionsView;
    expect(left.excluded).toMatchObject([{ id: fast.id, reason: 'Máy thử' }]);
    expect((await results(campaign)).forms).toBe(before.forms - 1);
    await noiVu.post(url('exclusion')).send({ reason: 'Máy thử' }).expect(200);
    await noiVu.post(url('restoration')).send({ reason: 'Là phiếu thật' }).expect(200);
    expect({ ...(await results(campaign)), trend: [] }).toEqual({ ...before, trend: [] });
    await expect(test.db.query(`update survey_form set answers = '{}' where id = $1`, [fast.id])).rejects.toMatchObject({ driverError: { code: '23001' } });
  });

  it('go out as a workbook that hides what the page hides', async () => {
    const campaign = await aCampaign(noiVu, { agencies, population: 20 });
    await send(campaign, [0, 9], sipasAnswers());
    await send(campaign, [1, 6], sipasAnswers('binh-thuong'));
    await send(campaign, [2, 2], sipasAnswers('khong-hai-long'));
    await close(campaign);
    const { body } = await noiVu.get(`/api/v1/survey-campaigns/${campaign.id}/results.xlsx`).buffer(true).parse(bytesOf as never).expect(200);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(body as exceljs.Buffer);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Tổng hợp', 'Câu hỏi', 'Cơ quan', 'Nhóm']);
    const rowsOf = (name: string) => (workbook.getWorksheet(name)!.getSheetValues().slice(2) as unknown[][]).map((row) => row.slice(1));
    expect(rowsOf('Cơ quan').map(([name, forms, target, , , percent]) => [name, forms, target, percent])).toEqual([['Sở An', 9, 20, 100], ['Sở Bình', 'ít phiếu', 20, undefined], ['Sở Công', 'ít phiếu', 20, undefined]]);
    expect(rowsOf('Tổng hợp')[1]).toEqual(['Số phiếu', 17]);
    expect(rowsOf('Câu hỏi')).toContainEqual([undefined, 'Hài lòng', 9, 52.94]);
  });

  it('go out as a workbook with every counted form, without times and without names of few', async () => {
    const campaign = await aCampaign(noiVu, { agencies: agencies.slice(0, 2) });
    await send(campaign, [0, 9], sipasAnswers('hai-long', { 'gop-y': '=1+1' }));
    await send(campaign, [1, 1], sipasAnswers());
    await close(campaign);
    const { body } = await noiVu.get(`/api/v1/survey-campaigns/${campaign.id}/forms.xlsx`).buffer(true).parse(bytesOf as never).expect(200);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(body as exceljs.Buffer);
    const sheet = workbook.worksheets[0]!;
    const rows = sheet.getSheetValues().slice(1) as unknown[][];
    expect(rows).toHaveLength(11);
    expect(rows[0]).toContain('Nhìn chung, Ông/Bà hài lòng thế nào về sự phục vụ của cơ quan?');
    expect(new Set(rows.slice(1).map((row) => row[1] ?? ''))).toEqual(new Set(['']));
    expect(rows.flat()).toContain('=1+1');
    expect(rows[1]).toContain('Hài lòng');
  });
});

/** The bytes as they come. */
function bytesOf(response: NodeJS.ReadableStream, finish: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => chunks.push(Buffer.from(chunk)));
  response.on('end', () => finish(null, Buffer.concat(chunks)));
}
