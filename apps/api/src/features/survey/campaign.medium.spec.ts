import { type CampaignView, type InvitationImportView, LEADERS_QUESTIONNAIRE, type PaperFigures, type Questionnaire, type QuestionnaireView, SIPAS_QUESTIONNAIRE } from '@par-index/contract';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { countQueries } from '../../../test/database';
import { anAgency } from '../../../test/factories/agency.factory';
import { daysFromNow } from '../../../test/factories/cycle.factory';
import { readMail } from '../../../test/factories/read-mail';
import { aCampaign, aSheet, campaignRequest, sipasAnswers } from '../../../test/factories/survey.factory';
import { Config } from '../../platform/config/config';
import { Mailing } from '../notification/mailing.service';
import type { Agency } from '../organisation/agency.entity';

describe('what is asked', () => {
  let test: TestApp;
  let noiVu: Browser;
  let other: Browser;
  let agencies: readonly Agency[];

  beforeAll(async () => {
    test = await startTestApp({ PAR_PUBLIC_URL: 'https://par.example' });
    agencies = [await anAgency(test.db, { code: 'so-an', name: 'Sở An' }), await anAgency(test.db, { code: 'so-binh', name: 'Sở Bình' })];
    const agencyId = (await anAgency(test.db)).id;
    noiVu = await test.signedInAs([{ role: 'home-affairs', agencyId }]);
    other = await test.signedInAs([{ role: 'home-affairs', agencyId }]);
  });
  afterAll(() => test.close());

  const URL = '/api/v1/survey-questionnaires';
  const created = async (document: Questionnaire): Promise<QuestionnaireView> => (await noiVu.post(URL).send({ document }).expect(201)).body as QuestionnaireView;

  describe('by a questionnaire', () => {
    it('is a draft until it is issued, and then never changes, not even by the database', async () => {
      const draft = await created({ ...SIPAS_QUESTIONNAIRE, code: 'phieu-mot' });
      expect(draft).toMatchObject({ versionNumber: 1, state: 'draft', version: 1, findings: [], questions: 22 });
      const document = { ...draft.document, title: { vi: 'Phiếu hai', en: '' } };
      const edited = (await noiVu.put(`${URL}/${draft.id}`).set('if-match', '"1"').send({ document }).expect(200)).body as QuestionnaireView;
      expect(edited).toMatchObject({ title: 'Phiếu hai', version: 2 });
      await noiVu.put(`${URL}/${draft.id}`).set('if-match', '"1"').send({ document }).expect(412);
      await noiVu.post(`${URL}/${draft.id}/issue`).set('if-match', '"2"').expect(200);
      expect((await noiVu.put(`${URL}/${draft.id}`).set('if-match', '"3"').send({ document }).expect(409)).body.code).toBe('survey.questionnaire-issued');
      await expect(test.db.query(`update survey_questionnaire set title = 'x' where id = $1`, [draft.id])).rejects.toMatchObject({ driverError: { code: '23001' } });
      await expect(test.db.query(`delete from survey_questionnaire`)).rejects.toMatchObject({ driverError: { code: '23001' } });
      expect(await created({ ...SIPAS_QUESTIONNAIRE, code: 'phieu-mot' })).toMatchObject({ versionNumber: 2, state: 'draft' });
    });

    it('gets numbers one after the other, also when two are made at once', async () => {
      const both = await Promise.all(Array.from({ length: 4 }, () => created({ ...SIPAS_QUESTIONNAIRE, code: 'phieu-dua' })));
      expect(both.map(({ versionNumber }) => versionNumber).toSorted()).toEqual([1, 2, 3, 4]);
    });

    it('may be wrong as a draft, and is not issued while it is', async () => {
      const draft = await created({ ...SIPAS_QUESTIONNAIRE, code: 'phieu-sai', sections: [] });
      expect(draft.findings).toMatchObject([{ pointer: '/sections', code: 'empty' }]);
      const { body } = await noiVu.post(`${URL}/${draft.id}/issue`).set('if-match', '"1"').expect(422);
      expect(body).toMatchObject({ code: 'survey.questionnaire-invalid', errors: [{ pointer: '/document/sections' }] });
      expect((await noiVu.post(`${URL}/check`).send({ document: { a: 1 } }).expect(200)).body.findings.length).toBeGreaterThan(3);
    });

    it('needs a code and a title to be found again, and keeps its code', async () => {
      const { body } = await noiVu.post(URL).send({ document: { sections: 7, title: { vi: 5 } } }).expect(422);
      expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/document/code', '/document/title/vi']);
      const draft = await created({ ...SIPAS_QUESTIONNAIRE, code: 'phieu-ma' });
      expect((await noiVu.put(`${URL}/${draft.id}`).set('if-match', '"1"').send({ document: SIPAS_QUESTIONNAIRE }).expect(422)).body.errors).toMatchObject([{ pointer: '/document/code' }]);
    });

    it('is listed in as many queries for many as for few', async () => {
      const list = () => noiVu.get(URL).expect(200);
      const few = await countQueries(test.db, list);
      await created({ ...SIPAS_QUESTIONNAIRE, code: 'phieu-them' });
      expect(await countQueries(test.db, list)).toBe(few);
    });
  });

  describe('of a group', () => {
    it('that a province adds, names and puts away', async () => {
      expect((await noiVu.get('/api/v1/respondent-groups').expect(200)).body.map(({ code }: { code: string }) => code).slice(0, 2)).toEqual(['nguoi-dan', 'lanh-dao']);
      expect((await noiVu.post('/api/v1/respondent-groups').send({ code: 'doanh-nghiep', name: 'Doanh nghiệp' }).expect(201)).body).toMatchObject({ active: true });
      expect((await noiVu.post('/api/v1/respondent-groups').send({ code: 'doanh-nghiep', name: 'Khác' }).expect(409)).body.code).toBe('record.duplicate');
      await noiVu.put('/api/v1/respondent-groups/doanh-nghiep').send({ name: 'Doanh nghiệp', position: 9, active: false }).expect(200);
      const draft = await aCampaign(noiVu, { agencies, state: 'draft' });
      const request = { ...campaignRequest(draft.questionnaireId), groups: [{ code: 'doanh-nghiep', byInvitation: true }] };
      expect((await noiVu.post('/api/v1/survey-campaigns').send(request).expect(422)).body.errors).toMatchObject([{ pointer: '/groups', code: 'group' }]);
    });
  });

  describe('in a campaign', () => {
    let draft: CampaignView;
    beforeEach(async () => {
      draft = await aCampaign(noiVu, { agencies, state: 'draft' });
    });
    const url = (rest = '') => `/api/v1/survey-campaigns/${draft.id}${rest}`;

    it.each<[string, object, string]>([
      ['an end before its beginning', { closesAt: daysFromNow(-9).toISOString() }, '/closesAt'],
      ['a questionnaire that there is not', { questionnaireId: '3f2c1d9e-8b7a-4c6d-9e5f-1a2b3c4d5e6f' }, '/questionnaireId'],
      ['a cycle that there is not', { cycleId: '3f2c1d9e-8b7a-4c6d-9e5f-1a2b3c4d5e6f' }, '/cycleId'],
      ['two groups without invitation', { groups: [{ code: 'nguoi-dan', byInvitation: false }, { code: 'hdnd', byInvitation: false }] }, '/groups'],
      ['a group twice', { groups: [{ code: 'nguoi-dan', byInvitation: false }, { code: 'nguoi-dan', byInvitation: true }] }, '/groups'],
      ['a least count that shows single people', { leastShown: 2 }, '/leastShown'],
      ['no title', { title: ' ' }, '/title'],
    ])('is refused with %s', async (_, change, pointer) => {
      const { body } = await noiVu.put(url()).set('if-match', `"${draft.version}"`).send({ ...campaignRequest(draft.questionnaireId), ...change }).expect(422);
      expect(body.errors[0].pointer).toBe(pointer);
    });

    it('is edited as a draft, keeps the links of offices that stay, and opens once it has all', async () => {
      const offices = [{ agencyId: agencies[0]!.id, name: '', population: 400 }, { agencyId: agencies[0]!.id, name: 'Bộ phận một cửa', population: null }];
      const changed = (await noiVu.put(url('/offices')).set('if-match', `"${draft.version}"`).send({ offices }).expect(200)).body as CampaignView;
      expect(changed.officeList.map(({ name, target }) => [name, target])).toEqual([['', 200], ['Bộ phận một cửa', null]]);
      expect(changed.officeList[0]!.linkCode).toBe(draft.officeList[0]!.linkCode);
      const none = (await noiVu.put(url('/offices')).set('if-match', `"${changed.version}"`).send({ offices: [] }).expect(200)).body as CampaignView;
      expect((await noiVu.post(url('/opening')).set('if-match', `"${none.version}"`).expect(409)).body).toMatchObject({ code: 'survey.not-ready', errors: [{ pointer: '/offices' }] });
      const again = (await noiVu.put(url('/offices')).set('if-match', `"${none.version}"`).send({ offices }).expect(200)).body as CampaignView;
      const open = (await noiVu.post(url('/opening')).set('if-match', `"${again.version}"`).expect(200)).body as CampaignView;
      expect(open).toMatchObject({ state: 'open', openActions: ['invite', 'collect', 'close', 'map'] });
      expect((await noiVu.put(url()).set('if-match', `"${open.version}"`).send(campaignRequest(draft.questionnaireId)).expect(409)).body.code).toBe('survey.state-illegal');
      await expect(test.db.query(`update survey_campaign set state = 'draft' where id = $1`, [draft.id])).rejects.toMatchObject({ driverError: { code: '23001' } });
    });

    it('takes its offices from Excel, after a dry run', async () => {
      const file = await aSheet([['Mã cơ quan', 'Bộ phận', 'Số người được phục vụ'], ['so-an', '', '1000'], ['so-binh', 'Một cửa', '']]);
      const upload = (dryRun: string) => noiVu.post(url('/offices/import')).set('if-match', `"${draft.version}"`).query({ dryRun }).attach('file', file, 'a.xlsx');
      expect((await upload('true').expect(200)).body).toEqual({
        dryRun: true,
        errors: [],
        rows: [{ row: 2, agencyCode: 'so-an', name: '', population: 1000, target: 286, effect: 'change' }, { row: 3, agencyCode: 'so-binh', name: 'Một cửa', population: null, target: null, effect: 'create' }],
      });
      await upload('false').expect(200);
      const { officeList } = (await noiVu.get(url()).expect(200)).body as CampaignView;
      expect(officeList.map(({ agency, name, population }) => [agency.code, name, population])).toEqual([['so-an', '', 1000], ['so-binh', '', null], ['so-binh', 'Một cửa', null]]);
      const bad = await aSheet([['Mã cơ quan', 'Bộ phận', 'Số người được phục vụ'], ['khong-co', '', 'nhiều']]);
      const refused = await noiVu.post(url('/offices/import')).set('if-match', '"999"').query({ dryRun: 'true' }).attach('file', bad, 'a.xlsx').expect(200);
      expect(refused.body.errors.map(({ cell }: { cell: string }) => cell)).toEqual(['A2', 'C2']);
    });

    it('has a poster for each office, with its name and its address', async () => {
      const { body } = await noiVu.get(url(`/offices/${draft.officeList[0]!.id}/poster.pdf`)).buffer(true).parse(bytesOf as never).expect(200);
      const pdf = await getDocument({ data: new Uint8Array(body as Buffer), useSystemFonts: false }).promise;
      const page = await pdf.getPage(1);
      const words = (await page.getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join('');
      expect([pdf.numPages, page.view.map(Math.round)]).toEqual([1, [0, 0, 420, 595]]);
      expect(words).toContain('Sở An');
      expect(words).toContain(`https://par.example/khao-sat/${draft.officeList[0]!.linkCode}`);
      expect((await noiVu.get(url(`/offices/${draft.officeList[0]!.id}/code.svg`)).expect(200)).headers['content-type']).toContain('image/svg+xml');
    });

    it('is listed in as many queries for many as for few', async () => {
      const list = () => noiVu.get('/api/v1/survey-campaigns?search=khao').expect(200);
      const few = await countQueries(test.db, list);
      await aCampaign(noiVu, { agencies, state: 'draft' });
      expect(await countQueries(test.db, list)).toBe(few);
    });
  });

  describe('by invitation', () => {
    let campaign: CampaignView;
    beforeEach(async () => {
      campaign = await aCampaign(noiVu, { questionnaire: LEADERS_QUESTIONNAIRE, agencies, groups: [{ code: 'lanh-dao', byInvitation: true }, { code: 'nguoi-dan', byInvitation: false }] });
    });
    const HEAD = ['Họ và tên', 'Thư điện tử', 'Mã cơ quan'];
    const upload = async (rows: readonly string[][], query: object) =>
      noiVu.post(`/api/v1/survey-campaigns/${campaign.id}/invitations/import`).query({ dryRun: 'false', mail: 'false', groupCode: 'lanh-dao', ...query }).attach('file', await aSheet([HEAD, ...rows]), 'a.xlsx');

    it('mails a code to each, keeps only its hash, and forgets the words of the mail', async () => {
      const { body } = await upload([['Trần An', 'an@tinh.example', 'so-an'], ['Lê Bình', 'binh@tinh.example', '']], { mail: 'true' });
      const { codes } = body as InvitationImportView;
      expect(codes.map(({ name, code, url }) => [name, url === `https://par.example/khao-sat/moi#${code}`])).toEqual([['Trần An', true], ['Lê Bình', true]]);
      await test.app.get(Mailing).sendWaiting();
      const folder = join(test.app.get(Config).PAR_DATA_DIR, 'mails');
      const mails = await Promise.all((await readdir(folder)).map(async (name) => readMail(await readFile(join(folder, name), 'utf8'))));
      expect(mails.find(({ to }) => to === 'an@tinh.example')?.text).toContain(codes[0]!.url);
      const kept = JSON.stringify(await test.db.query('select * from mail_message')) + JSON.stringify(await test.db.query('select * from survey_invitation')) + JSON.stringify(await test.db.query('select * from audit_event'));
      expect(codes.some(({ code }) => kept.includes(code))).toBe(false);
      await test.anonymous.post('/api/v1/public/survey-invitations/form').send({ code: codes[0]!.code }).expect(200);
    });

    it('says in a dry run what is wrong, cell by cell, and invites nobody', async () => {
      const { body } = await upload([['', 'khong-phai-thu', 'so-la'], ['Lê Bình', '', ''], ['Hai', 'a@b.vn', ''], ['Ba', 'A@b.vn', '']], { dryRun: 'true', mail: 'true' });
      expect(body.errors.map(({ cell }: { cell: string }) => cell)).toEqual(['A2', 'B2', 'C2', 'B3', 'B5']);
      expect((await noiVu.get(`/api/v1/survey-campaigns/${campaign.id}/invitations`).expect(200)).body.total).toBe(0);
      expect((await upload([['Lê Bình', '', '']], { groupCode: 'nguoi-dan' })).body).toMatchObject({ code: 'request.invalid', errors: [{ pointer: '/groupCode' }] });
    });

    it('takes thousands at once, and as a draft loses neither offices nor groups to them', async () => {
      campaign = await aCampaign(noiVu, { agencies, state: 'draft', groups: [{ code: 'lanh-dao', byInvitation: true }] });
      const { codes } = (await upload(Array.from({ length: 3000 }, (_, place) => [`Người ${place}`, `nguoi${place}@tinh.example`, 'so-an']), {})).body as InvitationImportView;
      expect(new Set(codes.map(({ code }) => code)).size).toBe(3000);
      const offices = [{ agencyId: agencies[1]!.id, name: '', population: null }];
      const changed = (await noiVu.put(`/api/v1/survey-campaigns/${campaign.id}/offices`).set('if-match', `"${campaign.version}"`).send({ offices }).expect(200)).body as CampaignView;
      const { items, total } = (await noiVu.get(`/api/v1/survey-campaigns/${campaign.id}/invitations`).expect(200)).body;
      expect([total, items[0].officeId]).toEqual([3000, null]);
      const { body } = await noiVu.put(`/api/v1/survey-campaigns/${campaign.id}`).set('if-match', `"${changed.version}"`).send(campaignRequest(campaign.questionnaireId)).expect(422);
      expect(body.errors).toMatchObject([{ pointer: '/groups', code: 'invited' }]);
      expect((await test.anonymous.post('/api/v1/public/survey-invitations/form').send({ code: codes[0]!.code }).expect(409)).body.code).toBe('survey.not-open');
    });

    it('gives another code for one that was lost, and the first opens nothing any more', async () => {
      const { codes } = (await upload([['Trần An', '', '']], {})).body as InvitationImportView;
      const { items } = (await noiVu.get(`/api/v1/survey-campaigns/${campaign.id}/invitations?search=tran`).expect(200)).body;
      const { body } = await noiVu.post(`/api/v1/survey-campaigns/${campaign.id}/invitations/${items[0].id}/code`).send({ mail: false }).expect(200);
      await test.anonymous.post('/api/v1/public/survey-invitations/form').send({ code: codes[0]!.code }).expect(404);
      await test.anonymous.post('/api/v1/public/survey-invitations/form').send({ code: body.code }).expect(200);
    });
  });

  describe('on paper', () => {
    let campaign: CampaignView;
    beforeEach(async () => {
      campaign = await aCampaign(noiVu, { agencies });
    });
    const enter = (by: Browser, number: string, pass: number, answers: object) =>
      by.put(`/api/v1/survey-campaigns/${campaign.id}/paper-forms/${number}/entries/${pass}`).send({ officeId: campaign.officeList[0]!.id, groupCode: 'nguoi-dan', answers });

    it('is counted once, typed twice by two people, and says how often they differ', async () => {
      await enter(noiVu, '001', 1, sipasAnswers('hai-long', { 'gop-y': 'Tốt' })).expect(200);
      await enter(noiVu, '001', 1, sipasAnswers('hai-long', { 'gop-y': 'Tốt' })).expect(200);
      await enter(noiVu, '002', 1, sipasAnswers('hai-long')).expect(200);
      const { body } = await enter(other, '001', 2, sipasAnswers('hai-long', { 'hai-long-chung': 'binh-thuong' })).expect(200);
      expect(body as PaperFigures).toMatchObject({ forms: 2, typedTwice: 1, compared: 17, different: 2, numbers: ['001'] });
      expect((body as PaperFigures).questions.filter(({ different }) => different > 0).map(({ id }) => id).toSorted()).toEqual(['gop-y', 'hai-long-chung']);
      expect(await test.db.query(`select from survey_arrival where campaign_id = $1 and channel = 'paper'`, [campaign.id])).toHaveLength(2);
    });

    it('refuses another form under a number, a second entry by the same person or without a first, and what is wrong', async () => {
      await enter(noiVu, 'A/1'.replace('/', '-'), 1, sipasAnswers()).expect(200);
      expect((await enter(noiVu, 'A-1', 1, sipasAnswers('binh-thuong'))).body.code).toBe('record.duplicate');
      expect((await enter(noiVu, 'A-1', 2, sipasAnswers())).body).toMatchObject({ code: 'request.invalid', errors: [{ code: 'same-person' }] });
      expect((await enter(other, 'A-2', 2, sipasAnswers())).status).toBe(404);
      expect((await enter(noiVu, 'A-3', 3, sipasAnswers())).status).toBe(404);
      expect((await enter(noiVu, 'A-3', 1, {})).body.code).toBe('survey.form-invalid');
    });
  });
});

/** The bytes as they come. */
function bytesOf(response: NodeJS.ReadableStream, finish: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => chunks.push(Buffer.from(chunk)));
  response.on('end', () => finish(null, Buffer.concat(chunks)));
}
