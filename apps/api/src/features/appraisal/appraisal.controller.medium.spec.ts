import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { aProvince, type Assessed, type Province } from '../../../test/factories/province.factory';

const API = '/api/v1';
const ACCEPT = { kind: 'accept', reason: '', explanationWanted: false, question: '' };

describe('the routes of the appraisal', () => {
  let test: TestApp;
  let province: Province;
  let noiVu: Browser;
  let officer: Browser;
  let assessed: Assessed;

  beforeAll(async () => {
    test = await startTestApp();
    province = await aProvince(test.db);
    noiVu = await test.signedInAs([{ role: 'home-affairs', agencyId: province.noiVu.id }]);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    assessed = await province.assessed();
    officer = await test.signedInAs([{ role: 'agency-officer', agencyId: assessed.agency.id }]);
  });

  const decide = (browser: Browser, body: object, version = '"0"', code = '1.1') =>
    browser.put(`${API}/appraisals/${assessed.id}/decisions/${code}`).set('if-match', version).send(body);

  it('decide a criterion and answer the version to send next time', async () => {
    const { body, headers } = await decide(noiVu, ACCEPT).expect(200);
    expect(headers['etag']).toBe('"1"');
    expect(body).toMatchObject({ layer: { code: '1.1', points: 20 }, decided: 1, toDecide: 4 });
    const stale = await decide(noiVu, ACCEPT).expect(412);
    expect(stale.body).toMatchObject({ code: 'record.version-stale', params: { version: 1 } });
  });

  it('want a version, and take nothing that a decision does not have', async () => {
    const unversioned = await noiVu.put(`${API}/appraisals/${assessed.id}/decisions/1.1`).send(ACCEPT).expect(428);
    expect(unversioned.body).toMatchObject({ code: 'request.precondition-required' });
    const more = await decide(noiVu, { ...ACCEPT, points: 3 }).expect(422);
    expect(more.body).toMatchObject({ code: 'request.invalid', errors: [{ pointer: '/points' }] });
    await decide(noiVu, { ...ACCEPT, kind: 'guess' }).expect(422);
    await decide(noiVu, { ...ACCEPT, kind: 'award', awarded: 'viel', reason: 'x' }).expect(422);
    await decide(noiVu, { ...ACCEPT, kind: 'correct', answer: 7 }).expect(422);
  });

  it('say at which place of the request an answer is wrong', async () => {
    const { body } = await decide(noiVu, { ...ACCEPT, kind: 'correct', answer: { numerator: 3, denominator: 2 }, reason: 'x' }).expect(422);
    expect(body).toMatchObject({ code: 'answer.invalid', errors: [{ pointer: expect.stringMatching(/^\/answer/) as string, detail: expect.stringMatching(/\p{L}/u) as string }] });
  });

  it('preview and accept the rest', async () => {
    const preview = await noiVu.post(`${API}/appraisals/${assessed.id}/acceptance?dryRun=true`).send({}).expect(200);
    expect(preview.body).toMatchObject({ dryRun: true, left: ['4.1'], decided: 0 });
    const accepted = await noiVu.post(`${API}/appraisals/${assessed.id}/acceptance`).send({ codes: ['1.1', '1.2'] }).expect(200);
    expect(accepted.body).toMatchObject({ dryRun: false, decided: 2 });
    await noiVu.post(`${API}/appraisals/${assessed.id}/acceptance?dryRun=maybe`).send({}).expect(422);
    await noiVu.post(`${API}/appraisals/${assessed.id}/acceptance`).send({ codes: [] }).expect(422);
  });

  it('list and show what is to be appraised', async () => {
    const { body } = await noiVu.get(`${API}/appraisals?cycleId=${assessed.assessment.cycleId}&pageSize=10`).expect(200);
    expect(body).toMatchObject({ total: 1, items: [{ assessmentId: assessed.id, toDecide: 4 }] });
    const view = await noiVu.get(`${API}/appraisals/${assessed.id}`).expect(200);
    expect(view.body.criteria).toHaveLength(8);
    await noiVu.get(`${API}/appraisals?state=unknown`).expect(422);
    await noiVu.get(`${API}/appraisals/not-an-id`).expect(404);
  });

  it('close an appraisal with a reason', async () => {
    await noiVu.post(`${API}/appraisals/${assessed.id}/closing`).send({ reason: ' ' }).expect(422);
    const { body } = await noiVu.post(`${API}/appraisals/${assessed.id}/closing`).send({ reason: 'Hết thời gian' }).expect(200);
    expect(body).toMatchObject({ state: 'appraised', undecided: expect.arrayContaining(['1.1', '2.1']) as string[] });
  });

  it('enter base figures, one by one and for all', async () => {
    const figure = await noiVu.put(`${API}/assessments/${assessed.id}/base-figures/2.2`).set('if-match', '"0"').send({ answer: { percent: 80 }, reason: '' }).expect(200);
    expect([figure.headers['etag'], figure.body.points]).toEqual(['"1"', 16]);
    const rows = [{ agencyId: assessed.agency.id, answer: { value: 50 } }];
    const imported = await noiVu.post(`${API}/cycles/${assessed.assessment.cycleId}/base-figures/2.3`).send({ rows, reason: '' }).expect(200);
    expect(imported.body).toEqual({ code: '2.3', entered: 1, changed: 0 });
    await noiVu.post(`${API}/cycles/${assessed.assessment.cycleId}/base-figures/2.3`).send({ rows: [{ agencyId: 'x', answer: {} }], reason: '' }).expect(422);
  });

  it('let in nobody else', async () => {
    await test.anonymous.get(`${API}/appraisals`).expect(401);
    await officer.get(`${API}/appraisals`).expect(403);
    await officer.get(`${API}/appraisals/${assessed.id}`).expect(403);
    await decide(officer, ACCEPT).expect(403);
    await officer.post(`${API}/appraisals/${assessed.id}/acceptance`).send({}).expect(403);
    await officer.post(`${API}/appraisals/${assessed.id}/closing`).send({ reason: 'x' }).expect(403);
    await officer.put(`${API}/assessments/${assessed.id}/base-figures/2.2`).set('if-match', '"0"').send({ answer: { percent: 80 }, reason: '' }).expect(403);
  });
});
