import type { AppraisalView, RoleGrant } from '@par-index/contract';
import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { anAgency } from '../../../test/factories/agency.factory';
import { aProvince, type Assessed, type Province } from '../../../test/factories/province.factory';
import { aUser } from '../../../test/factories/user.factory';
import { AppraisalLayer } from '../appraisal/appraisal-layer.entity';
import { AppraisalLayerRevision } from '../appraisal/appraisal-layer-revision.entity';
import { AuditEvent } from '../../platform/audit/audit-event.entity';

const ACCEPT = { kind: 'accept', reason: '', explanationWanted: false, question: '' };

describe('a criterion that is given to a person', () => {
  let test: TestApp;
  let province: Province;
  let assessed: Assessed;
  let people: Readonly<Record<'an' | 'binh' | 'chi', { readonly id: string; readonly browser: Browser }>>;

  beforeAll(async () => {
    test = await startTestApp();
    province = await aProvince(test.db);
  });
  beforeEach(async () => {
    assessed = await province.assessed();
    const person = async (fullName: string) => {
      const { id } = await aUser(test.db, { fullName, grants: [{ role: 'appraiser', agencyId: province.noiVu.id }], hasPassword: false });
      return { id, browser: await test.signedIn(id) };
    };
    people = { an: await person('An'), binh: await person('Bình'), chi: await person('Chi') };
    await test.db.query(`update appraisal_assignment set person_id = $2 where assessment_id = $1 and code in ('1.1', '1.2')`, [assessed.id, people.an.id]);
  });
  afterAll(() => test.close());

  const decide = (browser: Browser, code: string) => browser.put(`/api/v1/appraisals/${assessed.id}/decisions/${code}`).set('if-match', '"0"').send(ACCEPT);
  const viewOf = async (browser: Browser) => (await browser.get(`/api/v1/appraisals/${assessed.id}`).expect(200)).body as AppraisalView;
  const standsIn = (from: string, to: string, kind = 'appraisal', agencyId = province.noiVu.id) =>
    test.db.query(
      `insert into delegation (kind, agency_id, from_user_id, to_user_id, starts_on, ends_on, reason, created_by)
       select $4, $1, $2, $3, d, d, 'Đi công tác', $2 from (select (now() at time zone 'Asia/Ho_Chi_Minh')::date as d) t`,
      [agencyId, from, to, kind],
    );

  it('is decided by that person, and read with the reason by the others of the department', async () => {
    const { body } = await decide(people.binh.browser, '1.1').expect(403);
    expect(body).toMatchObject({ code: 'access.other-person' });
    const { criteria } = await viewOf(people.binh.browser);
    expect(criteria.find(({ code }) => code === '1.1')).toMatchObject({ person: { fullName: 'An' }, decidable: false, lockedBecause: expect.stringContaining('được giao cho An') as unknown });
    expect(criteria.find(({ code }) => code === '3.1')).toMatchObject({ person: null, decidable: true });
    await decide(people.an.browser, '1.1').expect(200);
    await decide(people.binh.browser, '3.1').expect(200);
  });

  it('is left out where somebody else accepts the rest', async () => {
    const { body } = await people.binh.browser.post(`/api/v1/appraisals/${assessed.id}/acceptance?dryRun=true`).send({}).expect(200);
    expect((body as { readonly accepted: readonly { readonly code: string }[] }).accepted.map(({ code }) => code)).toEqual(['3.1']);
    await people.binh.browser.post(`/api/v1/appraisals/${assessed.id}/acceptance?dryRun=true`).send({ codes: ['1.1'] }).expect(403);
  });

  it('is decided by whoever stands in, in that person\'s place, kept with the layer, its history and the audit log', async () => {
    await standsIn(people.an.id, people.binh.id);
    const { body } = await decide(people.binh.browser, '1.1').expect(200);
    expect(body).toMatchObject({ layer: { decidedBy: 'Bình (thay mặt An)' } });
    await decide(people.chi.browser, '1.2').expect(403);
    const where = { assessmentId: assessed.id, code: '1.1' };
    expect(await test.db.manager.findOneBy(AppraisalLayer, where)).toMatchObject({ decidedBy: people.binh.id, actedFor: people.an.id });
    expect(await test.db.manager.findOneBy(AppraisalLayerRevision, where)).toMatchObject({ decidedBy: people.binh.id, actedFor: people.an.id });
    expect(await test.db.manager.findOneBy(AuditEvent, { subjectId: assessed.id, event: 'appraisal.decided' })).toMatchObject({ actorId: people.binh.id, payload: { actingFor: people.an.id } });
    const { criteria } = await viewOf(people.an.browser);
    expect(criteria.find(({ code }) => code === '1.1')?.layers).toMatchObject([{ decidedBy: 'Bình (thay mặt An)' }]);
  });

  it('completes the appraisal in that person’s place, where the last of it was decided so', async () => {
    await standsIn(people.an.id, people.binh.id);
    await test.db.query(`insert into participant_exemption (participant_id, code, reason) select a.participant_id, x.code, 'thử' from assessment a, unnest(array['1.2', '1.3', '2.1', '3.1', '4.1']) as x(code) where a.id = $1`, [assessed.id]);
    await decide(people.binh.browser, '1.1').expect(200);
    expect(await test.db.manager.findOneBy(AuditEvent, { subjectId: assessed.id, event: 'assessment.moved' })).toMatchObject({
      ...{ actorId: people.binh.id, payload: { action: 'complete-appraisal', actingFor: people.an.id } },
    });
  });

  it('is never decided by a stand-in at the own agency', async () => {
    await standsIn(people.an.id, people.binh.id);
    await test.db.query(`insert into user_grant values ($1, 'agency-officer', $2)`, [people.binh.id, assessed.agency.id]);
    const { body } = await decide(people.binh.browser, '1.1').expect(403);
    expect(body).toMatchObject({ code: 'access.own-agency' });
  });

  it('goes back to the whole department when that person is no longer an appraiser', async () => {
    await test.db.query('delete from user_grant where user_id = $1', [people.an.id]);
    await decide(people.binh.browser, '1.1').expect(200);
    expect(await test.db.manager.findOneBy(AppraisalLayer, { assessmentId: assessed.id, code: '1.1' })).toMatchObject({ decidedBy: people.binh.id, actedFor: null });
  });

  describe('a signature that is left to a colleague', () => {
    it('hands in for the head on these days, and the history says so', async () => {
      const agency = await anAgency(test.db);
      const draft = await province.assessed({ agency, cycle: await province.cycle('self-assessment'), state: 'awaiting-head', exempt: ['1', '2', '3', '4'] });
      const of = (role: RoleGrant['role'], fullName: string) => aUser(test.db, { fullName, grants: [{ role, agencyId: agency.id }], hasPassword: false });
      const [head, deputy] = [await of('agency-head', 'Trưởng'), await of('agency-officer', 'Phó')];
      const browser = await test.signedIn(deputy.id);
      const submit = () => browser.post(`/api/v1/assessments/${draft.id}/transitions`).set('if-match', '"1"').send({ action: 'submit' });
      await submit().expect(403);
      await standsIn(head.id, deputy.id, 'sign-off', agency.id);
      expect((await browser.get('/api/v1/session').expect(200)).body).toMatchObject({ grants: [{ role: 'agency-head', actingFor: { fullName: 'Trưởng' } }, { role: 'agency-officer' }] });
      await submit().expect(200);
      const { body } = await browser.get(`/api/v1/assessments/${draft.id}/history`).expect(200);
      expect(body).toMatchObject([{ by: 'Phó (thay mặt Trưởng)' }]);
      expect(await test.db.manager.findOneBy(AuditEvent, { subjectId: draft.id, event: 'assessment.moved' })).toMatchObject({ actorId: deputy.id, payload: { actingFor: head.id } });
    });
  });
});
