import type { Actor, DecideRequest } from '@par-index/contract';
import { startTestApp, type TestApp } from '../../../test/app';
import { aPerson, actorWith } from '../../../test/factories/actor.factory';
import { aProvince, type Assessed, type Province } from '../../../test/factories/province.factory';
import { AuditEvent } from '../../platform/audit/audit-event.entity';
import { Assessment } from '../assessment/assessment.entity';
import { AppraisalLayer } from './appraisal-layer.entity';
import { AppraisalLayerRevision } from './appraisal-layer-revision.entity';
import { AppraisalService } from './appraisal.service';

const ACCEPT: DecideRequest = { kind: 'accept', reason: '', explanationWanted: false, question: '' };
const AWARD: DecideRequest = { ...ACCEPT, kind: 'award', awarded: 12.5, reason: 'Thiếu báo cáo quý III' };

describe('AppraisalService', () => {
  let test: TestApp;
  let province: Province;
  let service: AppraisalService;
  let noiVu: Actor;
  let tuPhap: Actor;
  let assessed: Assessed;

  beforeAll(async () => {
    test = await startTestApp();
    province = await aProvince(test.db);
    service = test.app.get(AppraisalService);
    noiVu = await province.person('home-affairs', province.noiVu);
    tuPhap = await province.person('appraiser', province.tuPhap);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    assessed = await province.assessed();
  });

  const decide = (actor: Actor, code: string, request: DecideRequest, version = 0) => service.decide(actor, { assessmentId: assessed.id, code, version, request });
  const layerOf = (code: string) => test.db.manager.findOneBy(AppraisalLayer, { assessmentId: assessed.id, code });
  const stateOf = async (id = assessed.id) => (await test.db.manager.findOneByOrFail(Assessment, { id })).state;
  const auditOf = (event: AuditEvent['event']) => test.db.manager.find(AuditEvent, { where: { subjectId: assessed.id, event }, order: { at: 'ASC' } });

  describe('decide', () => {
    it('writes layer, revision and audit line together', async () => {
      const decided = await decide(noiVu, '1.1', AWARD);
      expect(decided).toMatchObject({ decided: 1, toDecide: 4, state: 'submitted' });
      expect(decided.layer).toMatchObject({ code: '1.1', layer: 'appraisal-1', kind: 'award', points: 12.5, version: 1, decidedBy: 'Nguyễn Văn A' });
      expect(await layerOf('1.1')).toMatchObject({ answer: { awarded: 12.5, reason: AWARD.reason }, points: '12.5000', decidedBy: noiVu.id });
      expect(await test.db.manager.findBy(AppraisalLayerRevision, { assessmentId: assessed.id })).toMatchObject([{ code: '1.1', version: 1, points: '12.5000' }]);
      expect(await auditOf('appraisal.decided')).toMatchObject([
        { actorId: noiVu.id, payload: { code: '1.1', layer: 'appraisal-1', kind: 'award', before: '20', after: '12.5', reason: AWARD.reason } },
      ]);
    });

    it('keeps every version of a decision that is changed', async () => {
      await decide(noiVu, '1.1', AWARD);
      const again = await decide(noiVu, '1.1', ACCEPT, 1);
      expect(again.layer).toMatchObject({ kind: 'accept', points: 20, version: 2 });
      const revisions = await test.db.manager.find(AppraisalLayerRevision, { where: { assessmentId: assessed.id }, order: { version: 'ASC' } });
      expect(revisions.map(({ kind, points }) => [kind, points])).toEqual([['award', '12.5000'], ['accept', '20.0000']]);
      expect((await auditOf('appraisal.decided')).at(-1)?.payload).toMatchObject({ before: '12.5', after: '20' });
    });

    it('refuses a version that somebody has changed, and says which one stands', async () => {
      await decide(noiVu, '1.1', AWARD);
      await expect(decide(noiVu, '1.1', ACCEPT, 0)).rejects.toMatchObject({ code: 'record.version-stale', params: { version: 1 } });
    });

    it('lets only one of many who decide one criterion at once', async () => {
      const appraisers = await Promise.all(Array.from({ length: 6 }, () => province.person('appraiser', province.noiVu)));
      await Promise.all(appraisers.map(() => test.db.query('select pg_sleep(0.05)')));
      const outcomes = await Promise.allSettled(appraisers.map((appraiser) => decide(appraiser, '1.1', AWARD)));
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await auditOf('appraisal.decided')).toHaveLength(1);
      expect(await test.db.manager.countBy(AppraisalLayerRevision, { assessmentId: assessed.id })).toBe(1);
    });

    it('lets two appraisers of different criteria write at once', async () => {
      await Promise.all([decide(noiVu, '1.1', ACCEPT), decide(tuPhap, '1.3', ACCEPT)]);
      expect(await test.db.manager.countBy(AppraisalLayer, { assessmentId: assessed.id })).toBe(2);
    });

    it('keeps a question that asks for an explanation, and drops one that does not', async () => {
      const asked = await decide(noiVu, '1.1', { ...AWARD, explanationWanted: true, question: ' Báo cáo quý III ở đâu? ' });
      expect(asked.layer).toMatchObject({ explanationWanted: true, question: 'Báo cáo quý III ở đâu?' });
      const dropped = await decide(noiVu, '1.2', { ...ACCEPT, question: 'Vì sao?' });
      expect(dropped.layer).toMatchObject({ explanationWanted: false, question: '' });
    });

    it('leaves a relative criterion without points', async () => {
      expect((await decide(tuPhap, '1.3', ACCEPT)).layer).toMatchObject({ points: null, answer: { value: 4 } });
    });

    it('refuses the own agency, in whatever role', async () => {
      const own = await aPerson(test.db, { role: 'home-affairs', agencyId: province.noiVu.id }, { role: 'agency-officer', agencyId: assessed.agency.id });
      await expect(decide(own, '1.1', ACCEPT)).rejects.toMatchObject({ code: 'access.own-agency' });
    });

    it('refuses what is assigned to another agency', async () => {
      await expect(decide(tuPhap, '1.1', ACCEPT)).rejects.toMatchObject({ code: 'access.not-assigned' });
      await expect(decide(noiVu, '1.3', ACCEPT)).rejects.toMatchObject({ code: 'access.not-assigned' });
    });

    it('refuses whoever does not appraise', async () => {
      await expect(decide(actorWith([{ role: 'leader', agencyId: province.noiVu.id }]), '1.1', ACCEPT)).rejects.toMatchObject({ code: 'access.denied' });
    });

    it('refuses a survey criterion, which nobody appraises', async () => {
      await expect(decide(noiVu, '2.2', ACCEPT)).rejects.toMatchObject({ code: 'access.not-assigned' });
    });

    it('refuses an unknown and an exempt criterion', async () => {
      assessed = await province.assessed({ exempt: ['1'] });
      await expect(decide(noiVu, '9.9', ACCEPT)).rejects.toMatchObject({ code: 'answer.criterion-unknown' });
      await expect(decide(noiVu, '1.1', ACCEPT)).rejects.toMatchObject({ code: 'answer.criterion-exempt' });
    });

    it('refuses an assessment that is not handed in, and another phase', async () => {
      assessed = await province.assessed({ state: 'drafting' });
      await expect(decide(noiVu, '1.1', ACCEPT)).rejects.toMatchObject({ code: 'appraisal.phase-closed' });
      assessed = await province.assessed({ cycle: await province.cycle('council'), state: 'reappraised' });
      await expect(decide(noiVu, '1.1', ACCEPT)).rejects.toMatchObject({ code: 'appraisal.phase-closed' });
    });

    it('refuses an assessment that is not there', async () => {
      const command = { assessmentId: '00000000-0000-4000-8000-000000000000', code: '1.1', version: 0, request: ACCEPT };
      await expect(service.decide(noiVu, command)).rejects.toMatchObject({ code: 'record.not-found' });
    });

    it('writes nothing when the audit line cannot be written', async () => {
      const broken = actorWith(noiVu.grants, 'not-a-uuid');
      await expect(decide(broken, '1.1', ACCEPT)).rejects.toThrow();
      expect(await layerOf('1.1')).toBeNull();
    });

    it('lets the substitute appraise the field owner itself', async () => {
      assessed = await province.assessed({ agency: province.noiVu });
      await expect(decide(noiVu, '1.1', ACCEPT)).rejects.toMatchObject({ code: 'access.own-agency' });
      expect((await decide(tuPhap, '1.1', ACCEPT)).toDecide).toBe(6);
    });
  });

  describe('the last decision', () => {
    const zero = (code: string): DecideRequest => ({ ...ACCEPT, kind: 'correct', answer: code === '2.1' ? { points: 8 } : { counts: { cham: 0 } }, reason: 'Theo dõi của Sở' });

    it('completes the appraisal, whoever makes it', async () => {
      for (const code of ['1.1', '1.2', '3.1']) await decide(noiVu, code, ACCEPT);
      await decide(noiVu, '4.1', zero('4.1'));
      await decide(tuPhap, '1.3', ACCEPT);
      expect(await stateOf()).toBe('submitted');
      expect(await decide(tuPhap, '2.1', zero('2.1'))).toMatchObject({ decided: 2, toDecide: 2, state: 'appraised' });
      expect(await stateOf()).toBe('appraised');
      expect(await auditOf('assessment.moved')).toMatchObject([{ payload: { action: 'complete-appraisal', from: 'submitted', to: 'appraised' } }]);
    });

    it('does not wait for exempt criteria', async () => {
      assessed = await province.assessed({ exempt: ['1', '2.1', '3'] });
      expect(await decide(noiVu, '4.1', zero('4.1'))).toMatchObject({ toDecide: 1, state: 'appraised' });
    });

    it('can be changed while the phase lasts', async () => {
      assessed = await province.assessed({ exempt: ['1', '2.1', '3'] });
      await decide(noiVu, '4.1', zero('4.1'));
      const changed = await decide(noiVu, '4.1', { ...zero('4.1'), answer: { counts: { cham: 2 } } }, 1);
      expect(changed).toMatchObject({ state: 'appraised', layer: { points: 0.5, version: 2 } });
      expect(await auditOf('assessment.moved')).toHaveLength(1);
    });
  });

  describe('accept', () => {
    it('shows first what it would write, and writes nothing', async () => {
      const preview = await service.previewAcceptance(noiVu, assessed.id, {});
      expect(preview).toEqual({
        dryRun: true,
        accepted: [{ code: '1.1', points: 20 }, { code: '1.2', points: 5 }, { code: '3.1', points: 0.5 }],
        left: ['4.1'],
        decided: 0,
        toDecide: 4,
        state: 'submitted',
      });
      expect(await test.db.manager.countBy(AppraisalLayer, { assessmentId: assessed.id })).toBe(0);
    });

    it('accepts everything that is declared and undecided, with an audit line each', async () => {
      await decide(noiVu, '1.1', AWARD);
      const view = await service.accept(noiVu, assessed.id, {});
      expect(view).toMatchObject({ dryRun: false, accepted: [{ code: '1.2' }, { code: '3.1' }], left: ['4.1'], decided: 3, toDecide: 4 });
      expect(await layerOf('1.1')).toMatchObject({ kind: 'award' });
      expect(await auditOf('appraisal.decided')).toHaveLength(3);
    });

    it('keeps to the codes that are named', async () => {
      expect(await service.accept(noiVu, assessed.id, { codes: ['1.2'] })).toMatchObject({ accepted: [{ code: '1.2', points: 5 }], left: [], decided: 1 });
    });

    it('refuses a code of another appraiser, and then writes none', async () => {
      await expect(service.accept(noiVu, assessed.id, { codes: ['1.1', '1.3'] })).rejects.toMatchObject({ code: 'access.not-assigned', params: { code: '1.3' } });
      expect(await layerOf('1.1')).toBeNull();
    });

    it('refuses where nothing is declared that is undecided', async () => {
      await service.accept(noiVu, assessed.id, {});
      await expect(service.accept(noiVu, assessed.id, {})).rejects.toMatchObject({ code: 'appraisal.nothing-to-accept' });
    });

    it('leaves an unanswered criterion to a decision of its own', async () => {
      assessed = await province.assessed({ answers: {} });
      expect(await service.previewAcceptance(noiVu, assessed.id, {})).toMatchObject({ accepted: [], left: ['1.1', '1.2', '3.1', '4.1'] });
      expect((await decide(noiVu, '1.1', ACCEPT)).layer).toMatchObject({ answer: null, points: 0 });
    });

    it('refuses the own agency and whoever has nothing assigned', async () => {
      const own = await aPerson(test.db, { role: 'appraiser', agencyId: assessed.agency.id });
      await expect(service.accept(own, assessed.id, {})).rejects.toMatchObject({ code: 'access.own-agency' });
      const stranger = await province.person('appraiser', (await province.assessed()).agency);
      await expect(service.accept(stranger, assessed.id, {})).rejects.toMatchObject({ code: 'access.not-assigned' });
    });

    it('completes the appraisal with the last one', async () => {
      assessed = await province.assessed({ exempt: ['1.3', '2', '4'] });
      expect(await service.accept(noiVu, assessed.id, {})).toMatchObject({ state: 'appraised', decided: 3, toDecide: 3 });
      expect(await stateOf()).toBe('appraised');
    });
  });

  describe('close', () => {
    it('ends the appraisal with a reason and lists what counts as declared', async () => {
      await decide(noiVu, '1.1', ACCEPT);
      expect(await service.close(noiVu, assessed.id, ' Hết thời gian ')).toEqual({ state: 'appraised', undecided: ['1.2', '1.3', '2.1', '3.1', '4.1'] });
      expect(await auditOf('assessment.moved')).toMatchObject([{ actorId: noiVu.id, payload: { action: 'close-appraisal', reason: 'Hết thời gian' } }]);
    });

    it('refuses without a reason, an appraiser, and an assessment that is appraised', async () => {
      await expect(service.close(noiVu, assessed.id, '  ')).rejects.toMatchObject({ code: 'reason.required' });
      await expect(service.close(tuPhap, assessed.id, 'x')).rejects.toMatchObject({ code: 'access.denied' });
      await service.close(noiVu, assessed.id, 'x');
      await expect(service.close(noiVu, assessed.id, 'x')).rejects.toMatchObject({ code: 'assessment.state-illegal' });
    });
  });
});
