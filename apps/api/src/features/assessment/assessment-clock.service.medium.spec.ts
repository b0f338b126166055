import type { AssessmentState, Phase } from '@par-index/contract';
import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../../../test/database';
import { anAnswer } from '../../../test/factories/answer.factory';
import { anAssessment } from '../../../test/factories/assessment.factory';
import { assessmentServices } from '../../../test/factories/assessment-services';
import { aCriteriaSet } from '../../../test/factories/criteria-set.factory';
import { aCycle, daysFromNow } from '../../../test/factories/cycle.factory';
import { aDocument, aFileVersion, anEvidenceLink } from '../../../test/factories/evidence.factory';
import { selfAssessmentDue } from '../../../test/factories/self-assessment-window';
import { AuditEvent } from '../../platform/audit/audit-event.entity';
import { Cycle } from '../cycle/cycle.entity';
import { EvidenceLink } from '../evidence/evidence-link.entity';
import { Assessment } from './assessment.entity';

describe('AssessmentClock', () => {
  let db: DataSource;
  let services: ReturnType<typeof assessmentServices>;

  beforeAll(async () => {
    db = await openTestDatabase();
    services = assessmentServices(db);
  });
  afterAll(() => db.destroy());

  const extended = (close: number) => ({ extension: { deadlineAt: daysFromNow(close - 1), closeAt: daysFromNow(close) } });
  const stateOf = async ({ id }: Assessment) => (await db.manager.findOneByOrFail(Assessment, { id })).state;
  const tick = () => services.unitOfWork.runAsSystem((tx) => tx.raise('clock.ticked', { at: tx.now }));

  async function closedCycle(phase: Phase = 'self-assessment', close = -2): Promise<Cycle> {
    return aCycle(db, { phase, sets: [await aCriteriaSet(db)], windows: selfAssessmentDue(close - 1, close) });
  }

  async function open({ id: cycleId, phase: from }: Cycle, to: Phase): Promise<void> {
    await services.unitOfWork.runAsSystem(async (tx) => {
      await tx.em.update(Cycle, { id: cycleId }, { phase: to });
      await tx.raise('cycle.phase-opened', { cycleId, from, to, reason: 'Hết hạn' });
    });
  }

  describe('when the clock ticks', () => {
    it('takes what was not submitted when its close has passed, as it stands', async () => {
      const cycle = await closedCycle();
      const draft = await anAssessment(db, { cycle, returnedReason: 'Thiếu' });
      await anAnswer(db, draft.id);
      const document = await aDocument(db, draft.agencyId);
      await aFileVersion(db, document, 1);
      const link = await anEvidenceLink(db, { documentId: document.id, assessmentId: draft.id });
      const waiting = await anAssessment(db, { cycle, state: 'awaiting-head' });

      await tick();

      expect(await db.manager.findOneByOrFail(Assessment, { id: draft.id })).toMatchObject({
        state: 'submitted',
        notSubmitted: true,
        submittedAt: null,
        submittedBy: null,
        returnedReason: null,
        version: 2,
      });
      expect(await stateOf(waiting)).toBe('submitted');
      expect(await db.manager.findOneByOrFail(EvidenceLink, { id: link.id })).toMatchObject({ pinnedFileVersion: 1 });
      expect(await db.manager.findBy(AuditEvent, { subjectId: waiting.id })).toMatchObject([
        { actorId: null, cycleId: cycle.id, event: 'assessment.moved', payload: { action: 'take-as-it-stands', from: 'awaiting-head', to: 'submitted', reason: null, late: false } },
      ]);
    });

    it('leaves alone what still has time, what was extended, and what is submitted', async () => {
      const running = await anAssessment(db);
      const stretched = await anAssessment(db, { cycle: await closedCycle(), ...extended(1) });
      const submitted = await anAssessment(db, { cycle: await closedCycle(), state: 'submitted' });
      await tick();
      expect([await stateOf(running), await stateOf(stretched)]).toEqual(['drafting', 'drafting']);
      expect(await db.manager.findOneByOrFail(Assessment, { id: submitted.id })).toMatchObject({ notSubmitted: false, version: 1 });
    });

    it('takes an extended one at the close of its extension, in phase appraisal too', async () => {
      const ended = await anAssessment(db, { cycle: await closedCycle('appraisal', -3), ...extended(-1) });
      const runs = await anAssessment(db, { cycle: await closedCycle('appraisal', -3), ...extended(1) });
      await tick();
      expect([await stateOf(ended), await stateOf(runs)]).toEqual(['submitted', 'drafting']);
    });

    it('finds nothing more to do the second time', async () => {
      const draft = await anAssessment(db, { cycle: await closedCycle() });
      await tick();
      await tick();
      expect(await db.manager.countBy(AuditEvent, { subjectId: draft.id })).toBe(1);
    });
  });

  describe('when a phase opens', () => {
    it('takes at the opening of the appraisal what has no running extension, before its close as well', async () => {
      const cycle = await aCycle(db, { phase: 'self-assessment' });
      const set = await aCriteriaSet(db);
      const [draft, stretched, ended] = [
        await anAssessment(db, { cycle, set }),
        await anAssessment(db, { cycle, set, ...extended(3) }),
        await anAssessment(db, { cycle, set, ...extended(-1) }),
      ];
      const elsewhere = await anAssessment(db);
      await open(cycle, 'appraisal');
      const states: readonly AssessmentState[] = await Promise.all([draft, stretched, ended, elsewhere].map(stateOf));
      expect(states).toEqual(['submitted', 'drafting', 'submitted', 'drafting']);
    });

    it('takes the extended ones too when the appraisal ends', async () => {
      const cycle = await aCycle(db, { phase: 'appraisal' });
      const stretched = await anAssessment(db, { cycle, ...extended(3) });
      await open(cycle, 'explanation');
      expect(await stateOf(stretched)).toBe('submitted');
    });

    it('does nothing at the opening of self-assessment', async () => {
      const cycle = await aCycle(db, { phase: 'preparing' });
      const draft = await anAssessment(db, { cycle });
      await open(cycle, 'self-assessment');
      expect(await stateOf(draft)).toBe('drafting');
    });

    it('says beforehand, with figures, what it will do', async () => {
      const cycle = await aCycle(db, { phase: 'self-assessment' });
      for (const granted of [{}, {}, extended(3)]) {
        await anAssessment(db, { cycle, ...granted });
      }
      await anAssessment(db, { cycle, state: 'submitted' });
      const effects = async (from: Phase, to: Phase) => (await services.effects.of(db.manager, { cycleId: cycle.id, from, to })).effects;
      expect(await effects('self-assessment', 'appraisal')).toEqual(['2 hồ sơ chưa nộp sẽ được lấy theo hiện trạng.', '1 hồ sơ được gia hạn vẫn tiếp tục tự đánh giá.']);
      expect(await effects('appraisal', 'explanation')).toEqual(['3 hồ sơ chưa nộp sẽ được lấy theo hiện trạng.']);
      expect(await effects('preparing', 'self-assessment')).toEqual([]);
    });

    it('is undone with everything else where a later step fails', async () => {
      const cycle = await aCycle(db, { phase: 'self-assessment' });
      const draft = await anAssessment(db, { cycle });
      const opening = services.unitOfWork.runAsSystem(async (tx) => {
        await tx.raise('cycle.phase-opened', { cycleId: cycle.id, from: 'self-assessment', to: 'appraisal', reason: 'x' });
        throw new Error('a later step failed');
      });
      await expect(opening).rejects.toThrow('a later step failed');
      expect(await stateOf(draft)).toBe('drafting');
    });
  });
});
