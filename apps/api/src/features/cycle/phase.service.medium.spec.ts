import type { Actor, Phase, PhaseWindow } from '@par-index/contract';
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../../../test/database';
import { actorOf, aPerson } from '../../../test/factories/actor.factory';
import { anAgency, unused } from '../../../test/factories/agency.factory';
import { aCriteriaSet } from '../../../test/factories/criteria-set.factory';
import { APPRAISED_SET } from '../../../test/factories/criteria-set.fixture';
import { aCycle, daysFromNow, windowsAround } from '../../../test/factories/cycle.factory';
import { cycleServices } from '../../../test/factories/cycle-services';
import { AuditEvent } from '../../platform/audit/audit-event.entity';
import { AppraisalAssignment } from '../assignment/appraisal-assignment.entity';
import { Assessment } from '../assessment/assessment.entity';
import { CriteriaSet } from '../criteria/criteria-set.entity';
import type { Agency } from '../organisation/agency.entity';
import { Cycle } from './cycle.entity';
import { CycleWindow } from './cycle-window.entity';
import { Participant } from './participant.entity';

const APPRAISED = ['1.1', '1.2', '1.3', '2.1', '3.1', '4.1'];
const REASON = { reason: 'Theo kế hoạch' };

describe('PhaseService', () => {
  let db: DataSource;
  let services: ReturnType<typeof cycleServices>;
  let actor: Actor;
  let homeAffairs: Agency;
  let justice: Agency;

  beforeAll(async () => {
    db = await openTestDatabase();
    homeAffairs = await anAgency(db, { code: 'so-noi-vu', name: 'Sở Nội vụ', groupCode: 'khac' });
    justice = await anAgency(db, { code: 'so-tu-phap', name: 'Sở Tư pháp', groupCode: 'khac' });
    actor = await aPerson(db, { role: 'home-affairs', agencyId: homeAffairs.id });
  });
  beforeEach(() => {
    services = cycleServices(db);
  });
  afterAll(() => db.destroy());

  const setFor = (groupCode: string, overrides: Partial<CriteriaSet> = {}) =>
    aCriteriaSet(db, { groupCode, document: { ...APPRAISED_SET, code: unused('bo'), appliesTo: groupCode }, ...overrides });

  /** A cycle in preparation for two agencies of a group of its own. */
  async function prepared(overrides: Parameters<typeof aCycle>[1] = {}) {
    const groupCode = unused('nhom');
    const agencies = [await anAgency(db, { groupCode }), await anAgency(db, { groupCode })] as const;
    const set = await setFor(groupCode);
    const cycle = await aCycle(db, { sets: [set], leadAgencyId: homeAffairs.id, ...overrides });
    return { cycle, set, agencies, groupCode };
  }

  const assignmentsOf = async (agencyId: string, cycleId: string): Promise<Readonly<Record<string, string>>> => {
    const { id: assessmentId } = await db.manager.findOneByOrFail(Assessment, { agencyId, cycleId });
    const rows = await db.manager.find(AppraisalAssignment, { where: { assessmentId }, order: { code: 'ASC' } });
    return Object.fromEntries(rows.map(({ code, agencyId: appraiser }) => [code, appraiser]));
  };
  const blockersOf = (attempt: Promise<unknown>): Promise<readonly string[]> =>
    attempt.then(
      () => [],
      ({ code, errors }: { readonly code: string; readonly errors: readonly { readonly detail: string }[] }) => {
        expect(code).toBe('cycle.phase-blocked');
        return errors.map(({ detail }) => detail);
      },
    );
  const open = (id: string, to: Phase, version = 1) => services.phases.open(actor, id, version, { to, ...REASON });

  describe('the opening of self-assessment', () => {
    it('invites the agencies, begins their assessments and freezes the set', async () => {
      const { cycle, set, agencies, groupCode } = await prepared();
      await anAgency(db, { groupCode, active: false });

      const view = await open(cycle.id, 'self-assessment');

      expect(view).toMatchObject({ phase: 'self-assessment', version: 2, participantCount: 2, openActions: ['edit', 'open-next-phase'] });
      expect(await db.manager.findOneByOrFail(CriteriaSet, { id: set.id })).toMatchObject({ state: 'frozen' });
      const participants = await db.manager.findBy(Participant, { cycleId: cycle.id });
      expect(participants.map(({ agencyId }) => agencyId).sort()).toEqual(agencies.map(({ id }) => id).sort());
      expect(participants[0]).toMatchObject({ criteriaSetId: set.id, version: 1 });
      const assessments = await db.manager.findBy(Assessment, { cycleId: cycle.id });
      expect(assessments).toHaveLength(2);
      expect(assessments[0]).toMatchObject({ state: 'drafting', submittedAt: null, late: false, notSubmitted: false, version: 1 });
      expect(assessments[0]?.participantId).toBe(participants.find(({ agencyId }) => agencyId === assessments[0]?.agencyId)?.id);
    });

    it('says in the audit log what was opened and what was frozen', async () => {
      const { cycle, set } = await prepared();
      await open(cycle.id, 'self-assessment');
      const lines = await db.manager.findBy(AuditEvent, { cycleId: cycle.id });
      expect(lines.map(({ event }) => event).sort()).toEqual(['criteria-set.frozen', 'cycle.phase-opened']);
      expect(lines.find(({ event }) => event === 'criteria-set.frozen')).toMatchObject({ subjectId: set.id });
      expect(lines.find(({ event }) => event === 'cycle.phase-opened')).toMatchObject({
        actorId: actor.id,
        subjectId: cycle.id,
        payload: { from: 'preparing', to: 'self-assessment', reason: 'Theo kế hoạch' },
      });
    });

    it('assigns each appraised criterion to its owner, and what nobody owns to the lead agency', async () => {
      const { cycle, agencies } = await prepared();
      await open(cycle.id, 'self-assessment');
      for (const { id } of agencies) {
        const assigned = await assignmentsOf(id, cycle.id);
        expect(Object.keys(assigned)).toEqual(APPRAISED);
        expect(assigned).toMatchObject({ '1.1': homeAffairs.id, '1.3': justice.id, '2.1': justice.id, '3.1': homeAffairs.id });
      }
    });

    it('lets the substitute appraise at the owner, and the owner everywhere else', async () => {
      const groupCode = unused('nhom');
      const set = await setFor(groupCode);
      const [owner, other] = [await anAgency(db, { groupCode }), await anAgency(db, { groupCode })];
      const cycle = await aCycle(db, { sets: [set], leadAgencyId: owner.id, substitutes: [[owner.id, other.id]] });

      await open(cycle.id, 'self-assessment');

      expect(await assignmentsOf(owner.id, cycle.id)).toMatchObject({ '3.1': other.id, '1.1': homeAffairs.id });
      expect(await assignmentsOf(other.id, cycle.id)).toMatchObject({ '3.1': owner.id });
    });

    it('is refused where an owner has nobody to stand in for it, and names it', async () => {
      const groupCode = unused('nhom');
      const set = await setFor(groupCode);
      const owner = await anAgency(db, { groupCode, name: 'Sở Một' });
      const cycle = await aCycle(db, { sets: [set], leadAgencyId: owner.id });
      const sentence = 'Sở Một phụ trách thẩm định 1 tiêu chí nhưng không được tự thẩm định mình. Hãy chọn cơ quan thay cho Sở Một.';
      expect(await blockersOf(open(cycle.id, 'self-assessment'))).toEqual([sentence]);
      expect((await services.phases.preview(actor, cycle.id)).blockers).toEqual([sentence]);
    });

    it('is refused without a set, with a set that was replaced, and for a group without agencies', async () => {
      const none = await aCycle(db, { sets: [] });
      expect(await blockersOf(open(none.id, 'self-assessment'))).toEqual([expect.stringMatching(/^Kỳ đánh giá chưa có bộ tiêu chí nào/)]);

      const { cycle, set } = await prepared();
      await db.manager.update(CriteriaSet, { id: set.id }, { state: 'superseded' });
      expect(await blockersOf(open(cycle.id, 'self-assessment'))).toEqual([expect.stringMatching(/phiên bản 1, đã được thay/)]);

      const empty = await aCycle(db, { sets: [await setFor(unused('nhom'))] });
      expect(await blockersOf(open(empty.id, 'self-assessment'))).toEqual([expect.stringMatching(/chưa có cơ quan nào đang hoạt động/)]);
    });

    it('leaves nothing behind when a feature to the right refuses it', async () => {
      const { cycle, set } = await prepared();
      services.events.on('cycle.phase-opened', () => Promise.reject(new Error('refused')));
      await expect(open(cycle.id, 'self-assessment')).rejects.toThrow('refused');
      expect(await db.manager.findOneByOrFail(Cycle, { id: cycle.id })).toMatchObject({ phase: 'preparing', version: 1 });
      expect(await db.manager.findOneByOrFail(CriteriaSet, { id: set.id })).toMatchObject({ state: 'published' });
      expect(await db.manager.countBy(Participant, { cycleId: cycle.id })).toBe(0);
      expect(await db.manager.countBy(AuditEvent, { cycleId: cycle.id })).toBe(0);
    });

    it('happens once, however many open it at the same time', async () => {
      const { cycle } = await prepared();
      await Promise.all(Array.from({ length: 8 }, () => db.query('select pg_sleep(0.05)')));
      const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => open(cycle.id, 'self-assessment')));
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(outcomes.filter((one) => one.status === 'rejected' && one.reason.code === 'record.version-stale')).toHaveLength(7);
      expect(await db.manager.countBy(Assessment, { cycleId: cycle.id })).toBe(2);
      expect(await db.manager.countBy(AuditEvent, { cycleId: cycle.id, event: 'cycle.phase-opened' })).toBe(1);
    });

    it('opens two cycles that share a set at the same time', async () => {
      const { cycle, set, groupCode } = await prepared();
      const second = await aCycle(db, { sets: [set], leadAgencyId: homeAffairs.id });
      await Promise.all(Array.from({ length: 2 }, () => db.query('select pg_sleep(0.05)')));
      await Promise.all([open(cycle.id, 'self-assessment'), open(second.id, 'self-assessment')]);
      expect(groupCode).not.toBe('');
      expect(await db.manager.countBy(AuditEvent, { subjectId: set.id, event: 'criteria-set.frozen' })).toBe(1);
    });
  });

  describe('any opening', () => {
    it('tells the features to the right, inside the transaction, after the cycle has moved', async () => {
      const { id } = await aCycle(db, { phase: 'self-assessment', windows: windowsAround('appraisal') });
      const heard: unknown[] = [];
      services.events.on('cycle.phase-opened', async (tx, payload) => {
        heard.push(payload, (await tx.em.findOneByOrFail(Cycle, { id })).phase);
      });
      await open(id, 'appraisal');
      expect(heard).toEqual([{ cycleId: id, from: 'self-assessment', to: 'appraisal', reason: 'Theo kế hoạch' }, 'appraisal']);
    });

    it('moves the opening of a phase that is opened early to this minute, and leaves one that is overdue', async () => {
      const opensAtOf = async (cycleId: string, phase: PhaseWindow['phase']) =>
        (await db.manager.findOneByOrFail(CycleWindow, { cycleId, phase })).opensAt;
      const early = await aCycle(db, { phase: 'self-assessment' });
      await open(early.id, 'appraisal');
      const opened = await opensAtOf(early.id, 'appraisal');
      expect(Date.now() - opened.getTime()).toBeLessThan(120_000);
      expect(opened.getTime()).toBeLessThanOrEqual(Date.now());

      const overdue = await aCycle(db, { phase: 'self-assessment', windows: windowsAround('appraisal') });
      const planned = await opensAtOf(overdue.id, 'appraisal');
      await open(overdue.id, 'appraisal');
      expect(await opensAtOf(overdue.id, 'appraisal')).toEqual(planned);
    });

    it('is refused where the phase has no dates, or none that are still to come', async () => {
      const undated = await aCycle(db, { phase: 'self-assessment', windows: [] });
      expect(await blockersOf(open(undated.id, 'appraisal'))).toEqual([
        'Giai đoạn thẩm định chưa có thời hạn. Hãy đặt ngày mở, hạn và ngày khóa.',
      ]);
      const past = await aCycle(db, { phase: 'self-assessment', windows: windowsAround('council') });
      expect(await blockersOf(open(past.id, 'appraisal'))).toEqual([
        'Ngày khóa của giai đoạn thẩm định đã qua. Hãy dời ngày khóa trước khi mở.',
      ]);
    });

    it('is refused where a feature to the right sees something in the way', async () => {
      const { id } = await aCycle(db, { phase: 'self-assessment' });
      services.effects.add(() => Promise.resolve({ effects: ['Có việc'], blockers: ['Còn 3 việc chưa xong.'] }));
      expect(await blockersOf(open(id, 'appraisal'))).toEqual(['Còn 3 việc chưa xong.']);
      expect(await services.phases.preview(actor, id)).toEqual({
        to: 'appraisal',
        effects: ['Có việc'],
        blockers: ['Còn 3 việc chưa xong.'],
        forAPerson: [],
      });
    });

    it.each<[Phase, Phase]>([
      ['preparing', 'appraisal'],
      ['self-assessment', 'self-assessment'],
      ['appraisal', 'self-assessment'],
      ['preliminary', 'published'],
    ])('is refused from %s to %s', async (phase, to) => {
      const { id } = await aCycle(db, { phase });
      await expect(open(id, to)).rejects.toMatchObject({ code: 'cycle.phase-illegal' });
    });

    it('is refused without a reason, with a stale version, to others, and for no cycle', async () => {
      const { id } = await aCycle(db, { phase: 'self-assessment' });
      await expect(services.phases.open(actor, id, 1, { to: 'appraisal', reason: ' ' })).rejects.toMatchObject({ code: 'reason.required' });
      await expect(open(id, 'appraisal', 2)).rejects.toMatchObject({ code: 'record.version-stale', params: { version: 1 } });
      await expect(services.phases.open(actorOf('leader'), id, 1, { to: 'appraisal', ...REASON })).rejects.toMatchObject({
        code: 'access.denied',
      });
      await expect(open(randomUUID(), 'appraisal')).rejects.toMatchObject({ code: 'record.not-found' });
    });
  });

  describe('preview', () => {
    it('says with figures what the opening will do, and changes nothing', async () => {
      const { cycle } = await prepared();
      expect(await services.phases.preview(actor, cycle.id)).toEqual({
        to: 'self-assessment',
        effects: [
          '1 bộ tiêu chí được khóa và không sửa được nữa.',
          '2 cơ quan được mời tự đánh giá.',
          '12 lượt tiêu chí được phân công thẩm định.',
        ],
        blockers: [],
        forAPerson: [],
      });
      expect(await db.manager.countBy(Participant, { cycleId: cycle.id })).toBe(0);
    });

    it('is refused after the last phase that is opened, to others, and for no cycle', async () => {
      const { id } = await aCycle(db, { phase: 'preliminary' });
      await expect(services.phases.preview(actor, id)).rejects.toMatchObject({ code: 'cycle.phase-illegal' });
      await expect(services.phases.preview(actorOf('leader'), id)).rejects.toMatchObject({ code: 'access.denied' });
      await expect(services.phases.preview(actor, randomUUID())).rejects.toMatchObject({ code: 'record.not-found' });
    });

    it('looks at the clock of the database', async () => {
      const closed = {
        phase: 'appraisal' as const,
        opensAt: daysFromNow(-3).toISOString(),
        deadlineAt: daysFromNow(-2).toISOString(),
        closeAt: daysFromNow(-1).toISOString(),
      };
      const { id } = await aCycle(db, { phase: 'self-assessment', windows: [closed] });
      expect((await services.phases.preview(actor, id)).blockers).toHaveLength(1);
    });
  });
});
