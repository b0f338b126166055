import type { Actor, DecideRequest, EditionView, Phase } from '@par-index/contract';
import { scoreCase } from '@par-index/scoring';
import { startTestApp, type TestApp } from '../../../test/app';
import { aProvince, type Assessed, DECLARED, type Province } from '../../../test/factories/province.factory';
import { AuditEvent } from '../../platform/audit/audit-event.entity';
import { digestOf } from '../../platform/digest/digest';
import { AppraisalService } from '../appraisal/appraisal.service';
import { BaseFigureService } from '../appraisal/base-figure.service';
import { Assessment } from '../assessment/assessment.entity';
import { Cycle } from '../cycle/cycle.entity';
import { PhaseService } from '../cycle/phase.service';
import { PublicationService } from './publication.service';
import { recompute } from './recompute';
import { ResultRow } from './result-row.entity';
import { ResultSnapshot } from './result-snapshot.entity';
import { ResultService } from './result.service';
import type { SnapshotDocument } from './snapshot-document';
import { Verification } from './verification.service';

const NEXT: readonly Phase[] = ['explanation', 'reappraisal', 'council', 'preliminary'];
const decision = (request: Partial<DecideRequest>): DecideRequest => ({ kind: 'correct', reason: 'Theo hồ sơ', explanationWanted: false, question: '', ...request });

