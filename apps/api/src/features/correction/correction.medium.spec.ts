import type { CorrectionView, CriteriaSetView, GroupResultView, Problem, ReplayView } from '@par-index/contract';
import { compileCriteriaSet, type CriteriaSet as CriteriaSetDocument, type CriterionNode, rankGroup } from '@par-index/scoring';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { countQueries } from '../../../test/database';
import { unused } from '../../../test/factories/agency.factory';
import { APPRAISED_SET } from '../../../test/factories/criteria-set.fixture';
import { aLayer } from '../../../test/factories/layer.factory';
import { type Assessed, aProvince, DECLARED, Province } from '../../../test/factories/province.factory';
import { aCriteriaSet } from '../../../test/factories/criteria-set.factory';
import { AuditEvent } from '../../platform/audit/audit-event.entity';
import { AppraisalLayer } from '../appraisal/appraisal-layer.entity';
import { Answer } from '../assessment/answer.entity';
import { AnswerRevision } from '../assessment/answer-revision.entity';
import type { Cycle } from '../cycle/cycle.entity';
import { Participant } from '../cycle/participant.entity';
import { ReplayService } from './replay.service';

const REFUSED = { driverError: { code: '23001' } };

type Change = (node: CriterionNode) => CriterionNode;

/** The set with one of its leaves changed. */
function changed(set: CriteriaSetDocument, code: string, change: Change): CriteriaSetDocument {
  const walk = (nodes: readonly CriterionNode[]): readonly CriterionNode[] =>
    nodes.map((node) => (node.code === code ? change(node) : 'children' in node ? { ...node, children: walk(node.children) } : node));
  return { ...set, criteria: walk(set.criteria) };
}

/** 70–90 % gives 12 points and not 10. */
const betterBands: Change = (node) => ({ ...node, rule: { ...('rule' in node ? node.rule : {}), bands: [{ above: 90, points: 20 }, { from: 70, upTo: 90, points: 12 }, { below: 70, points: 0 }] } }) as CriterionNode;

