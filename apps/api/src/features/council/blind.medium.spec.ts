import type { BlindCandidatesView, BlindFiguresView, BlindSummary, CouncilItemSummary, CouncilItemView, CouncilView, GiveBlindRequest, Page, WorkView } from '@par-index/contract';
import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { countQueries } from '../../../test/database';
import { aCouncil, type BeforeCouncil } from '../../../test/factories/council.factory';
import { aProvince, type Province } from '../../../test/factories/province.factory';
import { BlindAppraisal } from './blind-appraisal.entity';
import { BlindOpinion } from './blind-opinion.entity';

const REASON = 'Đối chiếu với báo cáo số 12';
/** SQLSTATE restrict_violation. */
const REFUSED = { driverError: { code: '23001' } };

describe('an item that two members appraise blind', () => {
  let test: TestApp;
  let province: Province;
  let noiVu: Browser;
  let chair: Browser;
  /** Of Sở Tư pháp; criterion 1.1 is appraised by Sở Nội vụ. */
  let first: Browser;
  let second: Browser;
  let third: Browser;
  let ofAppraiser: Browser;

  beforeAll(async () => {
    test = await startTestApp();
    province = await aProvince(test.db);
    noiVu = await test.signedInAs([{ role: 'home-affairs', agencyId: province.noiVu.id }]);
    chair = await test.signedInAs([{ role: 'council-chair', agencyId: province.tuPhap.id }]);
    const member = (agencyId: string) => test.signedInAs([{ role: 'council-member', agencyId }]);
    first = await member(province.tuPhap.id);
    second = await member(province.tuPhap.id);
    third = await member(province.tuPhap.id);
    ofAppraiser = await member(province.noiVu.id);
  });
  afterAll(() => test.close());

  const idOf = ({ userId }: Browser): string => userId ?? '';
  const council = () => aCouncil(test, province, { homeAffairs: noiVu, reader: chair });
  const read = async (browser: Browser, { item }: BeforeCouncil): Promise<CouncilItemView> => (await browser.get(`/api/v1/council-items/${item.id}`).expect(200)).body;
  const sitting = async (browser: Browser, { cycle }: BeforeCouncil): Promise<CouncilView> => (await browser.get(`/api/v1/cycles/${cycle.id}/council`).expect(200)).body;
  const assign = (browser: Browser, { item }: BeforeCouncil, pair: readonly Browser[]) =>
    browser.post(`/api/v1/council-items/${item.id}/blind-appraisal`).send({ memberIds: pair.map(idOf) });
  const give = (browser: Browser, { item }: BeforeCouncil, request: Partial<GiveBlindRequest> = {}) =>
    browser.post(`/api/v1/council-items/${item.id}/blind-opinion`).send({ kind: 'award', awarded: 15, reason: REASON, ...request });
  const withdraw = (browser: Browser, { item }: BeforeCouncil, version: number, reason = 'Vắng mặt') =>
    browser.post(`/api/v1/council-items/${item.id}/blind-withdrawal`).set('if-match', `"${version}"`).send({ reason });
  const vote = (browser: Browser, { item }: BeforeCouncil, proposalId: string) =>
    browser.put(`/api/v1/council-items/${item.id}/vote`).set('if-match', '"0"').send({ proposalId });
  const set = (browser: Browser, { cycle }: BeforeCouncil, body: object, version = 0) =>
    browser.put(`/api/v1/cycles/${cycle.id}/blind-setting`).set('if-match', `"${version}"`).send(body);
  const figures = (browser: Browser, { cycle }: BeforeCouncil) => browser.get(`/api/v1/cycles/${cycle.id}/blind-figures`);
  const list = async (browser: Browser, { cycle }: BeforeCouncil, query = ''): Promise<Page<BlindSummary>> => (await browser.get(`/api/v1/cycles/${cycle.id}/blind-appraisals${query}`).expect(200)).body;
  const blindOf = ({ item }: BeforeCouncil) => test.db.manager.findOneByOrFail(BlindAppraisal, { itemId: item.id });

  /** Asked of the two first members. */
  async function asked(): Promise<BeforeCouncil> {
    const place = await council();
    await assign(noiVu, place, [first, second]).expect(201);
    return place;
  }

  /** Both are in, with these points. */
  async function compared(a: number, b: number): Promise<BeforeCouncil> {
    const place = await asked();
    await give(first, place, { awarded: a }).expect(201);
    await give(second, place, { awarded: b, reason: 'Phụ lục thiếu một việc' }).expect(201);
    return place;
  }

  describe('is asked for', () => {
    it('by home affairs or the chair, of two who are entitled', async () => {
      const place = await council();
      expect((await assign(noiVu, place, [first]).expect(422)).body.code).toBe('request.invalid');
      expect((await assign(noiVu, place, [first, noiVu]).expect(422)).body.code).toBe('council.blind-pair');
      expect((await assign(first, place, [first, second])).status).toBe(403);
      const { body } = await assign(chair, place, [first, second]).expect(201);
      expect(body.blind).toMatchObject({ state: 'open', seat: 'none', threshold: 10, opinions: [], gap: null });
      expect((await assign(noiVu, place, [first, third]).expect(409)).body.code).toBe('council.blind-exists');
    });

    it('of nobody of the appraising agency while there are others', async () => {
      const place = await council();
      expect((await assign(noiVu, place, [first, ofAppraiser]).expect(422)).body.code).toBe('council.blind-appraiser');
      const { candidates, drawn } = (await noiVu.get(`/api/v1/council-items/${place.item.id}/blind-candidates`).expect(200)).body as BlindCandidatesView;
      expect(candidates.find(({ id }) => id === idOf(ofAppraiser))).toMatchObject({ ofAppraiser: true });
      expect(candidates.filter((one) => one.ofAppraiser)).toHaveLength(1);
      expect(drawn).toHaveLength(2);
      expect(drawn).not.toContain(idOf(ofAppraiser));
    });

    it('before anybody has voted, and not where the cycle has none', async () => {
      const place = await council();
      await set(noiVu, place, { mode: 'none', threshold: 10 }).expect(200);
      expect((await assign(noiVu, place, [first, second]).expect(409)).body.code).toBe('council.blind-off');
      await set(noiVu, place, { mode: 'chosen', threshold: 10 }, 1).expect(200);
      await vote(third, place, place.item.proposals[0]?.id ?? '').expect(200);
      expect((await assign(noiVu, place, [first, second]).expect(409)).body.code).toBe('council.vote-begun');
    });

    it('at every item by itself where the cycle says so, of those whose turn it is', async () => {
      const place = await council();
      await set(chair, place, { mode: 'every', threshold: 5 }).expect(200);
      await noiVu.post(`/api/v1/assessments/${place.one.id}/criteria/2.1/referral`).send({ reason: 'Xin ý kiến' }).expect(201);
      const { items } = await list(noiVu, place);
      expect(items).toMatchObject([{ code: '2.1', state: 'open', seat: 'none' }]);
      expect(items[0]?.members).toHaveLength(2);
    });
  });

  describe('waits for both', () => {
    it('and tells nobody meanwhile what the first has given, nor the second that it is given', async () => {
      const place = await asked();
      const before = await read(second, place);
      const [version, sat, listed] = [place.item.version, await sitting(second, place), await list(second, place)];
      await give(first, place, { awarded: 13.37 }).expect(201);
      expect(await read(second, place)).toEqual(before);
      expect({ ...(await sitting(second, place)), now: '' }).toEqual({ ...sat, now: '' });
      expect(await list(second, place)).toEqual(listed);
      for (const browser of [second, third, chair, noiVu]) {
        const view = await read(browser, place);
        expect([JSON.stringify(view).includes('13.37'), view.version, view.blind?.opinions]).toEqual([false, version, []]);
      }
      expect((await read(first, place)).blind).toMatchObject({ seat: 'given', mine: { points: 13.37, reason: REASON } });
      expect(await blindOf(place)).toMatchObject({ version: 1, state: 'open' });
    });

    it('whoever chose them sees whom it waits for, and neither of the two does', async () => {
      const place = await asked();
      await give(first, place).expect(201);
      expect((await read(noiVu, place)).blind?.members).toHaveLength(2);
      expect((await read(noiVu, place)).blind?.awaited).toHaveLength(1);
      expect((await read(second, place)).blind).toMatchObject({ seat: 'to-give', members: null, awaited: null });
      expect((await read(third, place)).blind).toMatchObject({ seat: 'none', members: null, awaited: null });
    });

    it('without a proposal, a vote or a closing', async () => {
      const place = await asked();
      expect((await vote(third, place, place.item.proposals[0]?.id ?? '').expect(409)).body.code).toBe('council.blind-open');
      expect((await third.post(`/api/v1/council-items/${place.item.id}/proposals`).send({ awarded: 1, reason: REASON }).expect(409)).body.code).toBe('council.blind-open');
      const closing = chair.post(`/api/v1/council-items/${place.item.id}/closing`).set('if-match', `"${place.item.version}"`).send({ reason: '' });
      expect((await closing.expect(409)).body.code).toBe('council.blind-open');
      expect((await read(third, place)).lockedBecause).toContain('thẩm định độc lập');
      expect(await sitting(first, place)).toMatchObject({ blindOpen: 1, blindToGive: 1, toVote: 0 });
    });

    it('once from each, with a reason and points, from nobody else', async () => {
      const place = await asked();
      expect((await give(third, place).expect(403)).body.code).toBe('council.blind-not-yours');
      expect((await give(first, place, { reason: ' ' })).status).toBe(422);
      expect((await give(first, place, { awarded: 21 })).status).toBe(422);
      expect((await give(first, place, { kind: 'correct', answer: { numerator: 18, denominator: 20 } }).expect(201)).body.blind.mine).toMatchObject({ kind: 'correct', points: 10 });
      expect((await give(first, place).expect(409)).body.code).toBe('council.blind-given');
    });
  });

  describe('forms', () => {
    it('one proposal, the exact mean, where they are within the threshold; nothing is decided by it', async () => {
      const place = await compared(15.25, 16.26);
      const view = await read(third, place);
      expect(view.blind).toMatchObject({ state: 'compared', gap: 1.01, withinThreshold: true, opinions: [{ points: expect.any(Number) }, { points: expect.any(Number) }] });
      expect(view.blind?.opinions.map(({ points }) => points).sort()).toEqual([15.25, 16.26]);
      const proposal = view.proposals.find(({ kind }) => kind === 'blind');
      expect(proposal).toMatchObject({ id: view.blind?.proposalId, points: 15.76, by: null });
      expect(proposal?.reason).toContain('15,25 và 16,26 điểm');
      expect([view.state, view.openActions, view.outcome]).toEqual(['voting', ['propose', 'vote'], null]);
    });

    it('none that stands there already: the votes are not divided', async () => {
      const place = await compared(19.5, 20);
      expect((await read(third, place)).proposals.map(({ kind }) => kind)).toEqual(['agency', 'appraisal', 'blind']);
      const same = await compared(20, 20);
      const view = await read(third, same);
      expect(view.proposals.map(({ kind }) => kind)).toEqual(['agency', 'appraisal']);
      expect(view.blind).toMatchObject({ gap: 0, withinThreshold: true, proposalId: view.proposals[0]?.id });
    });

    it('two proposals further apart, at the head of the queue', async () => {
      const place = await compared(12, 14.01);
      await noiVu.post(`/api/v1/assessments/${place.one.id}/criteria/1.2/referral`).send({ reason: 'Xin ý kiến' }).expect(201);
      const view = await read(chair, place);
      expect(view.blind).toMatchObject({ gap: 2.01, withinThreshold: false, proposalId: null });
      expect(view.proposals.filter(({ kind }) => kind === 'award').map(({ points }) => points).sort()).toEqual([12, 14.01]);
      const { items }: Page<CouncilItemSummary> = (await chair.get(`/api/v1/cycles/${place.cycle.id}/council-items?blind=apart`).expect(200)).body;
      expect(items).toMatchObject([{ id: place.item.id, blind: 'apart' }]);
      expect((await sitting(chair, place)).blindApart).toBe(1);
    });

    it('what lies exactly at the threshold is within', async () => {
      expect((await read(chair, await compared(12, 14))).blind).toMatchObject({ gap: 2, withinThreshold: true });
    });

    it('what carries by the vote, as every proposal', async () => {
      const place = await compared(15, 16);
      const proposalId = (await read(third, place)).blind?.proposalId ?? '';
      for (const browser of [first, second, third]) {
        await vote(browser, place, proposalId).expect(200);
      }
      const { version } = await read(chair, place);
      const { body } = await chair.post(`/api/v1/council-items/${place.item.id}/closing`).set('if-match', `"${version}"`).send({ reason: '' }).expect(200);
      expect(body).toMatchObject({ outcome: 'majority', carried: proposalId });
      expect(await test.db.query(`select points, kind from appraisal_layer where assessment_id = $1 and layer = 'council'`, [place.one.id])).toEqual([{ points: '15.5000', kind: 'award' }]);
    });
  });

  it('is called off with a reason, on the version that was read; the vote opens and another may be asked for', async () => {
    const place = await asked();
    await give(first, place, { awarded: 13.37 }).expect(201);
    expect((await withdraw(noiVu, place, 9)).status).toBe(412);
    expect((await withdraw(noiVu, place, 1, ' ')).body.code).toBe('reason.required');
    const { body } = await withdraw(noiVu, place, 1).expect(200);
    expect([body.blind, JSON.stringify(body).includes('13.37')]).toEqual([null, false]);
    expect((await read(first, place)).openActions).toEqual(['propose', 'vote']);
    await assign(noiVu, place, [second, third]).expect(201);
  });

  describe('shows how the members agree', () => {
    it('to home affairs and the chair alone, over what both have given', async () => {
      const place = await asked();
      await give(first, place, { awarded: 15 }).expect(201);
      expect((await figures(noiVu, place).expect(200)).body).toEqual({ cycleId: place.cycle.id, compared: 0, withinThreshold: 0, exact: 0, meanGap: null, meanGapPercent: null, members: [] });
      await give(second, place, { awarded: 16 }).expect(201);
      expect((await figures(first, place)).status).toBe(403);
      const found = (await figures(chair, place).expect(200)).body as BlindFiguresView;
      expect(found).toMatchObject({ compared: 1, withinThreshold: 1, exact: 0, meanGap: 1, meanGapPercent: 5 });
      expect(found.members.map(({ items, leniency, leniencyPercent }) => [items, leniency, leniencyPercent]).sort()).toEqual([[1, -1, -5], [1, 1, 5]]);
    });

    it('in means that are exact, over several items', async () => {
      const place = await asked();
      await give(first, place, { awarded: 15 }).expect(201);
      await give(second, place, { awarded: 15.01 }).expect(201);
      for (const [code, a, b] of [['1.2', 3, 3], ['2.1', 5, 6]] as const) {
        const { itemId } = (await noiVu.post(`/api/v1/assessments/${place.one.id}/criteria/${code}/referral`).send({ reason: 'Xin ý kiến' }).expect(201)).body;
        const other = { ...place, item: { ...place.item, id: itemId as string } };
        await test.db.query(`update appraisal_assignment set agency_id = $3 where assessment_id = $1 and code = $2`, [place.one.id, code, province.noiVu.id]);
        await assign(noiVu, other, [first, second]).expect(201);
        await give(first, other, { awarded: a }).expect(201);
        await give(second, other, { awarded: b }).expect(201);
      }
      const found = (await figures(noiVu, place).expect(200)).body as BlindFiguresView;
      expect(found).toMatchObject({ compared: 3, withinThreshold: 3, exact: 1, meanGap: 0.3367, meanGapPercent: 3.35 });
      expect(found.members.map(({ items, leniency }) => [items, leniency]).sort()).toEqual([[3, -0.3367], [3, 0.3367]]);
    });

    it('without items of the reader’s own agency', async () => {
      const place = await compared(15, 16);
      const own = await test.signedInAs([{ role: 'home-affairs', agencyId: province.noiVu.id }, { role: 'agency-officer', agencyId: place.one.agency.id }]);
      expect((await figures(own, place).expect(200)).body).toMatchObject({ compared: 0, members: [] });
      expect((await list(own, place)).total).toBe(0);
      await own.get(`/api/v1/council-items/${place.item.id}/blind-candidates`).expect(404);
    });
  });

  describe('is kept by the database', () => {
    it('written once, and with nothing but what both have given', async () => {
      const place = await asked();
      const { id } = await blindOf(place);
      await expect(test.db.query(`update blind_appraisal set state = 'compared', gap = 0, within_threshold = true, compared_at = now() where id = $1`, [id])).rejects.toMatchObject(REFUSED);
      await give(first, place).expect(201);
      await expect(test.db.query('update blind_opinion set points = 1 where blind_id = $1', [id])).rejects.toMatchObject(REFUSED);
      await expect(test.db.query('delete from blind_opinion where blind_id = $1', [id])).rejects.toMatchObject(REFUSED);
      await expect(test.db.query('truncate blind_opinion')).rejects.toMatchObject(REFUSED);
      await expect(test.db.query('delete from blind_appraisal where id = $1', [id])).rejects.toMatchObject(REFUSED);
      await expect(test.db.query('update blind_appraisal set threshold = 99 where id = $1', [id])).rejects.toMatchObject(REFUSED);
      await give(second, place).expect(201);
      await expect(test.db.query('update blind_appraisal set gap = 0 where id = $1', [id])).rejects.toMatchObject(REFUSED);
    });

    it('by nobody of the item’s agency, and by nobody who was not asked', async () => {
      const place = await asked();
      const { id: blindId } = await blindOf(place);
      const opinion = (memberId: string) => ({ blindId, memberId, kind: 'award' as const, answer: null, points: '1', reason: REASON });
      await expect(test.db.manager.insert(BlindOpinion, opinion(idOf(third)))).rejects.toMatchObject(REFUSED);
      await test.db.query(`insert into user_grant (user_id, role, agency_id) values ($1, 'agency-officer', $2)`, [idOf(second), place.one.agency.id]);
      await expect(test.db.manager.insert(BlindOpinion, opinion(idOf(second)))).rejects.toMatchObject(REFUSED);
      await withdraw(noiVu, place, 1).expect(200);
      const row = { itemId: place.item.id, firstId: idOf(first), secondId: idOf(second), max: '20', threshold: '10' };
      await expect(test.db.manager.insert(BlindAppraisal, row)).rejects.toMatchObject(REFUSED);
      await test.db.query(`delete from user_grant where user_id = $1 and agency_id = $2`, [idOf(second), place.one.agency.id]);
    });

    it('with no vote, proposal or closing while it is open', async () => {
      const place = await asked();
      const proposalId = place.item.proposals[0]?.id ?? '';
      await expect(test.db.query('insert into council_vote (item_id, user_id, proposal_id) values ($1, $2, $3)', [place.item.id, idOf(third), proposalId])).rejects.toThrow('waits for its blind appraisal');
      await expect(test.db.query(`update council_item set state = 'closed', outcome = 'stands', closed_at = now() where id = $1`, [place.item.id])).rejects.toThrow('waits for its blind appraisal');
    });
  });

  it('is compared once when both give it at the same moment', async () => {
    const place = await asked();
    await Promise.all([give(first, place, { awarded: 15 }), give(second, place, { awarded: 16 })]);
    expect(await blindOf(place)).toMatchObject({ state: 'compared', gap: '1.0000', version: 2 });
    expect((await read(third, place)).proposals.filter(({ kind }) => kind === 'blind')).toHaveLength(1);
  });

  it('is told to the two alone, without naming the agency, and stands under their work until they have given theirs', async () => {
    const place = await asked();
    const rows: readonly { readonly recipient_id: string; readonly parts: object }[] = await test.db.query('select recipient_id, parts from notification where path = $1', [`/council/items/${place.item.id}`]);
    expect(rows.map(({ recipient_id: recipient }) => recipient).sort()).toEqual([idOf(first), idOf(second)].sort());
    expect(rows.map(({ parts }) => parts)).toEqual([{ blind: true, code: '1.1' }, { blind: true, code: '1.1' }]);
    const workOf = async (browser: Browser) =>
      ((await browser.get('/api/v1/work').expect(200)).body as WorkView).items.filter(({ kind, cycleId }) => cycleId === place.cycle.id && (kind === 'vote' || kind === 'appraise-blind')).map(({ kind, details }) => [kind, details]);
    expect([await workOf(first), await workOf(third)]).toEqual([[['appraise-blind', { left: 1 }]], []]);
    await give(first, place).expect(201);
    expect(await workOf(first)).toEqual([]);
    await give(second, place).expect(201);
    expect([await workOf(first), await workOf(third)]).toEqual([[['vote', { left: 1 }]], [['vote', { left: 1 }]]]);
  });

  it('tells the log who and when, and never what', async () => {
    const place = await asked();
    await give(first, place, { awarded: 13.37, reason: 'DAU-LY-DO' }).expect(201);
    const lines = await test.db.query(`select event, payload from audit_event where subject_id = $1 and event like 'council.blind-%' order by at`, [place.one.id]);
    expect(lines.map(({ event }: { event: string }) => event)).toEqual(['council.blind-assigned', 'council.blind-given']);
    expect(JSON.stringify(lines)).not.toMatch(/13.37|DAU-LY-DO/);
  });

  it('is listed in as many queries for many as for few', async () => {
    const place = await asked();
    const few = await countQueries(test.db, () => list(noiVu, place));
    const { itemId } = (await noiVu.post(`/api/v1/assessments/${place.one.id}/criteria/2.1/referral`).send({ reason: 'Xin ý kiến' }).expect(201)).body;
    await assign(noiVu, { ...place, item: { ...place.item, id: itemId as string } }, [first, ofAppraiser]);
    expect(await countQueries(test.db, () => list(noiVu, place))).toBe(few);
    expect((await list(first, place, '?mine=true')).items.every(({ seat }) => seat === 'to-give')).toBe(true);
  });
});
