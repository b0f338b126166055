import { startTestApp, type TestApp } from '../../../test/app';
import { anAgency } from '../../../test/factories/agency.factory';
import { aUser } from '../../../test/factories/user.factory';
import { countQueries } from '../../../test/database';

async function withDemoPerson(settings: Record<string, string>): Promise<TestApp> {
  const test = await startTestApp(settings);
  const { id: agencyId } = await anAgency(test.db, { code: 'so-y-te', name: 'Sở Y tế' });
  const grants = [{ role: 'agency-officer', agencyId }, { role: 'appraiser', agencyId }] as const;
  const [person, closed] = [await aUser(test.db, { userName: 'hanh', fullName: 'Đỗ Thị Hạnh', grants, hasPassword: false }), await aUser(test.db, { active: false })];
  await test.db.query(`insert into demo_person values ($1, 'Nhập hồ sơ của Sở Y tế.', 1), ($2, 'Đã nghỉ.', 2)`, [person.id, closed.id]);
  await aUser(test.db, { userName: 'real' });
  return test;
}

const demoSignIn = (test: TestApp, userName: string) => test.anonymous.post('/api/v1/session/demo').send({ userName });

describe('the site, with the demonstration', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await withDemoPerson({ PAR_DEMO: '1', PAR_PROVINCE_NAME: 'Hà Giang', PAR_MAX_EVIDENCE_MB: '3' });
  });
  afterAll(() => test.close());

  it('tells strangers its name, its limits and whom one may be', async () => {
    const { body } = await test.anonymous.get('/api/v1/site').expect(200);
    expect(body).toEqual({
      provinceName: 'Hà Giang',
      demo: true,
      maxEvidenceBytes: 3_145_728,
      demoPeople: [{ userName: 'hanh', fullName: 'Đỗ Thị Hạnh', roles: ['agency-officer', 'appraiser'], agencyName: 'Sở Y tế', purpose: 'Nhập hồ sơ của Sở Y tế.' }],
    });
  });

  it('asks the database once', async () => expect(await countQueries(test.db, () => test.anonymous.get('/api/v1/site'))).toBe(1));

  it('lets everybody be one of its people, and says on every session that it is one', async () => {
    const { body, headers } = await demoSignIn(test, 'hanh').expect(201);
    expect(body).toMatchObject({ userName: 'hanh', demo: true });
    expect(headers['set-cookie']).toHaveLength(1);
  });

  it.each(['real', 'nobody'])('lets nobody be «%s» without a password', (userName) => demoSignIn(test, userName).expect(404));
});

describe('the site, where the demonstration is switched off', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await withDemoPerson({});
  });
  afterAll(() => test.close());

  it('still says that its data are a demonstration, but offers nobody', async () => {
    const { body } = await test.anonymous.get('/api/v1/site').expect(200);
    expect(body).toMatchObject({ demo: true, demoPeople: [] });
    await demoSignIn(test, 'hanh').expect(404);
  });
});

describe('the site, with real data', () => {
  it('offers nobody, even when it may', async () => {
    const test = await startTestApp({ PAR_DEMO: '1' });
    expect((await test.anonymous.get('/api/v1/site')).body).toMatchObject({ demo: false, demoPeople: [] });
    await aUser(test.db, { userName: 'real' });
    await demoSignIn(test, 'real').expect(404);
    await test.close();
  });
});
