import type { ActingChairView, CouncilAssessment, CouncilItemView, Page } from '@par-index/contract';
import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { countQueries } from '../../../test/database';
import { aCouncil, anExplained, type BeforeCouncil } from '../../../test/factories/council.factory';
import { aProvince, type Province } from '../../../test/factories/province.factory';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Reappraisal } from '../appraisal/reappraisal.service';
import { CouncilItem } from './council-item.entity';

const REASON = 'Không còn nội dung nào';

describe('the council of one assessment', () => {
  let test: TestApp;
  let province: Province;
  let noiVu: Browser;
  let chair: Browser;
  let member: Browser;
  let other: Browser;

  beforeAll(async () => {
    test = await startTestApp();
    province = await aProvince(test.db);
    noiVu = await test.signedInAs([{ role: 'home-affairs', agencyId: province.noiVu.id }]);
    chair = await test.signedInAs([{ role: 'council-chair', agencyId: province.tuPhap.id }]);
    member = await test.signedInAs([{ role: 'council-member', agencyId: province.noiVu.id }]);
    other = await test.signedInAs([{ role: 'council-member', agencyId: province.tuPhap.id }]);
  });
  afterAll(() => test.close());

  const council = () => aCouncil(test, province, { homeAffairs: noiVu, reader: member });
  const lineOf = async (browser: Browser, { cycle, one }: Pick<BeforeCouncil, 'cycle' | 'one'>): Promise<CouncilAssessment | undefined> => {
    const { items }: Page<CouncilAssessment> = (await browser.get(`/api/v1/cycles/${cycle.id}/council-assessments`).expect(200)).body;
    return items.find(({ assessmentId }) => assessmentId === one.id);
  };
  const conclude = async (browser: Browser, place: BeforeCouncil, reason = REASON) =>
    browser.post(`/api/v1/assessments/${place.one.id}/council-conclusion`).set('if-match', `"${(await lineOf(browser, place))?.version ?? 0}"`).send({ reason });
  const close = async (browser: Browser, { item }: BeforeCouncil) => {
    const { version } = (await browser.get(`/api/v1/council-items/${item.id}`).expect(200)).body as CouncilItemView;
    return browser.post(`/api/v1/council-items/${item.id}/closing`).set('if-match', `"${version}"`).send({ reason: '' });
  };
  const stateOf = async ({ one }: BeforeCouncil): Promise<string> => (await test.db.query('select state from assessment where id = $1', [one.id]))[0].state;

  describe('is concluded singly', () => {
    it('by the chair, with a reason, once it has no open item', async () => {
      const place = await council();
      expect((await conclude(chair, place)).body.code).toBe('council.items-open');
      expect(await lineOf(chair, place)).toMatchObject({ open: 1, closed: 0, chair: 'there', mayConclude: false, lockedBecause: expect.stringContaining('chưa kết luận') });
      expect((await close(chair, place)).status).toBe(200);
      expect(await lineOf(chair, place)).toMatchObject({ open: 0, closed: 1, mayConclude: true, lockedBecause: null });
      expect((await conclude(member, place)).body.code).toBe('access.denied');
      expect((await conclude(chair, place, ' ')).body.code).toBe('reason.required');
      const { body } = await conclude(chair, place);
      expect(body).toMatchObject({ state: 'decided', mayConclude: false, lockedBecause: 'Hồ sơ đã được Hội đồng kết luận.' });
      expect(await stateOf(place)).toBe('decided');
      expect((await conclude(chair, place)).body.code).toBe('assessment.state-illegal');
    });

    it('on the version that was read, in the history with its reason', async () => {
      const place = await council();
      await close(chair, place);
      const stale = chair.post(`/api/v1/assessments/${place.one.id}/council-conclusion`).set('if-match', '"99"').send({ reason: REASON });
      expect((await stale).status).toBe(412);
      await conclude(chair, place);
      const [line] = await test.db.query(`select payload from audit_event where subject_id = $1 and payload->>'action' = 'close-council'`, [place.one.id]);
      expect(line.payload).toMatchObject({ from: 'reappraised', to: 'decided', reason: REASON });
    });

    it('of no agency of the own, which is not even there', async () => {
      const place = await council();
      const own = await test.signedInAs([{ role: 'council-chair', agencyId: place.one.agency.id }]);
      expect(await lineOf(own, place)).toBeUndefined();
      expect((await own.post(`/api/v1/assessments/${place.one.id}/council-conclusion`).set('if-match', '"1"').send({ reason: REASON })).status).toBe(404);
      await test.db.query('delete from user_grant where user_id = $1', [own.userId]);
    });
  });

  describe('is led by somebody', () => {
    /** All chairs belong to the item's agency. */
    async function chairless(): Promise<BeforeCouncil> {
      const place = await council();
      await test.db.query(`update user_grant set agency_id = $2 where user_id = $1`, [chair.userId, place.one.agency.id]);
      return place;
    }
    const view = async (place: BeforeCouncil): Promise<ActingChairView> => (await noiVu.get(`/api/v1/assessments/${place.one.id}/acting-chair`).expect(200)).body;
    const name = (browser: Browser, { one }: BeforeCouncil, { userId, version = 0, reason = 'Chủ tịch thuộc cơ quan' }: { userId: string | null; version?: number; reason?: string }) =>
      browser.put(`/api/v1/assessments/${one.id}/acting-chair`).set('if-match', `"${version}"`).send({ userId, reason });

    afterEach(() => test.db.query(`update user_grant set agency_id = $2 where user_id = $1`, [chair.userId, province.tuPhap.id]));

    it('whom home affairs names where every chair belongs to the agency', async () => {
      const place = await chairless();
      expect(await lineOf(member, place)).toMatchObject({ chair: 'missing', actingChair: null, lockedBecause: expect.stringContaining('Sở Nội vụ hãy cử') });
      expect((await close(member, place)).body.code).toBe('access.denied');
      expect(await lineOf(noiVu, place)).toMatchObject({ mayNameChair: true });
      expect((await view(place)).candidates.map(({ id }) => id)).toContain(member.userId);
      await name(noiVu, place, member).expect(200);
      expect(await lineOf(member, place)).toMatchObject({ chair: 'acting', mayConclude: false });
      expect((await close(other, place)).body.code).toBe('access.denied');
      expect((await close(member, place)).body).toMatchObject({ state: 'closed' });
      expect((await conclude(member, place)).body).toMatchObject({ state: 'decided' });
    });

    it('named anew on the version that was read, each naming in the log', async () => {
      const place = await chairless();
      expect((await name(noiVu, place, { ...member, reason: ' ' })).body.code).toBe('reason.required');
      await name(noiVu, place, member).expect(200);
      expect((await name(noiVu, place, other)).status).toBe(412);
      expect((await name(noiVu, place, { ...other, version: 1 }).expect(200)).body).toMatchObject({ actingChair: { id: other.userId }, version: 2 });
      expect((await close(member, place)).body.code).toBe('access.denied');
      expect(await test.db.query(`select count(*)::int as n from audit_event where event = 'council.chair-named' and subject_id = $1`, [place.one.id])).toEqual([{ n: 2 }]);
    });

    it('nobody of the agency, and nobody while a chair of elsewhere is there', async () => {
      const place = await council();
      expect((await name(noiVu, place, member)).body.code).toBe('council.chair-there');
      const without = await chairless();
      const own = await test.signedInAs([{ role: 'council-member', agencyId: without.one.agency.id }]);
      expect((await name(noiVu, without, own)).body.code).toBe('council.chair-unfit');
      expect((await name(chair, without, member)).status).toBe(403);
      const row = [without.one.id, own.userId, noiVu.userId];
      await expect(test.db.query(`insert into council_acting_chair (assessment_id, user_id, named_by, reason) values ($1, $2, $3, 'x')`, row)).rejects.toThrow('own agency');
    });

    it('only as long as no chair of elsewhere is there', async () => {
      const place = await chairless();
      await name(noiVu, place, member).expect(200);
      await test.db.query(`update user_grant set agency_id = $2 where user_id = $1`, [chair.userId, province.tuPhap.id]);
      expect((await close(member, place)).body.code).toBe('access.denied');
      expect((await close(chair, place)).status).toBe(200);
    });
  });

  it('gathers by itself what completes its second appraisal while the council sits', async () => {
    const { one, cycle } = await anExplained(test, province);
    await test.db.query(`update assessment set state = 'explained' where id = $1`, [one.id]);
    await test.db.query(
      `insert into appraisal_layer (assessment_id, code, layer, kind, answer, points, reason, decided_by)
       select assessment_id, code, 'appraisal-2', kind, answer, points, 'Giữ nguyên', decided_by from appraisal_layer where assessment_id = $1 and code = '1.1' and layer = 'appraisal-1'`,
      [one.id],
    );
    await test.db.query(`update cycle set phase = 'council' where id = $1`, [cycle.id]);
    await test.app.get(UnitOfWork).runAsSystem((tx) => test.app.get(Reappraisal).completeDone(tx, { cycleId: cycle.id, assessmentIds: [one.id] }));
    expect(await test.db.manager.findBy(CouncilItem, { assessmentId: one.id })).toMatchObject([{ code: '1.1', origin: 'disagreement', state: 'voting' }]);
  });

  it('is listed in as many queries for many as for few', async () => {
    const place = await council();
    const few = await countQueries(test.db, () => lineOf(chair, place));
    await province.assessed({ cycle: place.cycle, state: 'reappraised' });
    expect(await countQueries(test.db, () => lineOf(chair, place))).toBe(few);
  });
});