describe('from answers to a published result', () => {
  let test: TestApp;
  let province: Province;
  let noiVu: Actor;
  let tuPhap: Actor;
  let cycle: Cycle;
  let good: Assessed;
  let weak: Assessed;

  beforeAll(async () => {
    test = await startTestApp();
    province = await aProvince(test.db);
    noiVu = await province.person('home-affairs', province.noiVu);
    tuPhap = await province.person('appraiser', province.tuPhap);
  });
  afterAll(() => test.close());

  const current = async () => test.db.manager.findOneByOrFail(Cycle, { id: cycle.id });
  const publication = () => test.app.get(PublicationService);
  const publish = async (reason = 'Đã được phê duyệt') => publication().publish(noiVu, cycle.id, (await current()).version, { reason });
  const decide = (actor: Actor, { id }: Assessed, code: string, request: Partial<DecideRequest>) =>
    test.app.get(AppraisalService).decide(actor, { assessmentId: id, code, version: 0, request: decision(request) });

  /** Every criterion of one agency decided, every figure entered. */
  async function complete(assessed: Assessed, percent: number): Promise<void> {
    await decide(tuPhap, assessed, '2.1', { answer: { points: 8 } });
    await decide(noiVu, assessed, '4.1', { answer: { counts: { cham: 1 } } });
    await test.app.get(AppraisalService).accept(noiVu, assessed.id, {});
    await test.app.get(AppraisalService).accept(tuPhap, assessed.id, {});
    for (const [code, answer] of [['2.2', { percent }], ['2.3', { value: 70 }]] as const) {
      await test.app.get(BaseFigureService).enter(noiVu, { assessmentId: assessed.id, code, version: 0, request: { answer, reason: '' } });
    }
  }

  async function open(phases: readonly Phase[]): Promise<void> {
    for (const to of phases) await test.app.get(PhaseService).open(noiVu, cycle.id, (await current()).version, { to, reason: 'Theo kế hoạch' });
  }

  /** Two agencies, appraised and concluded. */
  async function concluded(): Promise<void> {
    cycle = await province.cycle('appraisal');
    good = await province.assessed({ cycle });
    weak = await province.assessed({ cycle, answers: { ...DECLARED, '1.3': { value: 2 } } });
    await decide(noiVu, weak, '1.1', { answer: { numerator: 15, denominator: 20 } });
    await complete(good, 90);
    await complete(weak, 60.5);
    await open(NEXT);
  }

  const stateOf = async ({ id }: Assessed) => (await test.db.manager.findOneByOrFail(Assessment, { id })).state;
  const verify = ({ snapshotId }: EditionView) => test.app.get(Verification).verify(snapshotId);

  /** As somebody who owns the database could: with the triggers off. */
  async function tamper(statement: string, parameters: readonly unknown[]): Promise<void> {
    await test.db.transaction(async (em) => {
      await em.query('set local session_replication_role = replica');
      await em.query(statement, [...parameters]);
    });
  }

  describe('publish', () => {
    it('moves every assessment and the cycle to their end, with an audit line', async () => {
      await concluded();
      const edition = await publish(' Đã được phê duyệt ');
      expect(edition).toMatchObject({ edition: 1, digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
      expect([await stateOf(good), await stateOf(weak), (await current()).phase]).toEqual(['final', 'final', 'published']);
      expect(await test.db.manager.findBy(AuditEvent, { subjectId: edition.snapshotId })).toMatchObject([
        { event: 'result.published', actorId: noiVu.id, cycleId: cycle.id, payload: { edition: 1, digest: edition.digest, reason: 'Đã được phê duyệt' } },
      ]);
      const moves = await test.db.manager.findBy(AuditEvent, { subjectId: good.id, event: 'assessment.moved' });
      expect(moves.map(({ payload }) => (payload as { action: string }).action)).toContain('publish');
    });

    it('stores a case that gives its result again, with every layer', async () => {
      await concluded();
      const { snapshotId } = await publish();
      const stored = await test.db.manager.findOneByOrFail(ResultSnapshot, { id: snapshotId });
      const document = stored.document as SnapshotDocument;
      const [group] = document.groups;
      expect(digestOf(document)).toBe(stored.digest);
      expect(scoreCase(group!.case)).toEqual({ ok: true, result: group!.result });
      const record = group!.agencies.find(({ code }) => code === weak.agency.code)!;
      expect(record.declared).toEqual({ ...DECLARED, '1.3': { value: 2 } });
      expect(record.layers.find(({ code }) => code === '1.1')).toMatchObject({ layer: 'appraisal-1', points: 10, reason: 'Theo hồ sơ', decidedBy: 'Nguyễn Văn A' });
      expect(group!.case.agencies.find(({ code }) => code === weak.agency.code)?.answers['1.1']).toEqual({ numerator: 15, denominator: 20 });
    });

    it('ranks as a hand would', async () => {
      await concluded();
      const { snapshotId } = await publish();
      const rows = await test.db.manager.find(ResultRow, { where: { snapshotId }, order: { rank: 'ASC' } });
      // 20 + 5 + 20 + 8 + 18 + 7 = 78 and 0.5 − 0.25; 10 + 5 + 10 + 8 + 12.1 + 7 = 52.1 and the same
      expect(rows).toMatchObject([
        { agencyCode: good.agency.code, rank: 1, points: '78.0000', bonus: '0.5000', penalty: '0.2500', index: '78.2500', surveyPoints: '18.0000', grade: 'Khá' },
        { agencyCode: weak.agency.code, rank: 2, points: '52.1000', index: '52.3500', surveyPoints: '12.1000', grade: 'Khá' },
      ]);
    });

    it('is refused with the list while anything is open, and then nothing is stored', async () => {
      cycle = await province.cycle('appraisal');
      good = await province.assessed({ cycle });
      await complete(good, 90);
      weak = await province.assessed({ cycle });
      await open(NEXT);
      expect(await publication().check(cycle.id)).toMatchObject({ ready: false, blockers: [{ kind: 'imported-missing' }, { kind: 'survey-missing', agency: { id: weak.agency.id } }] });
      await expect(publish()).rejects.toMatchObject({ code: 'cycle.publish-blocked', params: { blockers: 2 }, errors: [{ code: 'imported-missing' }, { code: 'survey-missing' }] });
      expect(await test.db.manager.countBy(ResultSnapshot, { cycleId: cycle.id })).toBe(0);
      expect((await current()).phase).toBe('preliminary');
    });

    it('is refused in another phase, without a reason, on an old version, and to others', async () => {
      cycle = await province.cycle('council');
      await expect(publish()).rejects.toMatchObject({ code: 'cycle.phase-illegal' });
      await concluded();
      await expect(publish(' ')).rejects.toMatchObject({ code: 'reason.required' });
      await expect(publication().publish(noiVu, cycle.id, 1, { reason: 'x' })).rejects.toMatchObject({ code: 'record.version-stale' });
      const { version } = await current();
      await expect(publication().publish(tuPhap, cycle.id, version, { reason: 'x' })).rejects.toMatchObject({ code: 'access.denied' });
    });

    it('happens once, however many press the button', async () => {
      await concluded();
      const { version } = await current();
      await Promise.all(Array.from({ length: 4 }, () => test.db.query('select pg_sleep(0.05)')));
      const outcomes = await Promise.allSettled(Array.from({ length: 4 }, () => publication().publish(noiVu, cycle.id, version, { reason: 'x' })));
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await test.db.manager.countBy(ResultSnapshot, { cycleId: cycle.id })).toBe(1);
    });

    it('shows what was computed just before it', async () => {
      await concluded();
      const before = await test.app.get(ResultService).getGroup(noiVu, cycle.id);
      const edition = await publish();
      const after = await test.app.get(ResultService).getGroup(noiVu, cycle.id);
      expect(before).toMatchObject({ provisional: true, edition: null });
      expect(after).toMatchObject({ provisional: false, edition, computedAt: edition.publishedAt });
      expect(after.rows).toEqual(before.rows);
      expect(after.summary).toEqual(before.summary);
    });
  });

  describe('what is published', () => {
    let edition: EditionView;
    beforeEach(async () => {
      await concluded();
      edition = await publish();
    });

    it('comes out the same when it is computed again', async () => {
      expect(await verify(edition)).toEqual({ snapshotId: edition.snapshotId, digest: edition.digest, digestHolds: true, resultHolds: true, agencies: 2, differences: [] });
    });

    it('does not change with what happens afterwards to other tables', async () => {
      await tamper(`update appraisal_layer set answer = '{"awarded": 0, "reason": "x"}' where assessment_id = $1`, [good.id]);
      await test.db.query(`update agency set name = 'Sở khác' where id = $1`, [good.agency.id]);
      expect(await verify(edition)).toMatchObject({ digestHolds: true, resultHolds: true });
      const view = await test.app.get(ResultService).getGroup(noiVu, cycle.id);
      expect(view.rows.map(({ agency }) => agency.name)).toContain(good.agency.name);
    });

    it.each(['update result_snapshot set digest = digest', 'delete from result_row', 'truncate result_row'])('cannot be changed by a command: %s', async (statement) => {
      await expect(test.db.query(statement)).rejects.toThrow(/written once/);
    });

    it('betrays an index that somebody changed with the triggers off, and recompute names it', async () => {
      await tamper(`update result_snapshot set document = jsonb_set(document, '{groups,0,result,agencies,0,index}', '99.99') where id = $1`, [edition.snapshotId]);
      const verified = await verify(edition);
      expect(verified).toMatchObject({ digestHolds: false, resultHolds: false });
      expect(verified.differences).toContainEqual(expect.objectContaining({ field: 'index', stored: '99.99' }));
      const lines: string[] = [];
      expect(await recompute(test.app.get(Verification), ['--cycle', '2026'], (line) => lines.push(line))).toBe(1);
      expect(lines.join('\n')).toMatch(/KHÔNG KHỚP[\s\S]* index: lưu 99\.99, tính lại \d+/);
    });

    it('betrays a reason that somebody reworded, though every figure stays', async () => {
      await tamper(`update result_snapshot set document = replace(document::text, 'Theo hồ sơ', 'Theo lời kể')::jsonb where id = $1`, [edition.snapshotId]);
      expect(await verify(edition)).toMatchObject({ digestHolds: false });
    });

    it('betrays a row of the ranking that somebody changed, though the document stays', async () => {
      await tamper('update result_row set rank = 1, index = 95 where snapshot_id = $1 and agency_id = $2', [edition.snapshotId, weak.agency.id]);
      const verified = await verify(edition);
      expect(verified).toMatchObject({ digestHolds: true, resultHolds: false });
      expect(verified.differences.map(({ agencyCode, field }) => [agencyCode, field])).toEqual([[weak.agency.code, 'row.rank'], [weak.agency.code, 'row.index']]);
    });

    it('betrays a sheet that somebody changed', async () => {
      await tamper(`update result_row set sheet = jsonb_set(sheet, '{lines,1,remark}', '"Không có gì"') where snapshot_id = $1 and agency_id = $2`, [edition.snapshotId, weak.agency.id]);
      expect((await verify(edition)).differences).toMatchObject([{ agencyCode: weak.agency.code, field: 'row.sheet' }]);
    });

    it('betrays a document that is no document any more', async () => {
      await tamper(`update result_snapshot set document = document #- '{groups,0,agencies}' where id = $1`, [edition.snapshotId]);
      expect(await verify(edition)).toMatchObject({ digestHolds: false, resultHolds: false, differences: [{ field: 'document' }] });
    });
  });

  it('knows no snapshot that is not there', async () => {
    const nowhere = { snapshotId: '00000000-0000-4000-8000-000000000000' } as EditionView;
    await expect(verify(nowhere)).rejects.toMatchObject({ code: 'record.not-found' });
  });
});
