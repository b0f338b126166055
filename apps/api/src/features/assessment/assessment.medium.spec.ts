import type { AnswerConflict, Problem, Role } from '@par-index/contract';
import { randomUUID } from 'node:crypto';
import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { countQueries } from '../../../test/database';
import { anAgency } from '../../../test/factories/agency.factory';
import { allAnswers, aSave } from '../../../test/factories/answer.factory';
import { anAssessment } from '../../../test/factories/assessment.factory';
import { aCriteriaSet } from '../../../test/factories/criteria-set.factory';
import { aCycle } from '../../../test/factories/cycle.factory';
import { selfAssessmentDue } from '../../../test/factories/self-assessment-window';
import { CycleClock } from '../cycle/clock.service';
import type { Assessment } from './assessment.entity';

const ROOT = '/api/v1/assessments';

describe('/assessments', () => {
  let test: TestApp;
  let assessment: Assessment;
  let officer: Browser;
  let head: Browser;

  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    assessment = await anAssessment(test.db);
    [officer, head] = [await personOf('agency-officer'), await personOf('agency-head')];
  });

  const personOf = (role: Role, agencyId = assessment.agencyId) => test.signedInAs([{ role, agencyId }]);
  const elsewhere = async (role: Role) => personOf(role, (await anAgency(test.db)).id);
  const put = (body: object, { code = '1.1', version = 0, browser = officer } = {}) =>
    browser.put(`${ROOT}/${assessment.id}/answers/${code}`).set('If-Match', `"${version}"`).send(body);
  const move = (browser: Browser, body: object, version = 1) => browser.post(`${ROOT}/${assessment.id}/transitions`).set('If-Match', `"${version}"`).send(body);

  describe('GET', () => {
    it('lists what is the reader’s', async () => {
      const { body } = await officer.get(`${ROOT}?cycleId=${assessment.cycleId}&state=drafting&page=1`).expect(200);
      expect(body).toMatchObject({ total: 1, page: 1, pageSize: 50, items: [{ id: assessment.id, cycleId: assessment.cycleId, state: 'drafting', submittedAt: null }] });
      expect((await (await elsewhere('home-affairs')).get(`${ROOT}?cycleId=${assessment.cycleId}`).expect(200)).body.total).toBe(1);
    });

    it('refuses questions that make no sense', async () => {
      for (const query of ['state=burnt', 'cycleId=x', 'page=0', 'pageSize=1000', 'colour=red']) {
        const { body } = await officer.get(`${ROOT}?${query}`).expect(422);
        expect((body as Problem).code).toBe('request.invalid');
      }
    });

    it('gives one with its version', async () => {
      const { body, headers } = await officer.get(`${ROOT}/${assessment.id}`).expect(200);
      expect(headers['etag']).toBe('"1"');
      expect(body).toMatchObject({ id: assessment.id, version: 1, editable: true, openActions: ['send'] });
    });

    it('hides what is not there and what is not theirs alike', async () => {
      const answers = [await officer.get(`${ROOT}/${randomUUID()}`), await officer.get(`${ROOT}/x`), await (await elsewhere('agency-officer')).get(`${ROOT}/${assessment.id}`)];
      expect(answers.map(({ status, body }) => [status, (body as Problem).code, (body as Problem).detail])).toEqual(Array(3).fill([404, 'record.not-found', answers[0]?.body.detail]));
    });

    it('lets leader and administrator in nowhere', async () => {
      for (const role of ['leader', 'admin'] as const) {
        const browser = await elsewhere(role);
        await browser.get(ROOT).expect(403);
        await browser.get(`${ROOT}/${assessment.id}`).expect(403);
      }
      await test.anonymous.get(ROOT).expect(401);
    });
  });

  describe('PUT an answer', () => {
    it('answers with the new version, and says how it came about', async () => {
      const { body, headers } = await put(aSave({ note: 'Đạt' })).expect(200);
      expect(headers['etag']).toBe('"1"');
      expect(body).toMatchObject({ saved: { code: '1.1', points: 20, note: 'Đạt', version: 1 }, trace: { outcome: 'scored' }, totals: { points: 20 } });
      expect((await officer.get(`${ROOT}/${assessment.id}/answers/1.1/history`).expect(200)).body).toMatchObject([{ version: 1, note: 'Đạt' }]);
    });

    it('refuses an older version, and sends what stands there', async () => {
      await put(aSave({ note: 'một' })).expect(200);
      const { body, headers } = await put(aSave({ note: 'hai' }), { browser: await personOf('agency-officer') }).expect(412);
      expect(headers['etag']).toBe('"1"');
      expect(headers['content-type']).toContain('application/problem+json');
      expect(body as Problem & AnswerConflict).toMatchObject({ code: 'record.version-stale', params: { version: 1 }, current: { code: '1.1', note: 'một', version: 1 } });
    });

    it('sends null where nothing stands there', async () => {
      const { body } = await put(aSave(), { version: 4 }).expect(412);
      expect(body).toMatchObject({ params: { version: 0 }, current: null });
    });

    it('asks for the version that was read', async () => {
      const { body } = await officer.put(`${ROOT}/${assessment.id}/answers/1.1`).send(aSave()).expect(428);
      expect((body as Problem).code).toBe('request.precondition-required');
    });

    it('says which number is wrong, in words', async () => {
      const { body } = await put(aSave({ answer: { numerator: 5, denominator: 0 } })).expect(422);
      expect(body).toMatchObject({ code: 'answer.invalid', errors: [{ pointer: '/answer/denominator', detail: expect.stringMatching(/\p{L}/u) }] });
    });

    it.each<[string, object]>([
      ['no answer at all', { note: '', evidenceExplanation: '' }],
      ['an answer that is a text', { ...aSave(), answer: 'du' }],
      ['an answer that is a list', { ...aSave(), answer: [] }],
      ['no note', { answer: null, evidenceExplanation: '' }],
      ['a note without end', { ...aSave(), note: 'x'.repeat(10_001) }],
      ['points', { ...aSave(), points: 20 }],
      ['a character that can’t be stored in the note', { ...aSave(), note: 'a\u0000b' }],
      ['a character that can’t be stored in a reason', { ...aSave({ answer: { notApplicable: true, reason: 'a\u0000b' } }), code: undefined }],
    ])('refuses %s', async (_, body) => {
      await put(body, { code: '1.2' }).expect(422);
    });

    it.each<[string, number, string]>([
      ['9.9', 404, 'answer.criterion-unknown'],
      ['2.2', 409, 'answer.not-self-scored'],
    ])('refuses criterion %s', async (code, status, refusal) => {
      const { body } = await put(aSave({ answer: null, note: 'x' }), { code }).expect(status);
      expect((body as Problem).code).toBe(refusal);
    });

    it.each<Role>(['agency-head', 'home-affairs', 'appraiser', 'council-chair', 'leader', 'admin'])('is nothing that the %s may do', async (role) => {
      await put(aSave(), { browser: await elsewhere(role) }).expect(403);
    });

    it('is quick: sign-in and save together in few queries', async () => {
      await put(aSave()).expect(200);
      const queries = await countQueries(test.db, async () => put(aSave({ note: 'b' }), { version: 1 }).expect(200));
      expect(queries).toBeLessThanOrEqual(8);
    });
  });

  describe('POST a transition', () => {
    it('takes an assessment from the officer to the head to Sở Nội vụ and back', async () => {
      await allAnswers(test.db, assessment.id);
      expect((await move(officer, { action: 'send' }).expect(200)).headers['etag']).toBe('"2"');
      expect((await move(head, { action: 'return', reason: 'Thiếu' }, 2).expect(200)).body).toMatchObject({ state: 'drafting', version: 3 });
      expect((await move(head, { action: 'submit' }, 3).expect(200)).body).toMatchObject({ state: 'submitted', openActions: [] });
      expect((await move(await elsewhere('home-affairs'), { action: 'reopen', reason: 'Nhập nhầm' }, 4).expect(200)).body).toMatchObject({ state: 'drafting', answers: [] });
      const { body } = await officer.get(`${ROOT}/${assessment.id}/history`).expect(200);
      expect(body.map(({ reason }: { readonly reason: string | null }) => reason)).toEqual(['Nhập nhầm', null, 'Thiếu', null]);
    });

    it('refuses an incomplete one with a line for each thing missing', async () => {
      const { body } = await move(head, { action: 'submit' }).expect(409);
      expect(body).toMatchObject({ code: 'assessment.incomplete', params: { missing: 3 }, errors: expect.arrayContaining([expect.objectContaining({ pointer: '/answers/1.1' })]) });
    });

    it('refuses an older version, a missing one, and what is no move of self-assessment', async () => {
      await move(head, { action: 'submit' }, 9).expect(412);
      await head.post(`${ROOT}/${assessment.id}/transitions`).send({ action: 'submit' }).expect(428);
      for (const action of ['close-appraisal', 'publish', 'take-as-it-stands', 'burn']) {
        await move(await elsewhere('home-affairs'), { action, reason: 'x' }).expect(422);
      }
    });

    it('is nothing that an appraiser, a council member or a leader may do', async () => {
      for (const role of ['appraiser', 'council-chair', 'leader', 'admin'] as const) {
        await move(await elsewhere(role), { action: 'submit' }).expect(403);
      }
    });
  });

  describe('with the cycle around it', () => {
    it('is taken as it stands by the clock of the running server', async () => {
      const set = await aCriteriaSet(test.db);
      const closed = await anAssessment(test.db, { set, cycle: await aCycle(test.db, { phase: 'self-assessment', sets: [set], windows: selfAssessmentDue(-2, -1) }) });
      expect(await test.app.get(CycleClock).tick()).toBe(true);
      const { body } = await (await personOf('agency-head', closed.agencyId)).get(`${ROOT}/${closed.id}`).expect(200);
      expect(body).toMatchObject({ state: 'submitted', notSubmitted: true, submittedAt: null, lockedBecause: expect.stringContaining('lấy theo hiện trạng') });
    });

    it('is named in the preview of the phase that will take it', async () => {
      const set = await aCriteriaSet(test.db, { state: 'frozen' });
      const cycle = await aCycle(test.db, { phase: 'self-assessment', sets: [set] });
      await anAssessment(test.db, { set, cycle });
      const { body } = await (await elsewhere('home-affairs')).get(`/api/v1/cycles/${cycle.id}/phase-preview`).expect(200);
      expect(body.effects).toContain('1 hồ sơ chưa nộp sẽ được lấy theo hiện trạng.');
    });
  });
});