describe('a set of a running cycle', () => {
  let test: TestApp;
  let first: Province;

  beforeAll(async () => {
    test = await startTestApp();
    first = await aProvince(test.db);
  });
  afterAll(() => test.close());

  interface Running {
    readonly province: Province;
    readonly cycle: Cycle;
    readonly good: Assessed;
    readonly fair: Assessed;
    readonly drafting: Assessed;
    readonly homeAffairs: Browser;
    readonly document: CriteriaSetDocument;
  }

  /** A cycle with a set of its own: one agency at 95 %, one at 80 %, and one that is still at work. */
  async function running(phase: 'self-assessment' | 'appraisal' = 'appraisal'): Promise<Running> {
    const document = { ...APPRAISED_SET, code: unused('bo') };
    const set = await aCriteriaSet(test.db, { document });
    const province = new Province(test.db, set, first.noiVu, first.tuPhap);
    const cycle = await province.cycle(phase, 2026);
    const good = await province.assessed({ cycle });
    const fair = await province.assessed({ cycle, answers: { ...DECLARED, '1.1': { numerator: 80, denominator: 100 } } });
    const drafting = await province.assessed({ cycle, state: 'drafting', answers: { ...DECLARED, '1.1': { numerator: 75, denominator: 100 } } });
    const homeAffairs = await test.signedInAs([{ role: 'home-affairs', agencyId: province.noiVu.id }]);
    return { province, cycle, good, fair, drafting, homeAffairs, document };
  }

  const load = async ({ homeAffairs }: Running, document: CriteriaSetDocument): Promise<CriteriaSetView> =>
    (await homeAffairs.post('/api/v1/criteria-sets').send(document).expect(201)).body as CriteriaSetView;
  const replayOf = async ({ homeAffairs, cycle }: Pick<Running, 'homeAffairs' | 'cycle'>, setId: string): Promise<ReplayView> =>
    (await homeAffairs.get(`/api/v1/criteria-sets/${setId}/replay?cycleId=${cycle.id}`).expect(200)).body as ReplayView;
  const correct = ({ homeAffairs, cycle }: Running, body: object, version = cycle.version) =>
    homeAffairs.post(`/api/v1/cycles/${cycle.id}/criteria-corrections`).set('if-match', `"${version}"`).send(body);
  const asShown = ({ before, after, digest }: ReplayView) => ({ fromSetId: before.id, toSetId: after.id, reason: 'Ghi sai điểm của một khoảng', replayDigest: digest });
  const pointsOf = async (assessmentId: string, code: string) => (await test.db.manager.findOneByOrFail(Answer, { assessmentId, code })).points;

  describe('is replayed', () => {
    it('and moves nobody where nothing is changed', async () => {
      const scene = await running();
      const view = await replayOf(scene, scene.province.set.id);
      expect(view.moved).toEqual({ points: 0, rank: 0, agencies: 2 });
      for (const { before, after, leaves } of view.rows) expect([after, leaves]).toEqual([before, []]);
      expect(view.refused).toEqual([]);
    });

    it('and moves exactly whom the engine says, with the reason', async () => {
      const scene = await running();
      const next = changed(scene.document, '1.1', betterBands);
      const view = await replayOf(scene, (await load(scene, next)).id);
      const answers = [scene.good, scene.fair].map(({ agency }, index) => ({ code: agency.code, answers: { ...DECLARED, ...(index === 1 ? { '1.1': { numerator: 80, denominator: 100 } } : {}) } }));
      for (const [version, set] of [['before', scene.document], ['after', next]] as const) {
        for (const { code, points, index, rank, grade, applicableMax } of rankGroup(compileCriteriaSet(set), answers)) {
          expect(view.rows.find(({ agency }) => agency.code === code)?.[version]).toEqual({ points, index, rank, grade, applicableMax });
        }
      }
      expect(view.moved).toMatchObject({ points: 1, agencies: 2 });
      expect(view.rows.find(({ agency }) => agency.id === scene.fair.agency.id)?.leaves).toEqual([
        { code: '1.1', title: 'Thực hiện kế hoạch cải cách hành chính', before: 10, after: 12, because: 'scored-otherwise', why: 'Cùng số liệu, cách tính mới cho 12 điểm thay vì 10 điểm' },
      ]);
      expect(view.correctionBlockers).toEqual([]);
    });

    it('from a draft too, and not from one that has an error', async () => {
      const scene = await running();
      const body = { copyOfId: scene.province.set.id };
      const { body: draft } = await scene.homeAffairs.post('/api/v1/criteria-sets/drafts').send(body).expect(201);
      const { id, version } = draft as CriteriaSetView;
      expect((await replayOf(scene, id)).correctionBlockers).toEqual(['Phiên bản này chưa ban hành hoặc đã được thay. Hãy ban hành bản nháp trước.']);
      await scene.homeAffairs.put(`/api/v1/criteria-sets/${id}/document`).set('if-match', `"${version}"`).send(changed(scene.document, '1.1', betterBands)).expect(200);
      expect((await replayOf(scene, id)).moved.points).toBe(1);
      await scene.homeAffairs.put(`/api/v1/criteria-sets/${id}/document`).set('if-match', `"${version + 1}"`).send({ ...scene.document, title: '' }).expect(200);
      await scene.homeAffairs.get(`/api/v1/criteria-sets/${id}/replay?cycleId=${scene.cycle.id}`).expect(422);
    });

    it('without the own agency of the reader, before it sees its result', async () => {
      const scene = await running();
      await scene.province.assessed({ cycle: scene.cycle, agency: scene.province.noiVu });
      const view = await replayOf(scene, scene.province.set.id);
      expect(view.withheld.map(({ id }) => id)).toEqual([scene.province.noiVu.id]);
      expect(view.rows.map(({ agency }) => agency.id)).not.toContain(scene.province.noiVu.id);
      await test.db.query(`update cycle set phase = 'preliminary' where id = $1`, [scene.cycle.id]);
      expect((await replayOf(scene, scene.province.set.id)).withheld).toEqual([]);
    });

    it('by home affairs alone, of a cycle that has the group, in a number of queries that does not grow', async () => {
      const scene = await running();
      const officer = await test.signedInAs([{ role: 'agency-officer', agencyId: scene.good.agency.id }]);
      await officer.get(`/api/v1/criteria-sets/${scene.province.set.id}/replay?cycleId=${scene.cycle.id}`).expect(403);
      await scene.homeAffairs.get(`/api/v1/criteria-sets/${scene.province.set.id}/replay?cycleId=${randomUUID()}`).expect(404);
      await scene.homeAffairs.get(`/api/v1/criteria-sets/${randomUUID()}/replay?cycleId=${scene.cycle.id}`).expect(404);
      await scene.homeAffairs.get(`/api/v1/criteria-sets/${scene.province.set.id}/replay`).expect(422);
      const replays = test.app.get(ReplayService);
      const queries = () => countQueries(test.db, () => replays.full(test.db.manager, scene.province.set.id, scene.cycle.id));
      const before = await queries();
      await scene.province.assessed({ cycle: scene.cycle });
      expect(await queries()).toBe(before);
    });
  });

  describe('is corrected', () => {
    it('by a newer version: every score as the engine says, everything else as it was', async () => {
      const scene = await running();
      await aLayer(test.db, scene.good.id, { answer: { numerator: 85, denominator: 100 }, points: '10' });
      await aLayer(test.db, scene.good.id, { code: '1.2', kind: 'award', answer: { awarded: 7, reason: 'Có thêm báo cáo' }, points: '7' });
      const before = await test.db.manager.findOneByOrFail(Answer, { assessmentId: scene.fair.id, code: '1.1' });
      const revisions = await test.db.manager.countBy(AnswerRevision, { assessmentId: scene.fair.id });
      const to = await load(scene, changed(scene.document, '1.1', betterBands));
      const shown = await replayOf(scene, to.id);
      const { body } = await correct(scene, asShown(shown)).expect(200);

      expect(body as CorrectionView).toMatchObject({ before: shown.before, after: shown.after, replayDigest: shown.digest, rescored: 3, setAside: 0, rows: shown.rows });
      expect([await pointsOf(scene.good.id, '1.1'), await pointsOf(scene.fair.id, '1.1'), await pointsOf(scene.drafting.id, '1.1')]).toEqual(['20.0000', '12.0000', '12.0000']);
      const layers = await test.db.manager.findBy(AppraisalLayer, { assessmentId: scene.good.id });
      expect(Object.fromEntries(layers.map(({ code, points, version }) => [code, [points, version]]))).toEqual({ '1.1': ['12.0000', 1], '1.2': ['7.0000', 1] });
      expect(await test.db.manager.findOneByOrFail(Answer, { assessmentId: scene.fair.id, code: '1.1' })).toEqual({ ...before, points: '12.0000' });
      expect(await test.db.manager.countBy(AnswerRevision, { assessmentId: scene.fair.id })).toBe(revisions);

      const { body: result } = await scene.homeAffairs.get(`/api/v1/cycles/${scene.cycle.id}/results`).expect(200);
      for (const { agency, index, rank } of (result as GroupResultView).rows) {
        expect(shown.rows.find((row) => row.agency.id === agency.id)?.after).toMatchObject({ index, rank });
      }
      expect(await test.db.manager.findOneByOrFail(Participant, { cycleId: scene.cycle.id, agencyId: scene.drafting.agency.id })).toMatchObject({ criteriaSetId: to.id });
      const states = await Promise.all([scene.province.set.id, to.id].map(async (id) => ((await scene.homeAffairs.get(`/api/v1/criteria-sets/${id}`)).body as CriteriaSetView).state));
      expect(states).toEqual(['superseded', 'frozen']);
    });

    it('and leaves its lines: who, why, which criteria; and the agencies are told', async () => {
      const scene = await running();
      const officer = await test.signedInAs([{ role: 'agency-officer', agencyId: scene.fair.agency.id }]);
      const to = await load(scene, changed(scene.document, '1.1', betterBands));
      const shown = await replayOf(scene, to.id);
      await correct(scene, asShown(shown)).expect(200);
      const lines = await test.db.manager.findBy(AuditEvent, { cycleId: scene.cycle.id });
      expect(lines.find(({ event }) => event === 'criteria-set.corrected')).toMatchObject({
        actorId: scene.homeAffairs.userId, subjectId: to.id, payload: { from: 1, to: 2, reason: 'Ghi sai điểm của một khoảng', replayDigest: shown.digest, rescored: 2 },
      });
      expect(lines.filter(({ event }) => event === 'assessment.rescored').map(({ subjectId, payload }) => [subjectId, (payload as { readonly rescored: unknown }).rescored]).toSorted()).toEqual(
        [[scene.fair.id, ['1.1']], [scene.drafting.id, ['1.1']]].toSorted(),
      );
      const { body: inbox } = await officer.get('/api/v1/notifications').expect(200);
      expect((inbox as { readonly items: readonly object[] }).items[0]).toMatchObject({ kind: 'criteria-corrected', parts: { reason: 'Ghi sai điểm của một khoảng' } });
      const { body: list } = await scene.homeAffairs.get(`/api/v1/cycles/${scene.cycle.id}/criteria-corrections`).expect(200);
      expect(list).toMatchObject([{ reason: 'Ghi sai điểm của một khoảng', rows: shown.rows }]);
      await expect(test.db.query('update set_correction set reason = $1', ['khác'])).rejects.toMatchObject(REFUSED);
    });

    it('only as it was shown: what changed meanwhile is shown first', async () => {
      const scene = await running();
      const to = await load(scene, changed(scene.document, '1.1', betterBands));
      const shown = await replayOf(scene, to.id);
      await aLayer(test.db, scene.fair.id, { answer: { numerator: 99, denominator: 100 }, points: '20' });
      const { body } = await correct(scene, asShown(shown)).expect(409);
      const problem = body as Problem & { readonly current: ReplayView };
      expect(problem.code).toBe('criteria-set.replay-stale');
      expect(problem.current.digest).not.toBe(shown.digest);
      await correct(scene, asShown(problem.current)).expect(200);
    });

    it('with what no longer fits set aside where the agency is still at work, and kept in its history', async () => {
      const scene = await running('self-assessment');
      for (const { id } of [scene.good, scene.fair]) await test.db.query(`update assessment set state = 'drafting', submitted_at = null where id = $1`, [id]);
      const rule = { kind: 'choice' as const, options: [{ id: 'du', label: 'Kiểm tra đủ', points: 20 }, { id: 'mot-phan', label: 'Kiểm tra một phần', points: 6 }] };
      const to = await load(scene, changed(scene.document, '1.2', (node) => ({ ...node, rule }) as CriterionNode));
      const shown = await replayOf(scene, to.id);
      expect(shown.refused).toHaveLength(3);
      expect(shown.refused[0]).toMatchObject({ code: '1.2', title: 'Kiểm tra cải cách hành chính', blocks: false });
      const { body } = await correct(scene, asShown(shown)).expect(200);
      expect(body).toMatchObject({ setAside: 3 });
      expect(await test.db.manager.findOneByOrFail(Answer, { assessmentId: scene.fair.id, code: '1.2' })).toMatchObject({ answer: null, points: null, version: 2 });
      const officer = await test.signedInAs([{ role: 'agency-officer', agencyId: scene.fair.agency.id }]);
      await officer.get(`/api/v1/assessments/${scene.fair.id}`).expect(200);
      const { body: inbox } = await officer.get('/api/v1/notifications').expect(200);
      expect(JSON.stringify(inbox)).not.toContain('undefined');
    });

    it('never where what is handed in or appraised no longer fits: every place is named', async () => {
      const scene = await running();
      const rule = { kind: 'choice' as const, options: [{ id: 'du', label: 'Kiểm tra đủ', points: 20 }, { id: 'mot-phan', label: 'Kiểm tra một phần', points: 6 }] };
      const to = await load(scene, changed(scene.document, '1.2', (node) => ({ ...node, rule }) as CriterionNode));
      const shown = await replayOf(scene, to.id);
      expect(shown.refused.map(({ blocks }) => blocks).toSorted()).toEqual([false, true, true]);
      const { body } = await correct(scene, asShown(shown)).expect(409);
      expect((body as Problem).code).toBe('criteria-set.correction-blocked');
      expect((body as Problem).errors?.map(({ detail }) => detail)).toEqual(shown.correctionBlockers);
      expect(shown.correctionBlockers).toHaveLength(2);
      expect(await pointsOf(scene.good.id, '1.2')).toBe('5.0000');
    });

    it('never tells whoever is of an agency what was decided there before it may be seen', async () => {
      const scene = await running();
      const own = await scene.province.assessed({ cycle: scene.cycle, agency: scene.province.noiVu, answers: { '1.1': { numerator: 1, denominator: 2 } } });
      await aLayer(test.db, own.id, { code: '1.2', kind: 'correct', answer: { choice: 'thieu' }, points: '5' });
      const rule = { kind: 'choice' as const, options: [{ id: 'du', label: 'Kiểm tra đủ', points: 20 }, { id: 'mot-phan', label: 'Kiểm tra một phần', points: 6 }] };
      const to = await load(scene, changed(scene.document, '1.2', (node) => ({ ...node, rule }) as CriterionNode));
      const shown = await replayOf(scene, to.id);
      expect(JSON.stringify([shown.refused, shown.correctionBlockers])).not.toContain(scene.province.noiVu.name);
      expect(shown.correctionBlockers).toContainEqual(expect.stringMatching(/^Có nội dung mà bạn chưa được xem/));
      const { body } = await correct(scene, asShown(shown)).expect(409);
      expect((body as Problem).errors?.map(({ detail }) => detail)).toEqual(shown.correctionBlockers);
    });

    it('never by what has other criteria, another code or other sources', async () => {
      const scene = await running();
      const without = { ...scene.document, criteria: scene.document.criteria.slice(0, 3) };
      const lines = async (document: CriteriaSetDocument) => (await replayOf(scene, (await load(scene, document)).id)).correctionBlockers;
      expect(await lines(without)).toEqual(['Tiêu chí 4.1 không còn trong phiên bản mới. Giữa kỳ không bỏ được tiêu chí.']);
      expect(await lines(changed(scene.document, '3.1', (node) => ({ ...node, source: 'appraiser' }) as CriterionNode))).toContain('Tiêu chí 3.1 đổi nguồn số liệu. Giữa kỳ không đổi được nguồn số liệu.');
      expect(await lines({ ...scene.document, code: unused('khac') })).toEqual([`Phiên bản thay phải cùng mã «${scene.document.code}» và cùng nhóm cơ quan.`]);
    });

    it('never too early or too late, without a reason, from another version, or by somebody else', async () => {
      const scene = await running();
      const to = await load(scene, changed(scene.document, '1.1', betterBands));
      const request = asShown(await replayOf(scene, to.id));
      await correct(scene, { ...request, reason: '  ' }).expect(422);
      await correct(scene, { ...request, replayDigest: 'x' }).expect(422);
      await correct(scene, request, scene.cycle.version + 5).expect(412);
      const officer = await test.signedInAs([{ role: 'agency-officer', agencyId: scene.good.agency.id }]);
      await officer.post(`/api/v1/cycles/${scene.cycle.id}/criteria-corrections`).set('if-match', '"1"').send(request).expect(403);
      for (const phase of ['preparing', 'preliminary', 'published']) {
        await test.db.query('update cycle set phase = $2 where id = $1', [scene.cycle.id, phase]);
        const { body } = await correct(scene, request).expect(409);
        expect(body).toMatchObject({ code: 'cycle.phase-illegal' });
      }
    });

    it('is the only way: nobody else changes points of what is handed in', async () => {
      const { fair, good } = await running();
      await expect(test.db.query('update answer set points = 20 where assessment_id = $1', [fair.id])).rejects.toMatchObject(REFUSED);
      await aLayer(test.db, good.id);
      await test.db.query(`update cycle set phase = 'council' where id = $1`, [good.assessment.cycleId]);
      await expect(test.db.query('update appraisal_layer set points = 20 where assessment_id = $1', [good.id])).rejects.toMatchObject(REFUSED);
    });

    it('while an agency saves: who waited for it, is scored by the set that stands then', async () => {
      const scene = await running('self-assessment');
      const officer = await test.signedInAs([{ role: 'agency-officer', agencyId: scene.drafting.agency.id }]);
      const next = changed(scene.document, '1.1', betterBands);
      const shown = await replayOf(scene, (await load(scene, next)).id);
      const holder = test.db.createQueryRunner();
      await holder.startTransaction();
      await holder.query('select 1 from assessment where id = $1 for update', [scene.drafting.id]);
      const corrected = correct(scene, asShown(shown)).then(({ status }) => status);
      await waiting(1);
      const save = { answer: { numerator: 71, denominator: 100 }, note: '', evidenceExplanation: '' };
      const saved = officer.put(`/api/v1/assessments/${scene.drafting.id}/answers/1.1`).set('if-match', '"1"').send(save).then(({ status }) => status);
      await waiting(2);
      await holder.commitTransaction();
      await holder.release();
      expect([await corrected, await saved]).toEqual([200, 200]);
      const { answer, points } = await test.db.manager.findOneByOrFail(Answer, { assessmentId: scene.drafting.id, code: '1.1' });
      expect(answer).toEqual(save.answer);
      expect(Number(points)).toBe(12);
    });

    /** Until so many statements wait for a lock in this database. */
    async function waiting(count: number): Promise<void> {
      for (let tries = 0; tries < 400; tries += 1) {
        const [row]: readonly { readonly n: number }[] = await test.db.query(`select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
        if ((row?.n ?? 0) >= count) return;
        await sleep(25);
      }
      throw new Error(`Never did ${count} wait`);
    }
  });
});
