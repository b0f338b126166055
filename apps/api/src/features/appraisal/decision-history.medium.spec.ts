import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { aProvince, type Assessed, type Province } from '../../../test/factories/province.factory';

const API = '/api/v1';
const AWARD = { kind: 'award', awarded: 12, reason: 'Thiếu một phụ lục', explanationWanted: false, question: '' };

describe('the history of the decisions on a criterion', () => {
  let test: TestApp;
  let province: Province;
  let noiVu: Browser;
  let assessed: Assessed;

  beforeAll(async () => {
    test = await startTestApp();
    province = await aProvince(test.db);
    noiVu = await test.signedInAs([{ role: 'home-affairs', agencyId: province.noiVu.id }]);
    assessed = await province.assessed();
    await noiVu.put(`${API}/appraisals/${assessed.id}/decisions/1.1`).set('if-match', '"0"').send(AWARD).expect(200);
    await noiVu.put(`${API}/appraisals/${assessed.id}/decisions/1.1`).set('if-match', '"1"').send({ ...AWARD, awarded: 15, reason: 'Đã có phụ lục' }).expect(200);
  });
  afterAll(() => test.close());

  const history = (browser: Browser, code = '1.1') => browser.get(`${API}/assessments/${assessed.id}/answers/${code}/decisions`);

  it('has every version, newest first', async () => {
    expect((await history(noiVu).expect(200)).body).toMatchObject([
      { layer: 'appraisal-1', version: 2, points: 15, reason: 'Đã có phụ lục' },
      { layer: 'appraisal-1', version: 1, points: 12, reason: 'Thiếu một phụ lục' },
    ]);
  });

  it('is empty where nothing was decided, and not there for a criterion that is none', async () => {
    expect((await history(noiVu, '1.3').expect(200)).body).toEqual([]);
    await history(noiVu, '9.9').expect(404);
  });

  it('tells the agency nothing before the explanation, and then what stands, not what was first thought', async () => {
    const officer = await test.signedInAs([{ role: 'agency-officer', agencyId: assessed.agency.id }]);
    expect((await history(officer).expect(200)).body).toEqual([]);
    await test.db.query(`update cycle set phase = 'explanation' where id = (select cycle_id from assessment where id = $1)`, [assessed.id]);
    expect((await history(officer).expect(200)).body).toMatchObject([{ version: 2, points: 15 }]);
    expect((await history(officer)).text).not.toContain('Thiếu một phụ lục');
  });

  it('is nobody else’s', async () => {
    const stranger = await test.signedInAs([{ role: 'agency-officer', agencyId: province.noiVu.id }]);
    await history(stranger).expect(404);
  });
});
