import type { CriteriaSetSummary } from '@par-index/contract';
import { randomUUID } from 'node:crypto';
import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { aGroup, anAgency, unused } from '../../../test/factories/agency.factory';
import { aCriteriaSet } from '../../../test/factories/criteria-set.factory';
import { APPRAISED_SET } from '../../../test/factories/criteria-set.fixture';

const PATH = '/api/v1/criteria-sets';

describe('/criteria-sets', () => {
  let test: TestApp;
  let homeAffairs: Browser;
  let officer: Browser;

  beforeAll(async () => {
    test = await startTestApp();
    await aGroup(test.db);
    const { id: agencyId } = await anAgency(test.db);
    homeAffairs = await test.signedInAs([{ role: 'home-affairs', agencyId }]);
    officer = await test.signedInAs([{ role: 'agency-officer', agencyId }]);
  });
  afterAll(() => test.close());

  const document = () => ({ ...APPRAISED_SET, code: unused('bo') });

  it('are read by everybody signed in, and by nobody else', async () => {
    const { id } = await aCriteriaSet(test.db);
    const { body } = await officer.get(PATH).expect(200);
    expect((body as readonly CriteriaSetSummary[]).map((set) => set.id)).toContain(id);
    await officer.get(`${PATH}/${id}`).expect(200).expect('etag', '"1"');
    await test.anonymous.get(PATH).expect(401);
    await test.anonymous.get(`${PATH}/${id}`).expect(401);
  });

  it('answers what is no id like a set that is not there', async () => {
    const unknown = await officer.get(`${PATH}/${randomUUID()}`).expect(404);
    expect(unknown.body).toMatchObject({ code: 'record.not-found' });
    await officer.get(`${PATH}/no-id`).expect(404);
  });

  it('are loaded by home affairs alone', async () => {
    const set = document();
    const { body } = await homeAffairs.post(PATH).send(set).expect(201).expect('etag', '"1"');
    expect(body).toMatchObject({ code: set.code, versionNumber: 1, document: set });
    await officer.post(PATH).send(document()).expect(403);
    await test.anonymous.post(PATH).send(document()).expect(401);
  });

  it('names each wrong place of a document with a pointer and a Vietnamese sentence', async () => {
    const { body } = await homeAffairs
      .post(PATH)
      .send({ ...document(), year: '2026', criteria: [{ code: '1', title: 'A', max: 5 }] })
      .expect(422);
    expect(body).toMatchObject({ code: 'criteria-set.invalid', status: 422 });
    const pointers = (body as { readonly errors: readonly { readonly pointer: string; readonly detail: string }[] }).errors.map(
      ({ pointer }) => pointer,
    );
    expect(pointers).toEqual(expect.arrayContaining(['/year', '/criteria/0']));
  });

  it('refuses a document that is no JSON, and one that is loaded already', async () => {
    await homeAffairs.post(PATH).set('content-type', 'application/json').send('{').expect(400);
    const set = document();
    await homeAffairs.post(PATH).send(set).expect(201);
    await homeAffairs.post(PATH).send(set).expect(409);
  });

  it('checks a document without storing it, for home affairs alone', async () => {
    const set = document();
    const sound = await homeAffairs.post(`${PATH}/check`).send(set).expect(200);
    expect(sound.body).toMatchObject({ valid: true });
    const wrong = await homeAffairs.post(`${PATH}/check`).send([]).expect(200);
    expect(wrong.body).toMatchObject({ valid: false, findings: [{ severity: 'error', detail: expect.any(String) }] });
    await officer.post(`${PATH}/check`).send(set).expect(403);
    const { body } = await officer.get(PATH).expect(200);
    expect((body as readonly CriteriaSetSummary[]).map(({ code }) => code)).not.toContain(set.code);
  });
});
