import type { Actor, Role } from '@par-index/contract';
import type { DataSource } from 'typeorm';
import { countQueries, openTestDatabase } from '../../../test/database';
import { aPerson } from '../../../test/factories/actor.factory';
import { anAgency } from '../../../test/factories/agency.factory';
import { anAnswer, aSave } from '../../../test/factories/answer.factory';
import { anAssessment } from '../../../test/factories/assessment.factory';
import { assessmentServices } from '../../../test/factories/assessment-services';
import { aCriteriaSet } from '../../../test/factories/criteria-set.factory';
import { aCycle, daysFromNow } from '../../../test/factories/cycle.factory';
import { selfAssessmentDue } from '../../../test/factories/self-assessment-window';
import { AuditEvent } from '../../platform/audit/audit-event.entity';
import { Answer } from './answer.entity';
import { AnswerRevision } from './answer-revision.entity';
import type { Assessment } from './assessment.entity';

describe('AnswerService.save', () => {
  let db: DataSource;
  let services: ReturnType<typeof assessmentServices>;
  let assessment: Assessment;
  let officer: Actor;

  beforeAll(async () => {
    db = await openTestDatabase();
    services = assessmentServices(db);
  });
  afterAll(() => db.destroy());
  beforeEach(async () => {
    assessment = await anAssessment(db);
    officer = await officerOf(assessment);
  });

  const officerOf = ({ agencyId }: Assessment) => aPerson(db, { role: 'agency-officer', agencyId });
  const saveAt = ({ id }: Assessment, actor: Actor, code: string) => services.answers.save(actor, { assessmentId: id, code, version: 0 }, aSave());
  const save = (code: string, version: number, request = aSave(), actor = officer) =>
    services.answers.save(actor, { assessmentId: assessment.id, code, version }, request);
  const auditLines = (id = assessment.id) => db.manager.findBy(AuditEvent, { subjectId: id, event: 'answer.saved' });

  it('stores the answer with its points and says what it does to the totals', async () => {
    const { saved, trace, totals, missing } = await save('1.1', 0, aSave({ answer: { numerator: 19, denominator: 20 }, note: 'Đạt kế hoạch' }));

    expect(saved).toMatchObject({ code: '1.1', answer: { numerator: 19, denominator: 20 }, points: 20, note: 'Đạt kế hoạch', late: false, updatedBy: 'Nguyễn Văn A', version: 1 });
    expect(trace).toMatchObject({ code: '1.1', outcome: 'scored', points: 20 });
    expect(totals).toMatchObject({ points: 20, max: 80, selfMax: 40, answered: 1, toAnswer: 3, nodes: { '1.1': { points: 20, max: 20, percent: 100 } } });
    expect(missing).toEqual([
      { code: '1.1', kind: 'evidence' },
      { code: '1.2', kind: 'answer' },
      { code: '1.3', kind: 'answer' },
    ]);
    expect(await db.manager.findBy(Answer, { assessmentId: assessment.id })).toMatchObject([{ points: '20.0000', updatedBy: officer.id, version: 1 }]);
  });

  it('keeps every version and who made it, and writes one audit line for each', async () => {
    await save('1.1', 0);
    await save('1.1', 1, aSave({ answer: { numerator: 80, denominator: 100 }, note: 'Sửa theo báo cáo' }));

    expect(await db.manager.find(AnswerRevision, { where: { assessmentId: assessment.id }, order: { version: 'ASC' } })).toMatchObject([
      { version: 1, answer: { numerator: 95 }, points: '20.0000', note: '', changedBy: officer.id },
      { version: 2, answer: { numerator: 80 }, points: '10.0000', note: 'Sửa theo báo cáo', changedBy: officer.id },
    ]);
    const lines = await auditLines();
    expect(lines.map(({ actorId, cycleId }) => [actorId, cycleId])).toEqual(Array(2).fill([officer.id, assessment.cycleId]));
    expect(lines.map(({ payload }) => payload)).toEqual(
      expect.arrayContaining([
        { code: '1.1', before: null, after: { numerator: 95, denominator: 100 }, points: '20', noteChanged: false, late: false },
        { code: '1.1', before: { numerator: 95, denominator: 100 }, after: { numerator: 80, denominator: 100 }, points: '10', noteChanged: true, late: false },
      ]),
    );
  });

  it('asks the database no more than seven times: the assessment is held before it is read', async () => {
    await save('1.1', 0);
    expect(await countQueries(db, () => save('1.1', 1, aSave({ note: 'b' })))).toBe(7);
    expect(await countQueries(db, () => save('1.2', 0, aSave({ answer: { choice: 'du' } })))).toBe(7);
  });

  it('gives a relative criterion no points before the group is scored together', async () => {
    const { saved, trace, totals } = await save('1.3', 0, aSave({ answer: { value: 3 } }));
    expect(saved.points).toBeNull();
    expect(trace.outcome).toBe('pending');
    expect(totals).toMatchObject({ points: 0, answered: 1 });
  });

  it('takes a note without figures, and figures away again', async () => {
    await save('1.2', 0, aSave({ answer: { choice: 'du' } }));
    const { saved, missing } = await save('1.2', 1, aSave({ answer: null, note: 'Năm nay không kiểm tra' }));
    expect(saved).toMatchObject({ answer: null, points: null, note: 'Năm nay không kiểm tra', version: 2 });
    expect(missing.map(({ code }) => code)).not.toContain('1.2');
  });

  it('leaves a criterion that does not apply out of the maximum', async () => {
    const { saved, totals } = await save('1.2', 0, aSave({ answer: { notApplicable: true, reason: 'Đơn vị mới thành lập' } }));
    expect(saved.points).toBeNull();
    expect(totals.nodes['1.2']).toEqual({ excluded: true });
  });

  describe('between the deadline and the close', () => {
    it('accepts and marks the answer late', async () => {
      const windows = selfAssessmentDue(-1, 1);
      const set = await aCriteriaSet(db);
      const late = await anAssessment(db, { set, cycle: await aCycle(db, { phase: 'self-assessment', sets: [set], windows }) });
      const { saved } = await saveAt(late, await officerOf(late), '1.1');
      expect(saved.late).toBe(true);
      expect((await auditLines(late.id))[0]?.payload).toMatchObject({ late: true });
    });
  });

  describe('when two edit the same criterion', () => {
    it('refuses the second with what stands there, and loses no word of the first', async () => {
      await save('1.1', 0, aSave({ note: 'của người thứ nhất' }));
      const second = await officerOf(assessment);
      await expect(save('1.1', 0, aSave({ note: 'của người thứ hai' }), second)).rejects.toMatchObject({
        code: 'record.version-stale',
        params: { version: 1 },
        current: { code: '1.1', note: 'của người thứ nhất', updatedBy: 'Nguyễn Văn A', version: 1 },
      });
      expect(await db.manager.findBy(Answer, { assessmentId: assessment.id })).toMatchObject([{ note: 'của người thứ nhất' }]);
    });

    it('refuses a version of an answer that there is not', async () => {
      await expect(save('1.1', 3)).rejects.toMatchObject({ code: 'record.version-stale', params: { version: 0 }, current: null });
    });

    it.each([
      ['for the first time', 0],
      ['an answer that is there', 1],
    ])('lets one of eight through who save %s at once', async (_, version) => {
      if (version > 0) {
        await anAnswer(db, assessment.id, { note: 'trước' });
      }
      const officers = await Promise.all(Array.from({ length: 8 }, () => officerOf(assessment)));
      // Open the connections first: without this they start one by one, and nothing races.
      await Promise.all(officers.map(() => db.query('select pg_sleep(0.05)')));

      const outcomes = await Promise.allSettled(officers.map((actor, index) => save('1.1', version, aSave({ note: `người ${index}` }), actor)));

      const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
      expect(refused).toHaveLength(7);
      const [standing] = await db.manager.findBy(Answer, { assessmentId: assessment.id });
      refused.forEach(({ reason }) =>
        expect(reason).toMatchObject({ code: 'record.version-stale', params: { version: version + 1 }, current: { note: standing?.note, version: version + 1 } }),
      );
      expect(await auditLines()).toHaveLength(1);
      expect(await db.manager.countBy(AnswerRevision, { assessmentId: assessment.id })).toBe(version + 1);
    });

    it('lets both through who edit different criteria at once', async () => {
      const second = await officerOf(assessment);
      await Promise.all([db.query('select pg_sleep(0.05)'), db.query('select pg_sleep(0.05)')]);
      await Promise.all([save('1.1', 0), save('1.2', 0, aSave({ answer: { choice: 'du' } }), second)]);
      expect(await db.manager.countBy(Answer, { assessmentId: assessment.id })).toBe(2);
    });
  });

  describe('when the answer to a save was lost and it is sent again', () => {
    it('answers as the first time and writes nothing', async () => {
      const request = aSave({ answer: { denominator: 100, numerator: 95 }, note: 'một lần' });
      const first = await save('1.1', 0, request);
      const again = await save('1.1', 0, aSave({ note: 'một lần' }));
      expect(again).toEqual(first);
      expect(await auditLines()).toHaveLength(1);
    });

    it('holds also when both arrive at once', async () => {
      await Promise.all(Array.from({ length: 6 }, () => db.query('select pg_sleep(0.05)')));
      const all = await Promise.all(Array.from({ length: 6 }, () => save('1.1', 0)));
      expect(new Set(all.map(({ saved }) => saved.version))).toEqual(new Set([1]));
      expect(await auditLines()).toHaveLength(1);
    });

    it('is refused where another person said the same, or the same person has gone on', async () => {
      await save('1.1', 0);
      await expect(save('1.1', 0, aSave(), await officerOf(assessment))).rejects.toMatchObject({ code: 'record.version-stale' });
      await save('1.1', 1, aSave({ note: 'tiếp' }));
      await expect(save('1.1', 0)).rejects.toMatchObject({ code: 'record.version-stale', params: { version: 2 } });
    });
  });

  it('writes nothing when nothing changes', async () => {
    await save('1.1', 0);
    const { saved } = await save('1.1', 1);
    expect(saved.version).toBe(1);
    expect(await auditLines()).toHaveLength(1);
  });

  describe('refuses', () => {
    it.each([
      ['a code that the set does not have', '9.9', 'answer.criterion-unknown'],
      ['a node above the criteria', '1', 'answer.criterion-unknown'],
      ['a criterion of the survey', '2.2', 'answer.not-self-scored'],
      ['a criterion of the appraiser', '2.1', 'answer.not-self-scored'],
      ['an imported criterion', '2.3', 'answer.not-self-scored'],
      ['a penalty', '4.1', 'answer.not-self-scored'],
    ])('%s', async (_, code, refusal) => {
      await expect(save(code, 0, aSave({ answer: null, note: 'x' }))).rejects.toMatchObject({ code: refusal });
    });

    it('a criterion from which the agency is exempt, by its own code or one above it', async () => {
      for (const exempt of ['1.1', '1']) {
        const exempted = await anAssessment(db, { exempt: [exempt] });
        await expect(saveAt(exempted, await officerOf(exempted), '1.1')).rejects.toMatchObject({ code: 'answer.criterion-exempt' });
      }
    });

    it('an award, which is the appraisers’', async () => {
      await expect(save('1.1', 0, aSave({ answer: { awarded: 20, reason: 'Tự chấm' } }))).rejects.toMatchObject({ code: 'answer.award-forbidden' });
    });

    it('numbers outside of the rule, with the field and a sentence for each', async () => {
      const attempt = save('1.1', 0, aSave({ answer: { numerator: 101, denominator: 0 } }));
      await expect(attempt).rejects.toMatchObject({
        code: 'answer.invalid',
        errors: [{ pointer: '/answer/denominator', code: 'answer.not-positive', detail: expect.stringMatching(/lớn hơn 0/) }],
      });
    });

    it('an answer of another kind', async () => {
      await expect(save('1.1', 0, aSave({ answer: { choice: 'du' } }))).rejects.toMatchObject({ code: 'answer.invalid' });
      await expect(save('1.1', 0, aSave({ answer: { notApplicable: true, reason: 'x' } }))).rejects.toMatchObject({ code: 'answer.invalid' });
    });

    it.each<[Role, string]>([
      ['agency-officer', 'record.not-found'],
      ['agency-head', 'record.not-found'],
      ['home-affairs', 'record.not-found'],
      ['appraiser', 'record.not-found'],
    ])('the %s of another agency, as if nothing were there', async (role, refusal) => {
      const stranger = await aPerson(db, { role, agencyId: (await anAgency(db)).id });
      await expect(save('1.1', 0, aSave(), stranger)).rejects.toMatchObject({ code: refusal });
    });

    it('the head, who signs off and enters nothing', async () => {
      const head = await aPerson(db, { role: 'agency-head', agencyId: assessment.agencyId });
      await expect(save('1.1', 0, aSave(), head)).rejects.toMatchObject({ code: 'access.denied' });
    });

    it.each(['awaiting-head', 'submitted', 'final'] as const)('an assessment that is %s', async (state) => {
      const elsewhere = await anAssessment(db, { state });
      await expect(saveAt(elsewhere, await officerOf(elsewhere), '1.1')).rejects.toMatchObject({ code: 'assessment.state-illegal', params: { state } });
    });

    it('another phase, and a window that has closed though nobody moved the phase', async () => {
      const set = await aCriteriaSet(db);
      const closed = selfAssessmentDue(-3, -2);
      for (const cycle of [await aCycle(db, { phase: 'appraisal' }), await aCycle(db, { phase: 'self-assessment', windows: closed })]) {
        const elsewhere = await anAssessment(db, { set, cycle });
        await expect(saveAt(elsewhere, await officerOf(elsewhere), '1.1')).rejects.toMatchObject({ code: 'assessment.phase-closed' });
      }
    });

    it('and stores nothing of what it refused', async () => {
      await expect(save('1.1', 0, aSave({ answer: { numerator: 1, denominator: 0 } }))).rejects.toThrow();
      expect(await db.manager.countBy(Answer, { assessmentId: assessment.id })).toBe(0);
      expect(await auditLines()).toEqual([]);
    });
  });

  it('accepts within an extension, also while others are appraised', async () => {
    const cycle = await aCycle(db, { phase: 'appraisal' });
    const extended = await anAssessment(db, { cycle, extension: { deadlineAt: daysFromNow(1), closeAt: daysFromNow(2) } });
    const { saved } = await saveAt(extended, await officerOf(extended), '1.1');
    expect(saved).toMatchObject({ late: false, version: 1 });
  });

  it('waits for a submission under way, and then refuses', async () => {
    const runner = db.createQueryRunner();
    await runner.startTransaction();
    await runner.query(`update assessment set state = 'submitted' where id = $1`, [assessment.id]);
    const attempt = save('1.1', 0);
    const settled = await Promise.race([attempt.catch(() => 'refused'), new Promise((resolve) => setTimeout(() => resolve('waiting'), 100))]);
    expect(settled).toBe('waiting');
    await runner.commitTransaction();
    await runner.release();
    await expect(attempt).rejects.toMatchObject({ code: 'assessment.state-illegal' });
  });
});
