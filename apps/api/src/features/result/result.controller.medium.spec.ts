import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { aProvince, type Assessed, type Province } from '../../../test/factories/province.factory';
import type { Cycle } from '../cycle/cycle.entity';

const API = '/api/v1';

describe('the routes of results', () => {
  let test: TestApp;
  let province: Province;
  let noiVu: Browser;
  let officer: Browser;
  let cycle: Cycle;
  let assessed: Assessed;

  beforeAll(async () => {
    test = await startTestApp();
    province = await aProvince(test.db);
    noiVu = await test.signedInAs([{ role: 'home-affairs', agencyId: province.noiVu.id }]);
    cycle = await province.cycle('council');
    assessed = await province.assessed({ cycle, state: 'decided' });
    officer = await test.signedInAs([{ role: 'agency-officer', agencyId: assessed.agency.id }]);
    for (const [code, answer] of [['2.2', { percent: 80 }], ['2.3', { value: 50 }]] as const) {
      await noiVu.put(`${API}/assessments/${assessed.id}/base-figures/${code}`).set('if-match', '"0"').send({ answer, reason: '' }).expect(200);
    }
    await test.db.query(`update cycle set phase = 'preliminary' where id = $1`, [cycle.id]);
  });
  afterAll(() => test.close());

  const url = (path: string) => `${API}/cycles/${cycle.id}/${path}`;
  const publish = (browser: Browser, body: object = { reason: 'Đã phê duyệt' }) => browser.post(url('publication')).set('if-match', `"${cycle.version}"`).send(body);

  it('show a provisional ranking to some, and the own sheet to the agency', async () => {
    const { body } = await noiVu.get(url('results?groupCode=so-ban-nganh')).expect(200);
    expect(body).toMatchObject({ provisional: true, rows: [{ rank: 1, agency: { code: assessed.agency.code } }] });
    await officer.get(url('results')).expect(404);
    await officer.get(url(`results/agencies/${assessed.agency.id}`)).expect(200);
    await officer.get(url('publication-check')).expect(403);
    await publish(officer).expect(403);
  });

  it('show nothing publicly before it is published', async () => {
    const { body } = await test.anonymous.get(`${API}/public/cycles`).expect(200);
    expect(body).toEqual([]);
    await test.anonymous.get(`${API}/public/cycles/2026/groups/so-ban-nganh`).expect(404);
  });

  it('publish on the version that was read, with a reason, once', async () => {
    await noiVu.post(url('publication')).send({ reason: 'x' }).expect(428);
    await publish(noiVu, { reason: '' }).expect(422);
    expect((await noiVu.get(url('publication-check')).expect(200)).body).toEqual({ ready: true, blockers: [] });
    const { body } = await publish(noiVu).expect(200);
    expect(body).toMatchObject({ edition: 1 });
    await publish(noiVu).expect(412);
    const verified = await noiVu.get(`${API}/snapshots/${body.snapshotId}/verification`).expect(200);
    expect(verified.body).toMatchObject({ digestHolds: true, resultHolds: true, agencies: 1 });
    await officer.get(`${API}/snapshots/${body.snapshotId}/verification`).expect(403);
    await officer.get(url('results')).expect(200);
  });

  it.each([['cycles'], ['cycles/2026/groups/so-ban-nganh'], ['cycles/2026/agencies/:code']])('answer who has it already with 304: %s', async (path) => {
    const place = `${API}/public/${path.replace(':code', assessed.agency.code)}`;
    const { headers, body } = await test.anonymous.get(place).expect(200);
    expect(body).not.toEqual([]);
    expect(headers).toMatchObject({ 'etag': expect.stringMatching(/^"[0-9a-f]{64}"$/) as string, 'cache-control': 'public, no-cache' });
    const kept = await test.anonymous.get(place).set('if-none-match', `"other", W/${headers['etag']}`).expect(304);
    expect(kept.text).toBe('');
    await test.anonymous.get(place).set('if-none-match', '"other"').expect(200);
  });

  it.each(['cycles/1999/groups/so-ban-nganh', 'cycles/nam-nay/groups/so-ban-nganh', 'cycles/2026/groups/khong-co', 'cycles/2026/agencies/khong-co'])('know nothing of %s', async (path) => {
    await test.anonymous.get(`${API}/public/${path}`).expect(404);
  });
});
