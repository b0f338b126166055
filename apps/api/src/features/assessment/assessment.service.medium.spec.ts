import type { Actor, AssessmentAction, AssessmentState, Role } from '@par-index/contract';
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../../../test/database';
import { aPerson } from '../../../test/factories/actor.factory';
import { anAgency } from '../../../test/factories/agency.factory';
import { allAnswers, anAnswer } from '../../../test/factories/answer.factory';
import { anAssessment } from '../../../test/factories/assessment.factory';
import { assessmentServices } from '../../../test/factories/assessment-services';
import { aCriteriaSet } from '../../../test/factories/criteria-set.factory';
import { aCycle } from '../../../test/factories/cycle.factory';
import { aDocument, aFileVersion, anEvidenceLink } from '../../../test/factories/evidence.factory';
import { selfAssessmentDue } from '../../../test/factories/self-assessment-window';
import { AuditEvent } from '../../platform/audit/audit-event.entity';
import { EvidenceLink } from '../evidence/evidence-link.entity';
import { Assessment } from './assessment.entity';

type Surroundings = NonNullable<Parameters<typeof anAssessment>[1]>;

describe('AssessmentService.move', () => {
  let db: DataSource;
  let services: ReturnType<typeof assessmentServices>;

  beforeAll(async () => {
    db = await openTestDatabase();
    services = assessmentServices(db);
  });
  afterAll(() => db.destroy());

  const own = (role: Role, { agencyId }: Assessment): Promise<Actor> => aPerson(db, { role, agencyId });
  const elsewhere = async (role: Role): Promise<Actor> => aPerson(db, { role, agencyId: (await anAgency(db)).id });
  const move = (actor: Actor, { id, version }: Assessment, action: AssessmentAction, reason?: string) =>
    services.assessments.move(actor, id, version, reason === undefined ? { action } : { action, reason });
  const stored = ({ id }: Assessment) => db.manager.findOneByOrFail(Assessment, { id });
  const moves = ({ id }: Assessment) => db.manager.findBy(AuditEvent, { subjectId: id, event: 'assessment.moved' });

  /** With every answer that is needed to hand it in. */
  async function complete(overrides: Surroundings = {}): Promise<Assessment> {
    const assessment = await anAssessment(db, overrides);
    await allAnswers(db, assessment.id);
    return assessment;
  }

  it('lets the officer send a complete draft to the head', async () => {
    const assessment = await complete({ returnedReason: 'Thiếu số liệu' });
    const officer = await own('agency-officer', assessment);

    const view = await move(officer, assessment, 'send');

    expect(view).toMatchObject({ state: 'awaiting-head', version: 2, editable: false, openActions: ['withdraw'] });
    expect(await stored(assessment)).toMatchObject({ state: 'awaiting-head', returnedReason: null });
    expect(await moves(assessment)).toMatchObject([
      { actorId: officer.id, cycleId: assessment.cycleId, payload: { action: 'send', from: 'drafting', to: 'awaiting-head', reason: null, late: false } },
    ]);
  });

  it.each<AssessmentState>(['drafting', 'awaiting-head'])('lets the head submit what is %s', async (state) => {
    const assessment = await complete({ state });
    const head = await own('agency-head', assessment);

    const view = await move(head, assessment, 'submit');

    expect(view).toMatchObject({ state: 'submitted', late: false, notSubmitted: false });
    expect(view.submittedAt).toMatch(/Z$/);
    expect(await stored(assessment)).toMatchObject({ submittedBy: head.id, late: false });
  });

  it('marks a submission between deadline and close as late', async () => {
    const set = await aCriteriaSet(db);
    const assessment = await complete({ set, cycle: await aCycle(db, { phase: 'self-assessment', sets: [set], windows: selfAssessmentDue(-1, 1) }) });
    expect(await move(await own('agency-head', assessment), assessment, 'submit')).toMatchObject({ state: 'submitted', late: true });
    expect(await moves(assessment)).toMatchObject([{ payload: { late: true } }]);
  });

  it('pins the documents in the version that they have at the submission, and lets go of them at a reopening', async () => {
    const assessment = await complete();
    const document = await aDocument(db, assessment.agencyId);
    await aFileVersion(db, document, 1);
    await aFileVersion(db, document, 2);
    const { id } = await anEvidenceLink(db, { documentId: document.id, assessmentId: assessment.id });
    const bare = await anEvidenceLink(db, { documentId: (await aDocument(db, assessment.agencyId)).id, assessmentId: assessment.id });
    const pinOf = async (link: string) => (await db.manager.findOneByOrFail(EvidenceLink, { id: link })).pinnedFileVersion;

    await move(await own('agency-head', assessment), assessment, 'submit');
    await aFileVersion(db, document, 3);
    expect([await pinOf(id), await pinOf(bare.id)]).toEqual([2, null]);

    await move(await elsewhere('home-affairs'), await stored(assessment), 'reopen', 'Sai số liệu');
    expect(await pinOf(id)).toBeNull();
  });

  it('lets the head return it with a reason that the officer can read', async () => {
    const assessment = await anAssessment(db, { state: 'awaiting-head' });
    await move(await own('agency-head', assessment), assessment, 'return', '  Thiếu báo cáo quý  ');
    expect(await stored(assessment)).toMatchObject({ state: 'drafting', returnedReason: 'Thiếu báo cáo quý' });
    expect(await moves(assessment)).toMatchObject([{ payload: { action: 'return', reason: 'Thiếu báo cáo quý' } }]);
  });

  it('lets an officer take it back from the head, with a reason in the history', async () => {
    const assessment = await anAssessment(db, { state: 'awaiting-head' });
    await move(await own('agency-officer', assessment), assessment, 'withdraw', 'Nhầm số liệu tiêu chí 1.2');
    expect(await stored(assessment)).toMatchObject({ state: 'drafting', returnedReason: null });
    expect(await moves(assessment)).toMatchObject([{ payload: { action: 'withdraw', reason: 'Nhầm số liệu tiêu chí 1.2' } }]);
  });

  it('lets home-affairs of another agency reopen it, as if it had not been submitted', async () => {
    const assessment = await anAssessment(db, { state: 'submitted', submittedAt: new Date(), late: true, notSubmitted: true });
    const view = await move(await elsewhere('home-affairs'), assessment, 'reopen', 'Nhập nhầm');
    expect(view).toMatchObject({ state: 'drafting', submittedAt: null, late: false, notSubmitted: false });
    expect(await stored(assessment)).toMatchObject({ returnedReason: 'Nhập nhầm', submittedBy: null });
  });

  it('lets the head agree to all differences while explanation is open, and not before', async () => {
    const cycle = await aCycle(db, { phase: 'explanation' });
    const assessment = await anAssessment(db, { cycle, state: 'explaining' });
    expect(await move(await own('agency-head', assessment), assessment, 'submit-explanation')).toMatchObject({ state: 'explained' });
    const early = await anAssessment(db, { state: 'explaining' });
    await expect(move(await own('agency-head', early), early, 'submit-explanation')).rejects.toMatchObject({ code: 'assessment.phase-closed' });
  });

  describe('before sending and submitting', () => {
    it.each<[AssessmentAction, Role]>([['send', 'agency-officer'], ['submit', 'agency-head']])('refuses to %s with a line for each thing missing', async (action, role) => {
      const assessment = await anAssessment(db);
      await anAnswer(db, assessment.id);
      await expect(move(await own(role, assessment), assessment, action)).rejects.toMatchObject({
        code: 'assessment.incomplete',
        params: { missing: 3 },
        errors: [
          { pointer: '/answers/1.1', code: 'missing.evidence', detail: expect.stringMatching(/^Tiêu chí 1\.1 «Thực hiện kế hoạch cải cách hành chính» chưa có tài liệu/) },
          { pointer: '/answers/1.2', code: 'missing.answer', detail: expect.stringContaining('ghi thuyết minh vì sao không có') },
          { pointer: '/answers/1.3', code: 'missing.answer' },
        ],
      });
      expect(await stored(assessment)).toMatchObject({ state: 'drafting', version: 1 });
    });

    it('asks nothing of criteria from which the agency is exempt', async () => {
      const assessment = await anAssessment(db, { exempt: ['1'] });
      await expect(move(await own('agency-head', assessment), assessment, 'submit')).resolves.toMatchObject({ state: 'submitted' });
    });

    it('takes a document with a number, a link or a file for evidence, and none without any', async () => {
      const assessment = await complete();
      await db.query(`update answer set evidence_explanation = '' where assessment_id = $1`, [assessment.id]);
      const document = await aDocument(db, assessment.agencyId, { documentNumber: '' });
      await anEvidenceLink(db, { documentId: document.id, assessmentId: assessment.id });
      const head = await own('agency-head', assessment);
      await expect(move(head, assessment, 'submit')).rejects.toMatchObject({ code: 'assessment.incomplete', params: { missing: 1 } });
      await aFileVersion(db, document, 1);
      await expect(move(head, assessment, 'submit')).resolves.toMatchObject({ state: 'submitted' });
    });

    it('does not count a document that was taken off', async () => {
      const assessment = await complete();
      await db.query(`update answer set evidence_explanation = '' where assessment_id = $1`, [assessment.id]);
      const head = await own('agency-head', assessment);
      const document = await aDocument(db, assessment.agencyId);
      await anEvidenceLink(db, { documentId: document.id, assessmentId: assessment.id, removedAt: new Date(), removedBy: head.id });
      await expect(move(head, assessment, 'submit')).rejects.toMatchObject({ code: 'assessment.incomplete' });
    });
  });

  describe('refuses', () => {
    it.each<[AssessmentAction, AssessmentState, Role]>([['return', 'awaiting-head', 'agency-head']])('to %s without a reason', async (action, state, role) => {
      const assessment = await anAssessment(db, { state });
      const actor = await own(role, assessment);
      await expect(move(actor, assessment, action)).rejects.toMatchObject({ code: 'reason.required', errors: [{ pointer: '/reason' }] });
      await expect(move(actor, assessment, action, ' \n ')).rejects.toMatchObject({ code: 'reason.required' });
    });

    it('to reopen without a reason', async () => {
      const assessment = await anAssessment(db, { state: 'submitted' });
      await expect(move(await elsewhere('home-affairs'), assessment, 'reopen')).rejects.toMatchObject({ code: 'reason.required' });
    });

    it('a version that somebody has changed, with the one that stands', async () => {
      const assessment = await complete();
      await db.query('update assessment set version = 7 where id = $1', [assessment.id]);
      await expect(move(await own('agency-head', assessment), assessment, 'submit')).rejects.toMatchObject({ code: 'record.version-stale', params: { version: 7 } });
    });

    it.each<[AssessmentAction, AssessmentState, Role]>([
      ['send', 'awaiting-head', 'agency-officer'],
      ['submit', 'submitted', 'agency-head'],
      ['return', 'drafting', 'agency-head'],
    ])('to %s what is %s', async (action, state, role) => {
      const assessment = await anAssessment(db, { state });
      await expect(move(await own(role, assessment), assessment, action, 'x')).rejects.toMatchObject({ code: 'assessment.state-illegal' });
    });

    it.each<[AssessmentAction, AssessmentState, Role]>([
      ['send', 'drafting', 'agency-head'],
      ['submit', 'awaiting-head', 'agency-officer'],
      ['return', 'awaiting-head', 'agency-officer'],
    ])('to %s for a person of the agency without that role', async (action, state, role) => {
      const assessment = await complete({ state });
      await expect(move(await own(role, assessment), assessment, action, 'x')).rejects.toMatchObject({ code: 'access.denied' });
    });

    it.each<AssessmentAction>(['take-as-it-stands', 'publish', 'complete-appraisal'])('to %s for anybody: that is the system’s', async (action) => {
      const assessment = await anAssessment(db);
      await expect(move(await own('agency-head', assessment), assessment, action, 'x')).rejects.toMatchObject({ code: 'access.denied' });
    });

    it('another agency’s officer and head as if nothing were there', async () => {
      const assessment = await complete();
      await expect(move(await elsewhere('agency-officer'), assessment, 'send')).rejects.toMatchObject({ code: 'record.not-found' });
      await expect(move(await elsewhere('agency-head'), assessment, 'submit')).rejects.toMatchObject({ code: 'record.not-found' });
      await expect(move(await elsewhere('leader'), assessment, 'reopen', 'x')).rejects.toMatchObject({ code: 'record.not-found' });
    });

    it('home-affairs at the own agency, and says why', async () => {
      const assessment = await anAssessment(db, { state: 'submitted' });
      await expect(move(await own('home-affairs', assessment), assessment, 'reopen', 'x')).rejects.toMatchObject({ code: 'access.own-agency' });
    });

    it('what does not exist', async () => {
      const assessment = await complete();
      await expect(services.assessments.move(await own('agency-head', assessment), randomUUID(), 1, { action: 'submit' })).rejects.toMatchObject({ code: 'record.not-found' });
    });

    it('after the close, also to reopen', async () => {
      const set = await aCriteriaSet(db);
      const cycle = await aCycle(db, { phase: 'self-assessment', sets: [set], windows: selfAssessmentDue(-3, -2) });
      const draft = await complete({ set, cycle });
      const submitted = await anAssessment(db, { set, cycle, state: 'submitted' });
      await expect(move(await own('agency-head', draft), draft, 'submit')).rejects.toMatchObject({ code: 'assessment.phase-closed' });
      await expect(move(await elsewhere('home-affairs'), submitted, 'reopen', 'x')).rejects.toMatchObject({ code: 'assessment.phase-closed' });
    });
  });

  it('lets one of eight heads submit who do it at once', async () => {
    const assessment = await complete();
    const heads = await Promise.all(Array.from({ length: 8 }, () => own('agency-head', assessment)));
    await Promise.all(heads.map(() => db.query('select pg_sleep(0.05)')));
    const outcomes = await Promise.allSettled(heads.map((head) => move(head, assessment, 'submit')));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await moves(assessment)).toHaveLength(1);
  });

  it('changes nothing when the audit line can’t be written', async () => {
    const assessment = await complete();
    const nobody = { ...(await own('agency-head', assessment)), id: 'not-a-uuid' };
    await expect(move(nobody, assessment, 'submit')).rejects.toThrow();
    expect(await stored(assessment)).toMatchObject({ state: 'drafting', version: 1 });
  });
});
