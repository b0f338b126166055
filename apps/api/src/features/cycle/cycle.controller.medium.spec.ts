import type { CreateCycleRequest, CycleView, ProgressRow, Role } from '@par-index/contract';
import { randomUUID } from 'node:crypto';
import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { anAgency, unused } from '../../../test/factories/agency.factory';
import { anAssessment } from '../../../test/factories/assessment.factory';
import { aCriteriaSet } from '../../../test/factories/criteria-set.factory';
import { aCycle, daysFromNow, windowsAround } from '../../../test/factories/cycle.factory';

const PATH = '/api/v1/cycles';
const ROLES: readonly Role[] = [
  'home-affairs',
  'agency-officer',
  'agency-head',
  'appraiser',
  'council-member',
  'council-chair',
  'leader',
  'admin',
];
const OVERSEERS: readonly Role[] = ['home-affairs', 'council-member', 'council-chair', 'leader'];

describe('/cycles', () => {
  let test: TestApp;
  let leadAgencyId: string;
  let homeAffairs: Browser;
  const people = new Map<Role, Browser>();

  beforeAll(async () => {
    test = await startTestApp();
    leadAgencyId = (await anAgency(test.db)).id;
    for (const role of ROLES) {
      people.set(role, await test.signedInAs([{ role, agencyId: leadAgencyId }]));
    }
    homeAffairs = people.get('home-affairs')!;
  });
  afterAll(() => test.close());

  const request = (overrides: Partial<CreateCycleRequest> = {}): CreateCycleRequest => ({
    year: 2026,
    title: unused('Kỳ'),
    leadAgencyId,
    criteriaSetIds: [],
    windows: windowsAround('preparing'),
    substitutes: [],
    ...overrides,
  });
  const pointersOf = ({ body }: { readonly body: unknown }) =>
    (body as { readonly errors: readonly { readonly pointer: string }[] }).errors.map(({ pointer }) => pointer);

  describe.each(ROLES)('a %s', (role) => {
    it('reads every cycle', async () => {
      const { id } = await aCycle(test.db);
      await people.get(role)!.get(PATH).expect(200);
      await people.get(role)!.get(`${PATH}/${id}`).expect(200).expect('etag', '"1"');
    });

    it(OVERSEERS.includes(role) ? 'reads who is where' : 'does not read who is where', async () => {
      const { id } = await aCycle(test.db);
      const status = OVERSEERS.includes(role) ? 200 : 403;
      await people.get(role)!.get(`${PATH}/${id}/progress`).expect(status);
      await people.get(role)!.get(`${PATH}/${id}/progress/summary`).expect(status);
    });
  });

  it.each(ROLES.filter((role) => role !== 'home-affairs'))('change nothing for a %s', async (role) => {
    const { id, cycleId, agencyId } = await anAssessment(test.db);
    const browser = people.get(role)!;
    await browser.post(PATH).send(request()).expect(403);
    await browser.put(`${PATH}/${cycleId}`).set('if-match', '"1"').send({ title: 'A', windows: [] }).expect(403);
    await browser.get(`${PATH}/${cycleId}/phase-preview`).expect(403);
    await browser.post(`${PATH}/${cycleId}/phase`).set('if-match', '"1"').send({ to: 'appraisal', reason: 'A' }).expect(403);
    await browser.put(`${PATH}/${cycleId}/participants/${agencyId}/extension`).set('if-match', '"1"').send({}).expect(403);
    await browser.put(`${PATH}/${cycleId}/participants/${agencyId}/exemptions`).set('if-match', '"1"').send({}).expect(403);
    expect(id).not.toBe('');
  });

  it('are closed to who is not signed in', async () => {
    const { id } = await aCycle(test.db);
    await test.anonymous.get(PATH).expect(401);
    await test.anonymous.get(`${PATH}/${id}`).expect(401);
    await test.anonymous.post(PATH).send(request()).expect(401);
    await test.anonymous.get(`${PATH}/${id}/progress`).expect(401);
  });

  it('are made, edited with the version that was read, and opened', async () => {
    const { id: agencyId, groupCode } = await anAgency(test.db, { groupCode: unused('nhom') });
    const set = await aCriteriaSet(test.db, { groupCode });
    const made = await homeAffairs
      .post(PATH)
      .send(request({ criteriaSetIds: [set.id] }))
      .expect(201)
      .expect('etag', '"1"');
    const { id, title, windows } = made.body as CycleView;

    await homeAffairs.put(`${PATH}/${id}`).send({ title, windows }).expect(428);
    const stale = await homeAffairs.put(`${PATH}/${id}`).set('if-match', '"7"').send({ title, windows }).expect(412);
    expect(stale.body).toMatchObject({ code: 'record.version-stale', params: { version: 1 } });
    await homeAffairs.put(`${PATH}/${id}`).set('if-match', '"1"').send({ title, windows }).expect(200).expect('etag', '"2"');

    const preview = await homeAffairs.get(`${PATH}/${id}/phase-preview`).expect(200);
    expect(preview.body).toMatchObject({ to: 'self-assessment', blockers: [] });
    await homeAffairs.post(`${PATH}/${id}/phase`).set('if-match', '"2"').send({ to: 'self-assessment', reason: '' }).expect(422);
    const opened = await homeAffairs
      .post(`${PATH}/${id}/phase`)
      .set('if-match', '"2"')
      .send({ to: 'self-assessment', reason: 'Theo kế hoạch' })
      .expect(200);
    expect(opened.body).toMatchObject({ phase: 'self-assessment', participantCount: 1 });

    const progress = await homeAffairs.get(`${PATH}/${id}/progress?page=1&pageSize=5`).expect(200);
    expect(progress.body).toMatchObject({ total: 1, pageSize: 5, items: [{ agency: { id: agencyId }, state: 'drafting' }] });
    const summary = await homeAffairs.get(`${PATH}/${id}/progress/summary`).expect(200);
    expect(summary.body).toMatchObject({ byState: { drafting: 1 } });
  });

  it('answers an opening that is blocked with a line for each reason', async () => {
    const { id } = await aCycle(test.db, { windows: [] });
    const { body } = await homeAffairs
      .post(`${PATH}/${id}/phase`)
      .set('if-match', '"1"')
      .send({ to: 'self-assessment', reason: 'Mở' })
      .expect(409);
    expect(body).toMatchObject({
      code: 'cycle.phase-blocked',
      errors: [{ detail: expect.stringMatching(/chưa có thời hạn/) }, { detail: expect.stringMatching(/chưa có bộ tiêu chí/) }],
    });
  });

  it.each<[string, object, readonly string[]]>([
    ['no title', { title: ' ' }, ['/title']],
    ['a year that is none', { year: '2026' }, ['/year']],
    [
      'a day that does not exist',
      { windows: [{ ...windowsAround('preparing')[0], opensAt: '2026-02-30T00:00:00Z' }] },
      ['/windows/0/opensAt'],
    ],
    ['a time without a zone', { windows: [{ ...windowsAround('preparing')[0], closeAt: '2026-12-01T00:00:00' }] }, ['/windows/0/closeAt']],
    ['a phase that there is not', { windows: [{ ...windowsAround('preparing')[0], phase: 'published' }] }, ['/windows/0/phase']],
    ['what is no id', { leadAgencyId: 'so-noi-vu' }, ['/leadAgencyId']],
    ['a field too many', { phase: 'published' }, ['/phase']],
  ])('refuse %s at its place', async (_, wrong, pointers) => {
    const answer = await homeAffairs
      .post(PATH)
      .send({ ...request(), ...wrong })
      .expect(422);
    expect(pointersOf(answer)).toEqual(pointers);
  });

  it('answers a cycle that is not there like what is no id', async () => {
    for (const id of [randomUUID(), 'no-id']) {
      await homeAffairs.get(`${PATH}/${id}`).expect(404);
      await homeAffairs.get(`${PATH}/${id}/phase-preview`).expect(404);
      await homeAffairs.get(`${PATH}/${id}/progress`).expect(404);
      await homeAffairs.get(`${PATH}/${id}/progress/summary`).expect(404);
    }
  });

  it('refuse a state that there is not in the query of the progress', async () => {
    const { id } = await aCycle(test.db);
    await homeAffairs.get(`${PATH}/${id}/progress?state=lost`).expect(422);
    await homeAffairs.get(`${PATH}/${id}/progress?state=drafting&search=${encodeURIComponent('sở')}`).expect(200);
  });

  describe('a participant', () => {
    const extension = { phase: 'self-assessment', deadlineAt: daysFromNow(4).toISOString(), closeAt: daysFromNow(6).toISOString(), reason: 'Bão lũ' };

    it('is given more time and exemptions, with the version of the participant', async () => {
      const { cycleId, agencyId } = await anAssessment(test.db);
      const path = `${PATH}/${cycleId}/participants/${agencyId}`;
      await homeAffairs.put(`${path}/extension`).send(extension).expect(428);
      const extended = await homeAffairs.put(`${path}/extension`).set('if-match', '"1"').send(extension).expect(200).expect('etag', '"2"');
      expect((extended.body as ProgressRow).extensions).toMatchObject([extension]);
      await homeAffairs.put(`${path}/exemptions`).set('if-match', '"1"').send({ exemptions: [] }).expect(412);
      const exempted = await homeAffairs
        .put(`${path}/exemptions`)
        .set('if-match', '"2"')
        .send({ exemptions: [{ code: '1.1', reason: 'Không có' }] })
        .expect(200);
      expect((exempted.body as ProgressRow).exemptions).toEqual([{ code: '1.1', reason: 'Không có' }]);
    });

    it('is refused without a reason, with a bad date, and where there is none', async () => {
      const { cycleId, agencyId } = await anAssessment(test.db);
      const path = `${PATH}/${cycleId}/participants/${agencyId}/extension`;
      await homeAffairs
        .put(path)
        .set('if-match', '"1"')
        .send({ ...extension, reason: '' })
        .expect(422);
      expect(
        pointersOf(
          await homeAffairs
            .put(path)
            .set('if-match', '"1"')
            .send({ ...extension, closeAt: 'mai' })
            .expect(422),
        ),
      ).toEqual(['/closeAt']);
      const ofNoPhase = await homeAffairs.put(path).set('if-match', '"1"').send({ ...extension, phase: 'council' }).expect(422);
      expect(pointersOf(ofNoPhase)).toEqual(['/phase']);
      await homeAffairs.put(`${PATH}/${cycleId}/participants/${randomUUID()}/extension`).set('if-match', '"1"').send(extension).expect(404);
      await homeAffairs.put(`${PATH}/${cycleId}/participants/no-id/extension`).set('if-match', '"1"').send(extension).expect(404);
    });
  });
});
