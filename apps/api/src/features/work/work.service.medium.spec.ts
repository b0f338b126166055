import type { Actor, Role } from '@par-index/contract';
import type { DataSource } from 'typeorm';
import { countQueries, openTestDatabase } from '../../../test/database';
import { actorOf } from '../../../test/factories/actor.factory';
import { anAgency } from '../../../test/factories/agency.factory';
import { anAnswer } from '../../../test/factories/answer.factory';
import { anAssessment } from '../../../test/factories/assessment.factory';
import { assessmentServices } from '../../../test/factories/assessment-services';
import { aCriteriaSet } from '../../../test/factories/criteria-set.factory';
import { aCycle, daysFromNow } from '../../../test/factories/cycle.factory';
import { aDocument, anEvidenceLink } from '../../../test/factories/evidence.factory';
import { aLayer, assign } from '../../../test/factories/layer.factory';
import { CompiledSets } from '../criteria/compiled-sets.service';
import type { CriteriaSet } from '../criteria/criteria-set.entity';
import type { Cycle } from '../cycle/cycle.entity';
import type { Agency } from '../organisation/agency.entity';
import { WorkRepository } from './work.repository';
import { WorkService } from './work.service';

describe('WorkService', () => {
  let db: DataSource;
  let service: WorkService;
  let set: CriteriaSet;
  let cycle: Cycle;
  let agency: Agency;

  beforeAll(async () => {
    db = await openTestDatabase();
    set = await aCriteriaSet(db);
  });
  beforeEach(async () => {
    service = new WorkService(db, new WorkRepository(), new CompiledSets());
    await db.query(`update cycle set phase = 'preparing'`);
    cycle = await aCycle(db, { phase: 'self-assessment', sets: [set], year: 2026 });
    agency = await anAgency(db);
  });
  afterAll(() => db.destroy());

  const as = (role: Role, agencyId = agency.id): Actor => actorOf(role, agencyId);
  const itemsOf = async (actor: Actor) => (await service.get(actor)).items;
  const assessment = (overrides: Parameters<typeof anAssessment>[1] = {}) => anAssessment(db, { cycle, set, agency, ...overrides });

  describe('what is left to an officer', () => {
    /** As the line says, and as the assessment itself says what is missing. */
    async function left(): Promise<readonly number[]> {
      const officer = as('agency-officer');
      const [line] = await itemsOf(officer);
      const { missing } = await assessmentServices(db).reading.get(officer, line?.assessmentId ?? '');
      const counted = line?.kind === 'self-assess' ? line.details.left : -1;
      expect(new Set(missing.map(({ code }) => code)).size).toBe(counted);
      return [counted];
    }

    it('are the scored criteria without figures and without a note', async () => {
      const { id } = await assessment();
      expect(await left()).toEqual([3]);
      await anAnswer(db, id, { code: '1.2', answer: { choice: 'du' } });
      expect(await left()).toEqual([2]);
      await anAnswer(db, id, { code: '1.3', answer: null, points: null, note: 'Không phát sinh' });
      expect(await left()).toEqual([1]);
    });

    it('and those that lack required evidence: a document, or a written explanation', async () => {
      const { id: assessmentId } = await assessment({ exempt: ['1.2', '1.3'] });
      await anAnswer(db, assessmentId);
      expect(await left()).toEqual([1]);
      const { id: documentId } = await aDocument(db, agency.id, { documentNumber: '' });
      await anEvidenceLink(db, { documentId, assessmentId });
      expect(await left()).toEqual([1]);
      const { id: described } = await aDocument(db, agency.id);
      await anEvidenceLink(db, { documentId: described, assessmentId });
      expect(await left()).toEqual([0]);
    });

    it('but nothing that is explained in writing, gives no points, or does not count', async () => {
      const explained = await assessment({ exempt: ['1.2', '1.3'] });
      await anAnswer(db, explained.id, { evidenceExplanation: 'Tài liệu mật' });
      expect(await left()).toEqual([0]);
      agency = await anAgency(db);
      const worthless = await assessment({ exempt: ['1.2', '1.3'] });
      await anAnswer(db, worthless.id, { answer: { numerator: 1, denominator: 100 }, points: '0' });
      expect(await left()).toEqual([0]);
      agency = await anAgency(db);
      await assessment({ exempt: ['1'] });
      expect(await left()).toEqual([0]);
    });
  });

  it('gives an officer the own agency only, with the time that was granted to it', async () => {
    const extension = { deadlineAt: daysFromNow(6), closeAt: daysFromNow(7) };
    const { id } = await assessment({ extension, returnedReason: 'Thiếu số liệu' });
    await anAssessment(db, { cycle, set });
    expect(await itemsOf(as('agency-officer'))).toMatchObject([
      {
        kind: 'self-assess',
        urgency: 'returned',
        assessmentId: id,
        agencyName: agency.name,
        deadlineAt: daysFromNow(6).toISOString(),
        closeAt: daysFromNow(7).toISOString(),
        details: { state: 'drafting', reason: 'Thiếu số liệu' },
      },
    ]);
  });

  it('gives a head what awaits them, and nothing that is submitted', async () => {
    const { id } = await assessment({ state: 'awaiting-head' });
    expect(await itemsOf(as('agency-head'))).toMatchObject([{ kind: 'sign-off', urgency: 'due', assessmentId: id }]);
    await db.query(`update assessment set state = 'submitted' where id = $1`, [id]);
    expect(await itemsOf(as('agency-head'))).toEqual([]);
  });

  describe('what is left to an appraiser', () => {
    beforeEach(async () => {
      cycle = await aCycle(db, { phase: 'appraisal', sets: [set], year: 2026 });
    });
    const submitted = async (overrides: Parameters<typeof anAssessment>[1] = {}) =>
      assessment({ agency: await anAgency(db), state: 'submitted', ...overrides });

    it('are assigned and undecided criteria of submitted assessments that count', async () => {
      const one = await submitted({ exempt: ['2'] });
      const two = await submitted();
      const drafting = await submitted({ state: 'drafting' });
      for (const { id } of [one, two, drafting]) {
        await assign(db, id, agency.id, ['1.1', '1.2', '2.1']);
      }
      await aLayer(db, one.id);
      await aLayer(db, two.id, { layer: 'base' });
      expect(await itemsOf(as('appraiser'))).toMatchObject([
        { kind: 'appraise', agencyName: agency.name, cycleId: cycle.id, details: { agencies: 2, left: 4 } },
      ]);
    });

    it('are no criteria of other appraisers, and there is no line when all are decided', async () => {
      const { id } = await submitted();
      await assign(db, id, agency.id, ['1.1']);
      expect(await itemsOf(as('appraiser', (await anAgency(db)).id))).toEqual([]);
      await aLayer(db, id);
      expect(await itemsOf(as('appraiser'))).toEqual([]);
    });

    it('counts over the whole cycle for home affairs, beside its own line', async () => {
      await assign(db, (await submitted()).id, agency.id, ['1.1', '1.2']);
      await assign(db, (await submitted()).id, (await anAgency(db)).id, ['1.1']);
      await submitted({ state: 'drafting' });
      const items = (await itemsOf(as('home-affairs'))).filter(({ cycleId }) => cycleId === cycle.id);
      expect(items).toMatchObject([
        { kind: 'appraise', details: { agencies: 1, left: 2 } },
        { kind: 'oversee', urgency: 'waiting', details: { notSubmitted: 1, undecided: 3 } },
      ]);
    });
  });

  it('shows the cycles that are not published, with the dates of their phase, and the time of the server', async () => {
    const published = await aCycle(db, { phase: 'published', year: 2050 });
    const view = await service.get(as('leader'));
    expect(view.cycles.find(({ id }) => id === cycle.id)).toMatchObject({
      year: 2026,
      title: cycle.title,
      phase: 'self-assessment',
      deadlineAt: daysFromNow(3).toISOString(),
    });
    expect(view.cycles.map(({ id }) => id)).not.toContain(published.id);
    expect(view.items).toMatchObject([{ kind: 'read-results', cycleId: published.id, details: { provisional: false } }]);
    expect(Math.abs(Date.parse(view.now) - Date.now())).toBeLessThan(60_000);
  });

  it('takes the same few queries however much there is to do', async () => {
    const roles: readonly Role[] = ['agency-officer', 'agency-head', 'appraiser', 'home-affairs', 'council-member'];
    const actor: Actor = { ...as('leader'), grants: roles.map((role) => ({ role, agencyId: agency.id })) };
    await assessment();
    expect(await countQueries(db, () => service.get(actor))).toBe(10);
    const other = await aCycle(db, { phase: 'self-assessment', sets: [set] });
    await anAssessment(db, { cycle: other, set, agency });
    await assign(db, (await anAssessment(db, { cycle, set, state: 'submitted' })).id, agency.id, ['1.1']);
    expect(await countQueries(db, () => service.get(actor))).toBe(9); // the set is at hand by now
    expect(await countQueries(db, () => service.get(as('admin')))).toBe(1);
  });
});
