import type { CampaignProgress, CampaignView, CreatedDevice, PublicForm } from '@par-index/contract';
import { aFilledForm, aCampaign, ratingAnswers, sipasAnswers } from '../../../test/factories/survey.factory';
import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { anAgency } from '../../../test/factories/agency.factory';
import { daysFromNow } from '../../../test/factories/cycle.factory';
import type { Agency } from '../organisation/agency.entity';
import { FormMixing } from './form-mixing.service';
import { SurveyClock } from './survey-clock.service';

describe('forms', () => {
  let test: TestApp;
  let noiVu: Browser;
  let agencies: readonly Agency[];
  let campaign: CampaignView;

  beforeAll(async () => {
    test = await startTestApp();
    agencies = [await anAgency(test.db, { name: 'Sở An' }), await anAgency(test.db, { name: 'Sở Bình' })];
    noiVu = await test.signedInAs([{ role: 'home-affairs', agencyId: (await anAgency(test.db, { name: 'Sở Nội vụ' })).id }]);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    campaign = await aCampaign(noiVu, { agencies, population: 1000 });
  });

  const office = (place = 0) => campaign.officeList[place]!;
  const send = (form: object, link = office().linkCode) => test.anonymous.post(`/api/v1/public/surveys/${link}/forms`).send(form);
  const progress = async (id = campaign.id): Promise<CampaignProgress> => (await noiVu.get(`/api/v1/survey-campaigns/${id}/progress`).expect(200)).body as CampaignProgress;
  const countIn = async (table: string, id = campaign.id): Promise<number> => Number((await test.db.query(`select count(*) from ${table} where campaign_id = $1`, [id]))[0].count);

  it('are opened by the link of an office, with what is asked and how it is kept', async () => {
    const form = (await test.anonymous.get(`/api/v1/public/surveys/${office().linkCode.toLowerCase()}`).expect(200)).body as PublicForm;
    expect(form).toMatchObject({ campaignId: campaign.id, state: 'open', officeId: office().id, groupCode: 'nguoi-dan' });
    expect(form.questionnaire.sections.length).toBeGreaterThan(5);
    expect(form.privacy.map(({ vi }) => vi).join(' ')).toContain('ít hơn 5 phiếu');
    const whole = (await test.anonymous.get(`/api/v1/public/surveys/${campaign.linkCode}`).expect(200)).body as PublicForm;
    expect([whole.officeId, whole.offices.map(({ name }) => name)]).toEqual([null, ['Sở An', 'Sở Bình']]);
  });

  it('are stored once, however often and in whatever order they are sent', async () => {
    const form = aFilledForm(sipasAnswers());
    const answer = { id: form.id, stored: true };
    const answers = await Promise.all([send(form), send(form), send({ ...form, answers: sipasAnswers('binh-thuong') }), send(form), send({ ...form, id: form.id.toUpperCase() })]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect((await send(form).expect(200)).body).toEqual(answer);
    expect([await countIn('survey_arrival'), await countIn('survey_sealed_form')]).toEqual([1, 1]);
    expect(await progress()).toMatchObject({ received: 1, waiting: 1, offices: [{ received: 1, target: 286 }, { received: 0 }], channels: [{ channel: 'link', received: 1 }, {}, {}, {}] });
  });

  it('of a campaign are others than those of another one with the same id', async () => {
    const form = aFilledForm(sipasAnswers());
    const other = await aCampaign(noiVu, { agencies });
    await send(form).expect(200);
    await send(form, other.officeList[0]!.linkCode).expect(200);
    expect([await countIn('survey_arrival'), await countIn('survey_arrival', other.id)]).toEqual([1, 1]);
  });

  it('ask for the office where the link does not say it', async () => {
    const form = aFilledForm(sipasAnswers());
    const { body } = await send(form, campaign.linkCode).expect(422);
    expect(body).toMatchObject({ code: 'survey.form-invalid', errors: [{ pointer: '/answers/co-quan', code: 'required' }] });
    await send({ ...form, answers: { ...form.answers, 'co-quan': office(1).id } }, campaign.linkCode).expect(200);
    expect((await progress()).offices.map(({ received }) => received)).toEqual([0, 1]);
  });

  it.each<[string, object, number, string]>([
    ['without an answer', { answers: {} }, 422, 'survey.form-invalid'],
    ['with another option', { answers: sipasAnswers('tuyet-voi') }, 422, 'survey.form-invalid'],
    ['with a question that there is not', { answers: sipasAnswers('hai-long', { 'ho-ten': 'A' }) }, 422, 'survey.form-invalid'],
    ['without an id', { id: 'x' }, 422, 'request.invalid'],
    ['with a field too many', { userAgent: 'Firefox' }, 422, 'request.invalid'],
    ['with a time that is none', { answeredAt: 'hôm qua' }, 422, 'request.invalid'],
    ['with a negative time', { seconds: -1 }, 422, 'request.invalid'],
    ['with answers that are a list', { answers: [] }, 422, 'request.invalid'],
  ])('%s are refused, and nothing is stored', async (_, change, status, code) => {
    const { body } = await send({ ...aFilledForm(sipasAnswers()), ...change }).expect(status);
    expect(body.code).toBe(code);
    expect(await countIn('survey_arrival')).toBe(0);
  });

  it('have no address that somebody guesses, and none as long as the campaign is a draft', async () => {
    const draft = await aCampaign(noiVu, { agencies, state: 'draft' });
    for (const code of ['ABCDEFGHJK', draft.linkCode, draft.officeList[0]!.linkCode]) {
      expect((await send(aFilledForm(sipasAnswers()), code).expect(404)).body.code).toBe('survey.link-unknown');
    }
  });

  it('are refused before and after their time, but for those that were answered in it', async () => {
    const early = await aCampaign(noiVu, { agencies, opensAt: daysFromNow(1).toISOString() });
    expect((await send(aFilledForm(sipasAnswers()), early.linkCode).expect(409)).body.code).toBe('survey.not-open');
    await test.db.query(`update survey_campaign set closes_at = now() - interval '1 hour' where id = $1`, [campaign.id]);
    expect((await send(aFilledForm(sipasAnswers())).expect(410)).body.code).toBe('survey.closed');
    await send(aFilledForm(sipasAnswers(), { answeredAt: new Date(Date.now() - 2 * 3_600_000).toISOString() })).expect(200);
    await test.db.query(`update survey_campaign set closes_at = now() - interval '30 hours' where id = $1`, [campaign.id]);
    expect((await send(aFilledForm(sipasAnswers(), { answeredAt: daysFromNow(-3).toISOString() })).expect(410)).body.code).toBe('survey.closed');
  });

  it('come out of their seals among others, rounded, and count as they come', async () => {
    for (let sent = 0; sent < 14; sent += 1) {
      await send(aFilledForm(sipasAnswers(sent < 9 ? 'hai-long' : 'binh-thuong', { 'gop-y': `Ý ${sent}` }))).expect(200);
    }
    await test.app.get(FormMixing).mixAll();
    expect([await countIn('survey_form'), await countIn('survey_sealed_form'), await countIn('survey_text')]).toEqual([9, 5, 9]);
    await test.app.get(FormMixing).mixAll();
    expect(await countIn('survey_form')).toBe(9);
    const [form] = await test.db.query('select hour, seconds, channel from survey_form where campaign_id = $1 limit 1', [campaign.id]);
    expect([form.hour.getMinutes(), form.hour.getSeconds(), form.seconds, form.channel]).toEqual([0, 0, 70, 'link']);
  });

  it('wait where they are few, until the close lets out all', async () => {
    for (let sent = 0; sent < 7; sent += 1) {
      await send(aFilledForm(sipasAnswers())).expect(200);
    }
    await test.app.get(FormMixing).mixAll();
    expect(await countIn('survey_form')).toBe(0);
    await noiVu.post(`/api/v1/survey-campaigns/${campaign.id}/closing`).set('if-match', `"${campaign.version}"`).send({ reason: 'Đủ mẫu' }).expect(200);
    expect([await countIn('survey_form'), await countIn('survey_sealed_form')]).toEqual([7, 0]);
    expect((await send(aFilledForm(sipasAnswers())).expect(410)).body.code).toBe('survey.closed');
  });

  it('are none of them lost between arriving and the close', async () => {
    const sending = Array.from({ length: 30 }, () => send(aFilledForm(sipasAnswers())).then(({ status }) => status));
    const closing = noiVu.post(`/api/v1/survey-campaigns/${campaign.id}/closing`).set('if-match', `"${campaign.version}"`).send({ reason: 'Đủ mẫu' });
    const statuses = await Promise.all(sending);
    await closing.expect(200);
    const stored = statuses.filter((status) => status === 200).length;
    expect([await countIn('survey_arrival'), await countIn('survey_form'), await countIn('survey_sealed_form')]).toEqual([stored, stored, 0]);
    expect(statuses.every((status) => status === 200 || status === 410)).toBe(true);
  });

  it('are closed by the clock when the grace is over, and not before', async () => {
    await send(aFilledForm(sipasAnswers())).expect(200);
    await test.db.query(`update survey_campaign set closes_at = now() - interval '23 hours' where id = $1`, [campaign.id]);
    await test.app.get(SurveyClock).tick();
    const stateOf = async () => (await noiVu.get(`/api/v1/survey-campaigns/${campaign.id}`)).body as CampaignView;
    expect((await stateOf()).state).toBe('open');
    await test.db.query(`update survey_campaign set closes_at = now() - interval '25 hours' where id = $1`, [campaign.id]);
    await test.app.get(SurveyClock).tick();
    expect(await stateOf()).toMatchObject({ state: 'closed', closedReason: 'Hết thời gian', openActions: ['map', 'propose'] });
    expect(await countIn('survey_form')).toBe(1);
  });

  describe('of a kiosk', () => {
    const register = async (): Promise<CreatedDevice> =>
      (await noiVu.post(`/api/v1/survey-campaigns/${campaign.id}/devices`).send({ name: 'Quầy 1', officeId: office(1).id }).expect(201)).body as CreatedDevice;
    const sendAll = (token: string, forms: readonly object[]) => test.anonymous.post('/api/v1/public/survey-kiosk/forms').send({ token, forms });

    it('come later, many at once, each once, and what can’t be taken keeps none of the others out', async () => {
      const { token } = await register();
      const forms = Array.from({ length: 5 }, () => aFilledForm(sipasAnswers(), { answeredAt: daysFromNow(-1).toISOString() }));
      const bad = aFilledForm({});
      const { body } = await sendAll(token, [...forms.slice(0, 3), bad, ...forms.slice(2)]).expect(200);
      expect(body.results.map(({ stored }: { stored: boolean }) => stored)).toEqual([true, true, true, false, true, true, true]);
      expect(body.results[3]).toEqual({ id: bad.id, stored: false, refusal: { code: 'survey.form-invalid', detail: expect.stringContaining('Phiếu còn câu') } });
      expect((await sendAll(token, forms).expect(200)).body.results).toHaveLength(5);
      expect(await progress()).toMatchObject({ received: 5, offices: [{ received: 0 }, { received: 5 }] });
    });

    it('open on the device alone, until it is taken back', async () => {
      const { token, id } = await register();
      expect((await test.anonymous.post('/api/v1/public/survey-kiosk/form').send({ token }).expect(200)).body).toMatchObject({ officeId: office(1).id });
      await noiVu.post(`/api/v1/survey-campaigns/${campaign.id}/devices/${id}/revocation`).expect(200);
      expect((await sendAll(token, [aFilledForm(sipasAnswers())]).expect(404)).body.code).toBe('survey.device-unknown');
      expect((await noiVu.get(`/api/v1/survey-campaigns/${campaign.id}/devices`)).body).toEqual([{ id, name: 'Quầy 1', officeId: office(1).id, revoked: true }]);
    });

    it('carry no secret in the database', async () => {
      const { token } = await register();
      const [{ all }] = await test.db.query('select json_agg(d)::text as all from survey_device d');
      expect(all).not.toContain(token);
    });
  });

  it('are not taken from everybody where all groups are invited', async () => {
    const invited = await aCampaign(noiVu, { agencies, groups: [{ code: 'lanh-dao', byInvitation: true }] });
    expect((await send(aFilledForm(ratingAnswers([], 'A')), invited.linkCode).expect(404)).body.code).toBe('survey.link-unknown');
    await test.anonymous.get(`/api/v1/public/surveys/${invited.linkCode}`).expect(404);
  });
});
