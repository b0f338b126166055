import { type Actor, type AssessmentState, type Phase, PHASES, type Role } from '@par-index/contract';
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { countQueries, openTestDatabase, unitOfWorkOf } from '../../../test/database';
import { actorOf, actorWith, aPerson } from '../../../test/factories/actor.factory';
import { anAgency } from '../../../test/factories/agency.factory';
import { allAnswers, anAnswer, aSave } from '../../../test/factories/answer.factory';
import { anAssessment } from '../../../test/factories/assessment.factory';
import { assessmentServices } from '../../../test/factories/assessment-services';
import { aCriteriaSet } from '../../../test/factories/criteria-set.factory';
import { aCycle, daysFromNow } from '../../../test/factories/cycle.factory';
import { aDocument, aFileVersion, anEvidenceLink } from '../../../test/factories/evidence.factory';
import { aLayer, assign } from '../../../test/factories/layer.factory';
import { Agency } from '../organisation/agency.entity';
import type { Assessment } from './assessment.entity';

describe('AssessmentReading', () => {
  let db: DataSource;
  let services: ReturnType<typeof assessmentServices>;

  beforeAll(async () => {
    db = await openTestDatabase();
    services = assessmentServices(db);
  });
  afterAll(() => db.destroy());

  const get = (actor: Actor, { id }: Pick<Assessment, 'id'>) => services.reading.get(actor, id);
  const officerOf = ({ agencyId }: Assessment) => actorOf('agency-officer', agencyId);

  /** An assessment with answers, a document and layers, in a cycle of that phase. */
  async function filled(state: AssessmentState, phase: Phase = 'appraisal'): Promise<Assessment> {
    const assessment = await anAssessment(db, { state, cycle: await aCycle(db, { phase }) });
    await allAnswers(db, assessment.id);
    const document = await aDocument(db, assessment.agencyId);
    await anEvidenceLink(db, { documentId: document.id, assessmentId: assessment.id, code: '1.1' });
    await anEvidenceLink(db, { documentId: document.id, assessmentId: assessment.id, code: '1.3' });
    for (const layer of ['appraisal-1', 'appraisal-2', 'council'] as const) {
      await aLayer(db, assessment.id, { layer });
    }
    await aLayer(db, assessment.id, { code: '1.3', kind: 'accept', answer: { value: 3 }, points: null });
    return assessment;
  }

  describe('get', () => {
    it('gives the agency everything that its page needs', async () => {
      const extension = { deadlineAt: daysFromNow(6), closeAt: daysFromNow(7) };
      const assessment = await anAssessment(db, { exempt: ['1.2'], extension });
      await anAnswer(db, assessment.id, { note: 'Đạt', late: true });

      const view = await get(officerOf(assessment), assessment);

      expect(view).toMatchObject({
        id: assessment.id,
        state: 'drafting',
        phase: 'self-assessment',
        year: 2026,
        groupCode: 'so-ban-nganh',
        agency: { id: assessment.agencyId },
        criteriaSet: { format: 'par-criteria-set/1' },
        extension: { phase: 'self-assessment', deadlineAt: extension.deadlineAt.toISOString(), closeAt: extension.closeAt.toISOString(), reason: 'Bão lũ', grantedBy: null },
        window: { deadlineAt: extension.deadlineAt.toISOString() },
        exemptions: [{ code: '1.2', reason: 'Không có thủ tục hành chính' }],
        answers: [{ code: '1.1', points: 20, note: 'Đạt', late: true, updatedBy: 'Nguyễn Văn A', version: 1 }],
        totals: { points: 20, answered: 1, toAnswer: 2 },
        missing: [{ code: '1.1', kind: 'evidence' }, { code: '1.3', kind: 'answer' }],
        layers: [],
        previous: [],
        openActions: ['send'],
        editable: true,
        lockedBecause: null,
        version: 1,
      });
      expect(Math.abs(Date.parse(view.now) - Date.now())).toBeLessThan(60_000);
    });

    it('takes the same few queries however much there is', async () => {
      const empty = await anAssessment(db);
      const full = await filled('submitted');
      await get(officerOf(empty), empty);
      await get(officerOf(full), full);
      expect(await countQueries(db, () => get(officerOf(empty), empty))).toBe(7);
      expect(await countQueries(db, () => get(officerOf(full), full))).toBe(7);
      const appraiser = await anAgency(db);
      await assign(db, full.id, appraiser.id, ['1.1']);
      expect(await countQueries(db, () => get(actorOf('appraiser', appraiser.id), full))).toBe(8);
    });

    it.each(PHASES)('shows the agency its layers as phase %s allows', async (phase) => {
      const assessment = await filled('submitted', phase);
      const { layers } = await get(officerOf(assessment), assessment);
      const expected = { explanation: ['appraisal-1'], reappraisal: ['appraisal-1'], council: ['appraisal-1'] } as Partial<Record<Phase, readonly string[]>>;
      const shown = phase === 'preliminary' || phase === 'published' ? ['appraisal-1', 'appraisal-2', 'council'] : (expected[phase] ?? []);
      expect(layers.filter(({ code }) => code === '1.1').map(({ layer }) => layer)).toEqual(shown);
    });

    it('shows a layer with who decided it and why', async () => {
      const assessment = await filled('appraised', 'explanation');
      const { layers } = await get(officerOf(assessment), assessment);
      expect(layers[0]).toMatchObject({ code: '1.1', layer: 'appraisal-1', kind: 'correct', points: 10, reason: 'Báo cáo ghi 80 %', decidedBy: 'Nguyễn Văn A', version: 1 });
    });

    it('shows an appraiser the assigned criteria and nothing else', async () => {
      const assessment = await filled('submitted');
      const agency = await anAgency(db);
      await assign(db, assessment.id, agency.id, ['1.3', '2.1']);
      const view = await get(actorOf('appraiser', agency.id), assessment);
      expect(view.answers.map(({ code }) => code)).toEqual(['1.3']);
      expect(view.evidence.map(({ code }) => code)).toEqual(['1.3']);
      expect(view.layers.map(({ code }) => code)).toEqual(['1.3']);
      expect(view).toMatchObject({ missing: [], editable: false, openActions: [], totals: { answered: 1 } });
      expect(view.lockedBecause).toContain('Chỉ cán bộ đầu mối');
    });

    it.each<Role>(['home-affairs', 'council-member', 'council-chair'])('shows everything of a submitted assessment to the %s of another agency', async (role) => {
      const view = await get(actorOf(role, (await anAgency(db)).id), await filled('submitted'));
      expect([view.answers.length, view.evidence.length, view.layers.length]).toEqual([3, 2, 4]);
    });

    it.each<AssessmentState>(['drafting', 'awaiting-head'])('shows home-affairs of a %s assessment how far it is and nothing else', async (state) => {
      const view = await get(actorOf('home-affairs'), await filled(state, 'self-assessment'));
      expect(view).toMatchObject({ answers: [], evidence: [], layers: [], previous: [], missing: [], totals: { points: 0, answered: 3, toAnswer: 3 } });
    });

    it('hides an unsubmitted assessment from its appraisers', async () => {
      const assessment = await filled('drafting');
      const agency = await anAgency(db);
      await assign(db, assessment.id, agency.id, ['1.1']);
      await expect(get(actorOf('appraiser', agency.id), assessment)).rejects.toMatchObject({ code: 'record.not-found' });
    });

    it.each<Role>(['agency-officer', 'agency-head', 'appraiser', 'leader', 'admin'])('hides it from the %s of another agency who has nothing to do with it', async (role) => {
      await expect(get(actorOf(role), await filled('submitted'))).rejects.toMatchObject({ code: 'record.not-found' });
    });

    it.each<Role>(['home-affairs', 'council-chair', 'appraiser', 'leader'])('hides the own agency from its %s', async (role) => {
      const assessment = await filled('submitted');
      await expect(get(actorOf(role, assessment.agencyId), assessment)).rejects.toMatchObject({ code: 'record.not-found' });
    });

    it('knows nothing of an id that nobody has', async () => {
      await expect(get(actorOf('home-affairs'), { id: randomUUID() })).rejects.toMatchObject({ code: 'record.not-found' });
    });

    describe('beside the year before', () => {
      it('shows what was stated, and the points in force then, of the newest published cycle', async () => {
        const assessment = await anAssessment(db);
        const agency = await db.manager.findOneByOrFail(Agency, { id: assessment.agencyId });
        for (const year of [2023, 2024]) {
          const earlier = await anAssessment(db, { agency, state: 'final', cycle: await aCycle(db, { year, phase: 'published' }) });
          await anAnswer(db, earlier.id, { answer: { numerator: year - 2000, denominator: 100 }, points: '0' });
          await anAnswer(db, earlier.id, { code: '1.2', answer: { choice: 'du' } });
          await aLayer(db, earlier.id, { points: '7' });
          await aLayer(db, earlier.id, { layer: 'council', kind: 'award', answer: { awarded: 8, reason: 'x' }, points: '8.25' });
          await aLayer(db, earlier.id, { code: '2.2', layer: 'base', answer: { percent: 90 }, points: '18' });
          await aLayer(db, earlier.id, { code: '7.7', layer: 'base', answer: { percent: 90 }, points: '18' });
        }
        await anAssessment(db, { agency, state: 'decided', cycle: await aCycle(db, { year: 2025, phase: 'preliminary' }) });

        const { previous } = await get(officerOf(assessment), assessment);

        expect([...previous].sort((a, b) => a.code.localeCompare(b.code))).toEqual([
          { code: '1.1', answer: { numerator: 24, denominator: 100 }, points: 8.25 },
          { code: '1.2', answer: { choice: 'du' }, points: 20 },
          { code: '2.2', answer: { percent: 90 }, points: 18 },
        ]);
      });
    });

    it('shows documents as they were submitted, once they are, and as they are now before', async () => {
      const assessment = await anAssessment(db);
      const document = await aDocument(db, assessment.agencyId);
      await aFileVersion(db, document, 1);
      const link = await anEvidenceLink(db, { documentId: document.id, assessmentId: assessment.id });
      await aFileVersion(db, document, 2);
      const versions = async () => (await get(officerOf(assessment), assessment)).evidence.map((shown) => shown.document.file?.fileVersion);
      expect(await versions()).toEqual([2]);
      await db.query('update evidence_link set pinned_file_version = 1 where id = $1', [link.id]);
      expect(await versions()).toEqual([1]);
      expect((await get(officerOf(assessment), assessment)).evidence).toMatchObject([
        { id: link.id, code: '1.1', section: 'Mục II', page: 3, document: { documentNumber: '12/BC-STP', issuedOn: '2026-06-30', usedBy: 1, file: { name: 'bao-cao-1.pdf', bytes: 1000 } } },
      ]);
    });
  });

  it('gives answers and evidence in the order of the tree, whatever was written first', async () => {
    const assessment = await anAssessment(db);
    await anAnswer(db, assessment.id, { code: '1.3', answer: { value: 4 }, points: null });
    await anAnswer(db, assessment.id);
    await anAnswer(db, assessment.id, { code: '1.2', answer: { choice: 'du' } });
    expect((await get(officerOf(assessment), assessment)).answers.map(({ code }) => code)).toEqual(['1.1', '1.2', '1.3']);
  });

  describe('list', () => {
    it('finds what came in late, and what never came in', async () => {
      const cycle = await aCycle(db, { phase: 'appraisal' });
      const [late, taken] = [await anAssessment(db, { cycle, state: 'submitted', late: true }), await anAssessment(db, { cycle, state: 'submitted', notSubmitted: true })];
      await anAssessment(db, { cycle, state: 'submitted' });
      const found = async (marked: 'late' | 'not-submitted') => (await services.reading.list(actorOf('home-affairs'), { cycleId: cycle.id, marked })).items.map(({ id }) => id);
      expect([await found('late'), await found('not-submitted')]).toEqual([[late.id], [taken.id]]);
    });

    it('shows each person what is theirs to see', async () => {
      const cycle = await aCycle(db, { phase: 'appraisal' });
      const [own, other, draft] = [
        await anAssessment(db, { cycle, state: 'drafting' }),
        await anAssessment(db, { cycle, state: 'submitted' }),
        await anAssessment(db, { cycle, state: 'drafting' }),
      ];
      const appraising = await anAgency(db);
      for (const { id } of [other, draft]) {
        await assign(db, id, appraising.id, ['1.1', '1.3']);
      }
      const seenBy = async (actor: Actor) => {
        const { items, total } = await services.reading.list(actor, { cycleId: cycle.id });
        expect(total).toBe(items.length);
        return new Set(items.map(({ id }) => id));
      };
      expect(await seenBy(officerOf(own))).toEqual(new Set([own.id]));
      expect(await seenBy(actorOf('agency-head', own.agencyId))).toEqual(new Set([own.id]));
      expect(await seenBy(actorOf('appraiser', appraising.id))).toEqual(new Set([other.id]));
      expect(await seenBy(actorOf('home-affairs'))).toEqual(new Set([own.id, other.id, draft.id]));
      expect(await seenBy(actorOf('council-member', other.agencyId))).toEqual(new Set([own.id, draft.id]));
      expect(await seenBy(actorWith([{ role: 'home-affairs', agencyId: own.agencyId }, { role: 'agency-head', agencyId: own.agencyId }]))).toEqual(
        new Set([own.id, other.id, draft.id]),
      );
      expect(await seenBy(actorWith([{ role: 'appraiser', agencyId: appraising.id }, { role: 'agency-officer', agencyId: draft.agencyId }]))).toEqual(new Set([other.id, draft.id]));
      for (const role of ['leader', 'admin', 'appraiser', 'agency-officer'] as const) {
        expect(await seenBy(actorOf(role))).toEqual(new Set());
      }
    });

    it('finds by cycle, group, state and name without accents, and pages in the order of names', async () => {
      const set = await aCriteriaSet(db);
      const cycle = await aCycle(db, { phase: 'appraisal', sets: [set] });
      const named = async (name: string, state: AssessmentState) => anAssessment(db, { set, cycle, state, agency: await anAgency(db, { name }) });
      await named('Sở Đông Á', 'submitted');
      await named('Sở Ăn', 'drafting');
      await named('Sở An', 'submitted');
      const list = (query: Parameters<typeof services.reading.list>[1]) => services.reading.list(actorOf('home-affairs'), { cycleId: cycle.id, ...query });
      const names = async (query: Parameters<typeof services.reading.list>[1]) => (await list(query)).items.map(({ agency }) => agency.name);

      expect(await names({})).toEqual(['Sở An', 'Sở Ăn', 'Sở Đông Á']);
      expect(await names({ search: 'dong a' })).toEqual(['Sở Đông Á']);
      expect(await names({ search: ' AN ' })).toEqual(['Sở An', 'Sở Ăn']);
      expect(await names({ search: '%' })).toEqual([]);
      expect(await names({ state: 'submitted' })).toEqual(['Sở An', 'Sở Đông Á']);
      expect(await names({ groupCode: 'xa-phuong' })).toEqual([]);
      expect(await list({ page: 2, pageSize: 2 })).toMatchObject({ total: 3, page: 2, pageSize: 2, items: [{ agency: { name: 'Sở Đông Á' } }] });
      expect(await list({ page: 9, pageSize: 2 })).toMatchObject({ total: 3, items: [] });
    });

    it('takes two queries', async () => {
      expect(await countQueries(db, () => services.reading.list(actorOf('home-affairs'), {}))).toBe(2);
      expect(await countQueries(db, () => services.reading.list(actorOf('appraiser'), { search: 'x', pageSize: 1 }))).toBe(2);
    });
  });

  describe('history', () => {
    it('says to the agency why its appraisal was closed once it reads the appraisal, and to others at once', async () => {
      const assessment = await filled('appraised');
      const moved = { action: 'close-appraisal', from: 'submitted', to: 'appraised', reason: 'Chưa có kết luận về 1.2', late: false } as const;
      await unitOfWorkOf(db).runAsSystem((tx) => tx.audit('assessment.moved', { id: assessment.id }, moved));
      expect(await services.reading.history(officerOf(assessment), assessment.id)).toMatchObject([{ what: expect.any(String), reason: null }]);
      expect(await services.reading.history(actorOf('home-affairs'), assessment.id)).toMatchObject([{ reason: moved.reason }]);
      await db.query(`update cycle set phase = 'explanation' where id = $1`, [assessment.cycleId]);
      expect(await services.reading.history(officerOf(assessment), assessment.id)).toMatchObject([{ reason: moved.reason }]);
    });

    it('tells every move in words, newest first', async () => {
      const assessment = await anAssessment(db, { state: 'awaiting-head' });
      const head = await aPerson(db, { role: 'agency-head', agencyId: assessment.agencyId });
      await services.assessments.move(head, assessment.id, 1, { action: 'return', reason: 'Thiếu báo cáo' });
      await services.unitOfWork.runAsSystem((tx) =>
        tx.audit('assessment.moved', { id: assessment.id }, { action: 'take-as-it-stands', from: 'drafting', to: 'submitted', reason: null, late: false }),
      );
      expect(await services.reading.history(head, assessment.id)).toMatchObject([
        { by: 'Hệ thống', what: 'Không nộp: hồ sơ được lấy theo hiện trạng khi hết hạn.', reason: null },
        { by: 'Nguyễn Văn A', what: 'Lãnh đạo trả lại cho cán bộ sửa.', reason: 'Thiếu báo cáo' },
      ]);
      await expect(services.reading.history(actorOf('agency-head'), assessment.id)).rejects.toMatchObject({ code: 'record.not-found' });
    });

    it('tells every version of an answer to whoever may see the answer', async () => {
      const assessment = await anAssessment(db);
      const officer = await aPerson(db, { role: 'agency-officer', agencyId: assessment.agencyId });
      const save = (version: number, note: string) => services.answers.save(officer, { assessmentId: assessment.id, code: '1.1', version }, aSave({ note }));
      await save(0, 'một');
      await save(1, 'hai');
      const history = (actor: Actor, code = '1.1') => services.reading.answerHistory(actor, assessment.id, code);

      expect(await history(officer)).toMatchObject([
        { version: 2, note: 'hai', points: 20, by: 'Nguyễn Văn A' },
        { version: 1, note: 'một', points: 20, by: 'Nguyễn Văn A' },
      ]);
      expect(await history(officer, '1.2')).toEqual([]);
      await expect(history(officer, '9.9')).rejects.toMatchObject({ code: 'answer.criterion-unknown' });
      await expect(history(actorOf('home-affairs'))).rejects.toMatchObject({ code: 'record.not-found' });

      await db.query(`update assessment set state = 'submitted' where id = $1`, [assessment.id]);
      const agency = await anAgency(db);
      await assign(db, assessment.id, agency.id, ['1.1']);
      expect(await history(actorOf('home-affairs'))).toHaveLength(2);
      expect(await history(actorOf('appraiser', agency.id))).toHaveLength(2);
      await expect(history(actorOf('appraiser', agency.id), '1.2')).rejects.toMatchObject({ code: 'record.not-found' });
    });
  });
});
