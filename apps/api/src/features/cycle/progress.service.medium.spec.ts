import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { countQueries, openTestDatabase } from '../../../test/database';
import { aPerson } from '../../../test/factories/actor.factory';
import { anAgency, unused } from '../../../test/factories/agency.factory';
import { anAssessment } from '../../../test/factories/assessment.factory';
import { aCriteriaSet } from '../../../test/factories/criteria-set.factory';
import { APPRAISED_SET } from '../../../test/factories/criteria-set.fixture';
import { aCycle, daysFromNow } from '../../../test/factories/cycle.factory';
import { cycleServices } from '../../../test/factories/cycle-services';
import { AppraisalAssignment } from '../assignment/appraisal-assignment.entity';
import { AppraisalLayer } from '../appraisal/appraisal-layer.entity';
import { Answer } from '../assessment/answer.entity';
import type { Assessment } from '../assessment/assessment.entity';
import type { CriteriaSet } from '../criteria/criteria-set.entity';
import type { Cycle } from './cycle.entity';
import type { ProgressService } from './progress.service';

describe('ProgressService', () => {
  let db: DataSource;
  let service: ProgressService;
  let by: string;
  let set: CriteriaSet;
  let cycle: Cycle;

  beforeAll(async () => {
    db = await openTestDatabase();
    by = (await aPerson(db)).id;
    set = await aCriteriaSet(db);
  });
  beforeEach(async () => {
    service = cycleServices(db).progress;
    cycle = await aCycle(db, { phase: 'appraisal', sets: [set] });
  });
  afterAll(() => db.destroy());

  const assessment = async (overrides: Parameters<typeof anAssessment>[1] = {}) =>
    anAssessment(db, { cycle, set, agency: await anAgency(db), ...overrides });
  const answer = ({ id }: Assessment, code: string, value: Answer['answer']) =>
    db.manager.save(db.manager.create(Answer, { assessmentId: id, code, answer: value, points: null, updatedBy: by }));
  async function assign({ id }: Assessment, codes: readonly string[]): Promise<void> {
    const { id: agencyId } = await anAgency(db);
    await db.manager.insert(
      AppraisalAssignment,
      codes.map((code) => ({ assessmentId: id, code, agencyId })),
    );
  }
  const decide = ({ id }: Assessment, code: string, layer: AppraisalLayer['layer'] = 'appraisal-1') =>
    db.manager.save(
      db.manager.create(AppraisalLayer, { assessmentId: id, code, layer, kind: 'accept', answer: null, points: '0', decidedBy: by }),
    );
  const only = async () => (await service.list(cycle.id, {})).items[0];

  describe('answered of to answer', () => {
    it('counts the scored criteria that the agency scores itself: no bonus, no survey, nothing of the appraiser', async () => {
      const one = await assessment();
      expect(await only()).toMatchObject({ answered: 0, toAnswer: 3 });
      await answer(one, '1.1', { numerator: 1, denominator: 2 });
      await answer(one, '3.1', { points: 1 });
      expect(await only()).toMatchObject({ answered: 1, toAnswer: 3 });
    });

    it('counts no answer that was taken back', async () => {
      await answer(await assessment(), '1.1', null);
      expect(await only()).toMatchObject({ answered: 0, toAnswer: 3 });
    });

    it('leaves out what does not apply, on both sides', async () => {
      const one = await assessment();
      await answer(one, '1.2', { notApplicable: true, reason: 'Không có đơn vị trực thuộc' });
      expect(await only()).toMatchObject({ answered: 0, toAnswer: 2 });
    });

    it('leaves out what the agency is exempt from, the criterion or one above it', async () => {
      const one = await assessment({ exempt: ['1.1'] });
      await answer(one, '1.1', { numerator: 1, denominator: 2 });
      expect(await only()).toMatchObject({
        answered: 0,
        toAnswer: 2,
        exemptions: [{ code: '1.1', reason: 'Không có thủ tục hành chính' }],
      });

      cycle = await aCycle(db, { phase: 'appraisal', sets: [set] });
      await assessment({ exempt: ['1'] });
      expect(await only()).toMatchObject({ toAnswer: 0 });
    });

    it('does not take code 1 for a parent of code 10', async () => {
      const tenth = { code: '10', title: 'Mười', max: 5, rule: { kind: 'direct' as const } };
      const document = { ...APPRAISED_SET, code: unused('bo'), criteria: [...APPRAISED_SET.criteria, tenth] };
      set = await aCriteriaSet(db, { document });
      cycle = await aCycle(db, { phase: 'appraisal', sets: [set] });
      await assessment({ exempt: ['1'] });
      expect(await only()).toMatchObject({ toAnswer: 1 });
      set = await aCriteriaSet(db);
    });
  });

  describe('decided of to decide', () => {
    it('counts assigned criteria and those with a first appraisal', async () => {
      const one = await assessment();
      await assign(one, ['1.1', '1.2', '2.1']);
      await decide(one, '1.1');
      await decide(one, '1.2', 'base');
      expect(await only()).toMatchObject({ decided: 1, toDecide: 3 });
    });

    it('leaves out what the agency is exempt from', async () => {
      const one = await assessment({ exempt: ['1'] });
      await assign(one, ['1.1', '1.2', '2.1']);
      await decide(one, '1.1');
      expect(await only()).toMatchObject({ decided: 0, toDecide: 1 });
    });
  });

  describe('list', () => {
    it('tells state, submission and extension', async () => {
      const submittedAt = daysFromNow(-1);
      const extension = { deadlineAt: daysFromNow(1), closeAt: daysFromNow(2), grantedAt: daysFromNow(-1) };
      const agency = await anAgency(db);
      const { id } = await assessment({ agency, state: 'submitted', submittedAt, late: true, extension });
      expect(await only()).toEqual({
        assessmentId: id,
        agency: { id: agency.id, code: agency.code, name: agency.name, shortName: agency.shortName },
        groupCode: 'so-ban-nganh',
        state: 'submitted',
        answered: 0,
        toAnswer: 3,
        decided: 0,
        toDecide: 0,
        submittedAt: submittedAt.toISOString(),
        late: true,
        notSubmitted: false,
        extensions: [
          {
            ...{ phase: 'self-assessment', deadlineAt: daysFromNow(1).toISOString(), closeAt: daysFromNow(2).toISOString(), reason: 'Bão lũ' },
            ...{ grantedBy: null, grantedAt: daysFromNow(-1).toISOString() },
          },
        ],
        exemptions: [],
        participantVersion: 1,
      });
    });

    it('orders by name as Vietnamese does', async () => {
      for (const name of ['Sở Đá', 'Sở Dân', 'Sở Ân', 'Sở An']) {
        await assessment({ agency: await anAgency(db, { name }) });
      }
      const { items } = await service.list(cycle.id, {});
      expect(items.map(({ agency }) => agency.name)).toEqual(['Sở An', 'Sở Ân', 'Sở Dân', 'Sở Đá']);
    });

    it('finds by state, group and name without accents, and counts all that it found', async () => {
      await assessment({ agency: await anAgency(db, { name: 'Sở Đặng Ân' }), state: 'submitted' });
      await assessment({ agency: await anAgency(db, { name: 'Sở Khác' }) });
      const found = async (query: Parameters<ProgressService['list']>[1]) =>
        (await service.list(cycle.id, query)).items.map(({ agency }) => agency.name);
      expect(await found({ search: 'dang an' })).toEqual(['Sở Đặng Ân']);
      expect(await found({ search: ' ' })).toHaveLength(2);
      expect(await found({ search: '%' })).toEqual([]);
      expect(await found({ state: 'submitted' })).toEqual(['Sở Đặng Ân']);
      expect(await found({ groupCode: 'so-ban-nganh' })).toHaveLength(2);
      expect(await found({ groupCode: 'xa-phuong' })).toEqual([]);
      expect(await service.list(cycle.id, { pageSize: 1, page: 2 })).toMatchObject({
        total: 2,
        page: 2,
        pageSize: 1,
        items: [{ agency: { name: 'Sở Khác' } }],
      });
    });

    it('knows the total of a page that lies behind the last line', async () => {
      await assessment();
      expect(await service.list(cycle.id, { page: 9 })).toMatchObject({ total: 1, items: [] });
    });

    it('takes the same few queries for one agency as for many', async () => {
      await assessment();
      const few = await countQueries(db, () => service.list(cycle.id, {}));
      for (let count = 0; count < 8; count += 1) {
        await assign(await assessment(), ['1.1']);
      }
      const many = await countQueries(db, () => service.list(cycle.id, {}));
      expect(few).toBe(5);
      expect(many).toBe(4); // the set is at hand by now
    });

    it('refuses a cycle that is not there', async () => {
      await expect(service.list(randomUUID(), {})).rejects.toMatchObject({ code: 'record.not-found' });
      await expect(service.summary(randomUUID())).rejects.toMatchObject({ code: 'record.not-found' });
    });
  });

  it('sums up a whole cycle in two queries', async () => {
    const extension = { deadlineAt: daysFromNow(1), closeAt: daysFromNow(2) };
    await assessment({ state: 'submitted', late: true });
    await assessment({ state: 'submitted', notSubmitted: true });
    await assessment({ extension });
    await assessment({ extension: { ...extension, phase: 'preliminary' } });
    const totalOf = async (marked: 'late' | 'not-submitted' | 'extended') => (await service.list(cycle.id, { marked })).total;
    expect([await totalOf('late'), await totalOf('not-submitted'), await totalOf('extended')]).toEqual([1, 1, 1]);
    expect((await service.list(cycle.id, { marked: 'extended' })).items).toMatchObject([{ extensions: [{ phase: 'self-assessment' }] }]);
    expect(await service.summary(cycle.id)).toEqual({ byState: { submitted: 2, drafting: 2 }, late: 1, notSubmitted: 1, extended: 1 });
    expect(await countQueries(db, () => service.summary(cycle.id))).toBe(2);
  });

  it('sums up a cycle that nobody takes part in yet', async () => {
    expect(await service.summary(cycle.id)).toEqual({ byState: {}, late: 0, notSubmitted: 0, extended: 0 });
  });
});
