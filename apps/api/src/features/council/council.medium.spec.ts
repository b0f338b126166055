import type { CouncilItemSummary, CouncilItemView, CouncilView, Page } from '@par-index/contract';
import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { countQueries } from '../../../test/database';
import { anExplaining, anExplanation } from '../../../test/factories/explaining.factory';
import { aProvince, type Assessed, type Province } from '../../../test/factories/province.factory';
import { AppraisalLayer } from '../appraisal/appraisal-layer.entity';
import type { Cycle } from '../cycle/cycle.entity';
import { CouncilItem } from './council-item.entity';

const REASON = 'Hồ sơ đủ minh chứng';

describe('the council', () => {
  let test: TestApp;
  let province: Province;
  let noiVu: Browser;
  let chair: Browser;
  let members: readonly Browser[];

  beforeAll(async () => {
    test = await startTestApp();
    province = await aProvince(test.db);
    noiVu = await test.signedInAs([{ role: 'home-affairs', agencyId: province.noiVu.id }]);
    chair = await test.signedInAs([{ role: 'council-chair', agencyId: province.noiVu.id }]);
    members = [
      await test.signedInAs([{ role: 'council-member', agencyId: province.noiVu.id }]),
      await test.signedInAs([{ role: 'council-member', agencyId: province.tuPhap.id }]),
      await test.signedInAs([{ role: 'council-member', agencyId: province.tuPhap.id }]),
    ];
  });
  afterAll(() => test.close());

  /** Explained 1.1 (10 of 20 points after both appraisals), agreed to the rest; in a cycle of its own, before the council. */
  async function explained(): Promise<{ readonly one: Assessed; readonly cycle: Cycle }> {
    const cycle = await province.cycle('explanation');
    const one = await anExplaining(province, { cycle });
    await anExplanation(province, one.id);
    const head = await province.person('agency-head', one.agency);
    await test.db.query('update explanation_round set submitted_at = now(), submitted_by = $2 where assessment_id = $1', [one.id, head.id]);
    await test.db.query(`update assessment set state = 'reappraised' where id = $1`, [one.id]);
    await test.db.query(`update cycle set phase = 'reappraisal' where id = $1`, [cycle.id]);
    return { one, cycle };
  }

  const versionOf = async ({ id }: Cycle): Promise<number> => ((await test.db.query('select version from cycle where id = $1', [id])) as { version: number }[])[0]?.version ?? 0;
  const openPhase = async (cycle: Cycle, to: string) =>
    noiVu.post(`/api/v1/cycles/${cycle.id}/phase`).set('if-match', `"${await versionOf(cycle)}"`).send({ to, reason: 'Theo kế hoạch' });
  const listOf = async (browser: Browser, { id }: Cycle): Promise<Page<CouncilItemSummary>> => (await browser.get(`/api/v1/cycles/${id}/council-items`).expect(200)).body;
  const sittingOf = async (browser: Browser, { id }: Cycle): Promise<CouncilView> => (await browser.get(`/api/v1/cycles/${id}/council`).expect(200)).body;
  const read = async (browser: Browser, id: string): Promise<CouncilItemView> => (await browser.get(`/api/v1/council-items/${id}`).expect(200)).body;
  const vote = (browser: Browser, id: string, proposalId: string, version = 0) =>
    browser.put(`/api/v1/council-items/${id}/vote`).set('if-match', `"${version}"`).send({ proposalId });
  const close = async (id: string, body: object = { reason: '' }) =>
    chair.post(`/api/v1/council-items/${id}/closing`).set('if-match', `"${(await read(chair, id)).version}"`).send(body);

  /** An item whose vote is open, with the ids of its proposals. */
  async function voting() {
    const { one, cycle } = await explained();
    expect((await openPhase(cycle, 'council')).status).toBe(200);
    const [summary] = (await listOf(chair, cycle)).items;
    const item = await read(chair, summary?.id ?? '');
    const idOf = (kind: string): string => item.proposals.find((proposal) => proposal.kind === kind)?.id ?? '';
    return { one, cycle, item, id: item.id, agency: idOf('agency'), appraisal: idOf('appraisal') };
  }

  const layerOf = ({ id }: Assessed) => test.db.manager.findOneBy(AppraisalLayer, { assessmentId: id, code: '1.1', layer: 'council' });

  describe('gathers by itself', () => {
    it('what was explained and is still not as the agency asks, when its phase opens', async () => {
      const { cycle, item } = await voting();
      expect((await listOf(chair, cycle)).items).toMatchObject([{ code: '1.1', origin: 'disagreement', state: 'voting', entitled: 4, cast: 0, voted: false, outcome: null }]);
      expect(item).toMatchObject({ state: 'voting', declaredPoints: 20, explanation: 'Báo cáo số 12 ghi 95 %', openActions: ['propose', 'vote', 'close'] });
      expect(item.proposals.map(({ kind, points, votes }) => [kind, points, votes])).toEqual([['agency', 20, 0], ['appraisal', 10, 0]]);
    });

    it('not what appraisal 2 gave as asked', async () => {
      const { one, cycle } = await explained();
      await test.db.query(
        `insert into appraisal_layer (assessment_id, code, layer, kind, answer, points, decided_by)
         select assessment_id, code, 'appraisal-2', 'accept', '{"numerator": 19, "denominator": 20}', 20, decided_by from appraisal_layer where assessment_id = $1 and code = '1.1'`,
        [one.id],
      );
      await openPhase(cycle, 'council');
      expect((await listOf(chair, cycle)).total).toBe(0);
    });

    it('and what an appraiser or home affairs referred before, once', async () => {
      const { one, cycle } = await explained();
      const refer = (reason: string) => noiVu.post(`/api/v1/assessments/${one.id}/criteria/2.1/referral`).send({ reason });
      expect((await refer(' ').expect(422)).body.code).toBe('reason.required');
      expect((await refer('Cần ý kiến Hội đồng').expect(201)).body).toMatchObject({ code: '2.1', state: 'gathered' });
      expect((await refer('Lần nữa').expect(409)).body.code).toBe('council.already-open');
      await openPhase(cycle, 'council');
      expect((await listOf(chair, cycle)).items.map(({ code, origin, state }) => [code, origin, state])).toEqual([
        ['1.1', 'disagreement', 'voting'],
        ['2.1', 'referral', 'voting'],
      ]);
    });
  });

  describe('decides', () => {
    it('by more than half of those entitled: the proposal becomes the highest layer', async () => {
      const { one, id, agency, appraisal } = await voting();
      for (const browser of [chair, ...members.slice(0, 2)]) {
        await vote(browser, id, agency).expect(200);
      }
      await vote(members[2] as Browser, id, appraisal).expect(200);
      expect((await close(id)).body).toMatchObject({ state: 'closed', outcome: 'majority', carried: agency, openActions: [] });
      expect(await layerOf(one)).toMatchObject({ kind: 'accept', points: '20.0000', answer: { numerator: 19, denominator: 20 } });
    });

    it('by the chair at a tie, between the leading proposals and with a reason', async () => {
      const { one, id, agency, appraisal } = await voting();
      await vote(chair, id, agency).expect(200);
      await vote(members[0] as Browser, id, appraisal).expect(200);
      expect((await close(id)).body.code).toBe('council.tie');
      expect((await close(id, { reason: '', proposalId: agency })).body.code).toBe('reason.required');
      expect((await close(id, { reason: REASON, proposalId: agency })).body).toMatchObject({ outcome: 'chair', carried: agency, chairReason: REASON });
      expect(await layerOf(one)).toMatchObject({ points: '20.0000', reason: REASON });
    });

    it('nothing without a majority: the appraisal stands', async () => {
      const { one, id, agency } = await voting();
      await vote(chair, id, agency).expect(200);
      await vote(members[0] as Browser, id, agency).expect(200);
      expect((await close(id)).body).toMatchObject({ outcome: 'stands', carried: null });
      expect(await layerOf(one)).toBeNull();
    });

    it('on what a member proposes too, within the criterion’s range and with a reason', async () => {
      const { one, id } = await voting();
      const propose = (body: object) => (members[1] as Browser).post(`/api/v1/council-items/${id}/proposals`).send(body);
      expect((await propose({ awarded: 21, reason: REASON })).status).toBe(422);
      expect((await propose({ awarded: 15, reason: ' ' })).status).toBe(422);
      const { body } = await propose({ awarded: 15, reason: REASON }).expect(201);
      const award = (body as CouncilItemView).proposals.find(({ kind }) => kind === 'award');
      expect(award).toMatchObject({ points: 15, reason: REASON, votes: null });
      for (const browser of members) {
        await vote(browser, id, award?.id ?? '').expect(200);
      }
      await close(id);
      expect(await layerOf(one)).toMatchObject({ kind: 'award', points: '15.0000' });
    });

    it('changes nothing afterwards', async () => {
      const { id, agency } = await voting();
      await close(id);
      expect((await vote(chair, id, agency)).body.code).toBe('council.item-closed');
      await expect(test.db.query(`update council_item set chair_reason = 'khác' where id = $1`, [id])).rejects.toThrow('is closed');
      await expect(test.db.query('insert into council_vote (item_id, user_id, proposal_id) values ($1, $2, $3)', [id, chair.userId, agency])).rejects.toThrow('no vote on item');
    });
  });

  describe('keeps votes', () => {
    it('changeable while the vote is open, each version kept, on the version that was read', async () => {
      const { id, agency, appraisal } = await voting();
      expect((await vote(chair, id, agency).expect(200)).body.myVote).toEqual({ proposalId: agency, version: 1 });
      expect((await vote(chair, id, appraisal)).status).toBe(412);
      expect((await vote(chair, id, appraisal, 1).expect(200)).body.myVote).toEqual({ proposalId: appraisal, version: 2 });
      expect(await test.db.query('select version, proposal_id from council_vote_revision where item_id = $1 order by version', [id])).toEqual([
        { version: 1, proposal_id: agency },
        { version: 2, proposal_id: appraisal },
      ]);
      expect((await vote(chair, id, id, 2)).body.code).toBe('council.proposal-unknown');
    });

    it('from the members until the item is closed: they see that, not for what', async () => {
      const { id, agency } = await voting();
      await vote(chair, id, agency).expect(200);
      const before = await read(members[0] as Browser, id);
      expect([before.cast, before.proposals.map(({ votes }) => votes)]).toEqual([1, [null, null]]);
      expect((await read(noiVu, id)).proposals.map(({ votes }) => votes)).toEqual([null, null]);
      expect((await read(chair, id)).proposals.map(({ votes }) => votes)).toEqual([1, 0]);
      await close(id);
      expect((await read(members[0] as Browser, id)).proposals.map(({ votes }) => votes)).toEqual([1, 0]);
    });
  });

  describe('leaves the own agency out', () => {
    it('of the list, of the item, of those entitled', async () => {
      const { one, cycle, id, agency } = await voting();
      const own = await test.signedInAs([{ role: 'council-member', agencyId: province.noiVu.id }, { role: 'agency-officer', agencyId: one.agency.id }]);
      expect((await listOf(own, cycle)).total).toBe(0);
      await own.get(`/api/v1/council-items/${id}`).expect(404);
      await vote(own, id, agency).expect(404);
      expect(await sittingOf(own, cycle)).toMatchObject({ voting: 0, toVote: 0 });
    });

    it('also where a command comes past the service', async () => {
      const { one, id, agency } = await voting();
      const own = await test.signedInAs([{ role: 'council-member', agencyId: one.agency.id }]);
      await expect(test.db.query('insert into council_entitled (item_id, user_id) values ($1, $2)', [id, own.userId])).rejects.toThrow('nothing about the own agency');
      await expect(test.db.query('insert into council_vote (item_id, user_id, proposal_id) values ($1, $2, $3)', [id, own.userId, agency])).rejects.toThrow(/own agency|no vote/);
    });
  });

  describe('concludes', () => {
    it('what has no open item left, and holds back the preliminary result until then', async () => {
      const { one, cycle, id } = await voting();
      expect((await openPhase(cycle, 'preliminary')).body).toMatchObject({
        code: 'cycle.phase-blocked',
        errors: [{ detail: 'Hội đồng thẩm định còn 1 nội dung chưa kết luận. Chủ tịch Hội đồng hãy kết luận trước.' }],
      });
      const conclude = () => chair.post(`/api/v1/cycles/${cycle.id}/council/conclusion`);
      expect((await conclude().expect(200)).body).toEqual({ concluded: 0, open: 1 });
      await close(id);
      expect(await sittingOf(chair, cycle)).toMatchObject({ voting: 0, closed: 1, concludable: 1, mayConclude: true });
      expect((await conclude().expect(200)).body).toEqual({ concluded: 1, open: 0 });
      expect(await test.db.query('select state from assessment where id = $1', [one.id])).toEqual([{ state: 'decided' }]);
      expect((await openPhase(cycle, 'preliminary')).status).toBe(200);
    });
  });

  it('reads its list and an item in as many queries for many as for few', async () => {
    const { one, cycle, id } = await voting();
    const list = await countQueries(test.db, () => listOf(chair, cycle));
    const item = await countQueries(test.db, () => read(chair, id));
    await noiVu.post(`/api/v1/assessments/${one.id}/criteria/2.1/referral`).send({ reason: 'Xin ý kiến' }).expect(201);
    expect(await countQueries(test.db, () => listOf(chair, cycle))).toBe(list);
    expect(await countQueries(test.db, () => read(chair, id))).toBe(item);
    expect([list, item]).toEqual([2, 8]);
    expect(await test.db.manager.countBy(CouncilItem, { cycleId: cycle.id })).toBe(2);
  });
});
