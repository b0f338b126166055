import { type CycleView, type NextCyclePreview, type NextCycleProposal, type NextCycleRequest, nextWindows } from '@par-index/contract';
import { randomUUID } from 'node:crypto';
import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { countQueries } from '../../../test/database';
import { anAgency, aGroup, unused } from '../../../test/factories/agency.factory';
import { aCriteriaSet } from '../../../test/factories/criteria-set.factory';
import { APPRAISED_SET } from '../../../test/factories/criteria-set.fixture';
import { aDocument, anEvidenceLink } from '../../../test/factories/evidence.factory';
import { aProvince, type Assessed, type Province } from '../../../test/factories/province.factory';
import { AuditEvent } from '../../platform/audit/audit-event.entity';
import { CriteriaSet } from '../criteria/criteria-set.entity';
import type { Agency } from '../organisation/agency.entity';
import type { Cycle } from './cycle.entity';
import { CycleAssignment } from './cycle-assignment.entity';
import { Cycle as CycleRow } from './cycle.entity';
import { ParticipantExemption } from './participant-exemption.entity';
import { PlannedExemption } from './planned-exemption.entity';

describe('the cycle of the year after', () => {
  let test: TestApp;
  let province: Province;
  let homeAffairs: Browser;
  let cycle: Cycle;
  let one: Assessed;
  let other: Agency;
  let stays: CycleAssignment;
  let goes: CycleAssignment;

  beforeAll(async () => {
    test = await startTestApp();
    province = await aProvince(test.db);
    await test.db.query('alter table criteria_set disable trigger criteria_set_frozen');
    await test.db.query(`update criteria_set set code = 'thu-nghiem-2026', document = jsonb_set(document, '{code}', '"thu-nghiem-2026"'), state = 'frozen'`);
    await test.db.query('alter table criteria_set enable trigger criteria_set_frozen');
    homeAffairs = await test.signedInAs([{ role: 'home-affairs', agencyId: province.noiVu.id }]);
  });
  afterAll(() => test.close());

  /** A year of its own for each test, with one agency that takes part, is exempt and has an appraiser of its own for a criterion. */
  let year = 2030;
  beforeEach(async () => {
    year += 5;
    cycle = await province.cycle('published', year);
    await test.db.query('update cycle set title = $2 where id = $1', [cycle.id, `Kỳ đánh giá năm ${year}`]);
    one = await province.assessed({ cycle, state: 'final', exempt: ['1.2', '9.9'] });
    other = await anAgency(test.db);
    stays = await anAssignment({ code: '1.1', assessedAgencyId: one.agency.id, agencyId: province.tuPhap.id });
    goes = await anAssignment({ code: '7.7', assessedAgencyId: null, agencyId: province.tuPhap.id });
  });

  const anAssignment = (fields: Pick<CycleAssignment, 'code' | 'assessedAgencyId' | 'agencyId'>) =>
    test.db.manager.save(test.db.manager.create(CycleAssignment, { cycleId: cycle.id, groupCode: 'so-ban-nganh', ...fields }));
  const pathOf = (id = cycle.id) => `/api/v1/cycles/${id}/next-cycle`;
  const propose = async () => (await homeAffairs.get(pathOf()).expect(200)).body as NextCycleProposal;
  const preview = (request: NextCycleRequest) => homeAffairs.post(`${pathOf()}/preview`).send(request);
  const previewed = async (request: NextCycleRequest) => (await preview(request).expect(200)).body as NextCyclePreview;
  const create = (request: NextCycleRequest) => homeAffairs.post(pathOf()).send(request);

  /** Everything that may carry over, as proposed. */
  async function wanted(overrides: Partial<NextCycleRequest> = {}): Promise<NextCycleRequest> {
    const { title, groups, windows, substitutes, assignments, exemptions } = await propose();
    return {
      ...{ title, windows, criteriaSetIds: groups.flatMap(({ proposed }) => proposed ?? []) },
      substitutes: substitutes.filter(({ refusedBecause }) => refusedBecause === null).map(({ owner, substitute }) => ({ ownerAgencyId: owner.id, substituteAgencyId: substitute.id })),
      assignmentIds: assignments.filter(({ refusedBecause }) => refusedBecause === null).map(({ id }) => id),
      exemptions: exemptions.filter(({ refusedBecause }) => refusedBecause === null).map(({ agency, code }) => ({ agencyId: agency.id, code })),
      ...overrides,
    };
  }
  async function created(overrides: Partial<NextCycleRequest> = {}): Promise<{ readonly shown: NextCyclePreview; readonly made: CycleView }> {
    const request = await wanted(overrides);
    const shown = await previewed(request);
    return { shown, made: (await create({ ...request, expected: shown.digest }).expect(201)).body as CycleView };
  }

  it('is proposed with what there is, and why what can\'t carry over does not', async () => {
    const proposal = await propose();
    expect(proposal).toMatchObject({ from: { id: cycle.id, year }, year: year + 1, title: `Kỳ đánh giá năm ${year + 1}`, leadAgency: { id: province.noiVu.id }, sameYear: [] });
    expect(proposal.substitutes).toMatchObject([{ refusedBecause: null }, { refusedBecause: null }]);
    expect(proposal.assignments).toMatchObject([
      { id: stays.id, code: '1.1', title: 'Thực hiện kế hoạch cải cách hành chính', assessed: { id: one.agency.id }, agency: { id: province.tuPhap.id }, refusedBecause: null },
      { id: goes.id, code: '7.7', assessed: null, refusedBecause: 'Bộ tiêu chí mới không có tiêu chí 7.7 cần thẩm định.' },
    ]);
    expect(proposal.exemptions).toMatchObject([
      { agency: { id: one.agency.id }, code: '1.2', reason: 'Không có thủ tục hành chính', refusedBecause: null },
      { code: '9.9', refusedBecause: 'Bộ tiêu chí mới không có tiêu chí 9.9.' },
    ]);
  });

  it('proposes a set of the new year before one that is issued again', async () => {
    const [before] = (await propose()).groups;
    expect(before).toMatchObject({ groupCode: 'so-ban-nganh', proposed: province.set.id, candidates: expect.arrayContaining([expect.objectContaining({ id: province.set.id, reissued: true })]) });
    const set = await aCriteriaSet(test.db, { document: { ...APPRAISED_SET, code: unused('bo'), year: year + 1 } });
    const [after] = (await propose()).groups;
    expect(after?.proposed).toBe(set.id);
    expect(after?.candidates.find(({ id }) => id === set.id)).toMatchObject({ reissued: false });
  });

  it('says who joins, who leaves, and how many documents are offered', async () => {
    const document = await aDocument(test.db, one.agency.id);
    await anEvidenceLink(test.db, { documentId: document.id, assessmentId: one.id });
    await anEvidenceLink(test.db, { documentId: document.id, assessmentId: one.id, code: '1.2' });
    const gone = await province.assessed({ cycle, state: 'final' });
    await test.db.query('update agency set active = false where id = $1', [gone.agency.id]);
    const { groups, documents } = await propose();
    expect(groups[0]?.leaving).toMatchObject([{ id: gone.agency.id }]);
    expect(groups[0]?.joining.map(({ id }) => id)).toContain(other.id);
    expect(groups[0]?.joining.map(({ id }) => id)).not.toContain(one.agency.id);
    expect(documents).toBe(1);
  });

  it('is made exactly as the preview said', async () => {
    const { shown, made } = await created();
    const active = await test.db.query(`select count(*)::int as count from agency where active and group_code = 'so-ban-nganh'`);
    expect(shown).toMatchObject({ year: year + 1, sets: [{ groupCode: 'so-ban-nganh', agencies: active[0].count }], warnings: [expect.stringContaining('được viết cho năm 2026')] });
    expect(made).toMatchObject({ year: shown.year, title: shown.title, phase: 'preparing', windows: shown.windows, participantCount: shown.sets[0]?.agencies, leadAgency: { id: province.noiVu.id } });
    expect(made.substitutes).toEqual(expect.arrayContaining([...shown.substitutes]));
    expect(made.sets.map(({ title, versionNumber }) => ({ title, versionNumber }))).toEqual(shown.sets.map(({ title, versionNumber }) => ({ title, versionNumber })));
    const assignments = await test.db.manager.findBy(CycleAssignment, { cycleId: made.id });
    expect(assignments.map(({ code, assessedAgencyId, agencyId }) => [code, assessedAgencyId, agencyId])).toEqual(shown.assignments.map(({ code, assessed, agency }) => [code, assessed?.id ?? null, agency.id]));
    const exemptions = await test.db.manager.findBy(PlannedExemption, { cycleId: made.id });
    expect(exemptions.map(({ agencyId, code, reason }) => [agencyId, code, reason])).toEqual(shown.exemptions.map(({ agency, code, reason }) => [agency.id, code, reason]));
    expect([assignments, exemptions].map(({ length }) => length)).toEqual([1, 1]);
  });

  it('has its dates a year later, on working days', async () => {
    const { windows, moved } = await propose();
    const former = (await homeAffairs.get(`/api/v1/cycles/${cycle.id}`).expect(200)).body as CycleView;
    expect({ windows, moved }).toEqual(nextWindows(former.windows));
  });

  it('has a set of its own year, with the same criteria, and leaves the former one', async () => {
    const { made, shown } = await created();
    const [set] = await test.db.manager.findBy(CriteriaSet, { id: made.sets[0]?.criteriaSetId ?? '' });
    expect(set).toMatchObject({ year: year + 1, groupCode: 'so-ban-nganh', state: 'published', document: { ...province.set.document, code: `thu-nghiem-${year + 1}`, year: year + 1 } });
    expect(shown.sets[0]?.reissuedFrom).toContain(province.set.title);
    expect(await test.db.manager.findOneByOrFail(CriteriaSet, { id: province.set.id })).toMatchObject({ year: 2026, state: 'frozen', versionNumber: 1 });
  });

  it('takes a set that says the same already, rather than a second one', async () => {
    const first = await created();
    const second = await created({ title: 'Kỳ khác', criteriaSetIds: [province.set.id] });
    expect(second.made.sets[0]?.criteriaSetId).toBe(first.made.sets[0]?.criteriaSetId);
  });

  it('begins with nothing of what was done: no participant, no assessment, no answer, no evidence', async () => {
    const { made } = await created();
    for (const table of ['participant', 'assessment']) {
      expect(await test.db.query(`select 1 from ${table} where cycle_id = $1`, [made.id])).toEqual([]);
    }
  });

  it('leaves its audit lines', async () => {
    const { made } = await created();
    expect(await test.db.manager.find(AuditEvent, { where: { subjectId: made.id }, order: { event: 'ASC' } })).toMatchObject([
      { event: 'cycle.carried-over', actorId: homeAffairs.userId, payload: { fromCycleId: cycle.id, substitutes: 2, assignments: 1, exemptions: 1 } },
      { event: 'cycle.created', payload: { year: year + 1 } },
    ]);
  });

  it('leaves behind with a warning what is asked for and can\'t carry over', async () => {
    const shown = await previewed(await wanted({ assignmentIds: [stays.id, goes.id], exemptions: [{ agencyId: one.agency.id, code: '9.9' }] }));
    expect(shown.assignments).toHaveLength(1);
    expect(shown.exemptions).toEqual([]);
    expect(shown.warnings).toEqual(expect.arrayContaining([expect.stringMatching(/^Phân công tiêu chí 7\.7 không chuyển sang được: /), expect.stringMatching(/^Miễn tiêu chí 9\.9 của .* không chuyển sang được: /)]));
  });

  it('carries over what is chosen, and not more', async () => {
    const { made } = await created({ assignmentIds: [], exemptions: [], substitutes: [] });
    expect(made.substitutes).toEqual([]);
    expect(await test.db.manager.countBy(CycleAssignment, { cycleId: made.id })).toBe(0);
    expect(await test.db.manager.countBy(PlannedExemption, { cycleId: made.id })).toBe(0);
  });

  it('may begin without a set, and says so', async () => {
    const shown = await previewed(await wanted({ criteriaSetIds: [] }));
    expect(shown.sets).toEqual([]);
    expect(shown.warnings.join()).toContain('chưa có bộ tiêu chí');
  });

  it('is not made when what was shown has changed since, and nothing is written', async () => {
    const request = await wanted();
    const shown = await previewed(request);
    await anAgency(test.db);
    const cycles = await test.db.manager.count(CycleRow);
    expect((await create({ ...request, expected: shown.digest }).expect(412)).body.code).toBe('record.version-stale');
    expect((await create(request).expect(428)).body.code).toBe('request.precondition-required');
    expect(await test.db.manager.count(CycleRow)).toBe(cycles);
  });

  it('is not made twice under one title, and leaves no set behind', async () => {
    await created();
    const request = await wanted({ title: `Kỳ đánh giá năm ${year + 1}` });
    const shown = await previewed(request);
    const sets = await test.db.manager.count(CriteriaSet);
    expect((await create({ ...request, expected: shown.digest }).expect(409)).body).toMatchObject({ code: 'record.duplicate', errors: [{ pointer: '/title' }] });
    expect(await test.db.manager.count(CriteriaSet)).toBe(sets);
  });

  it.each<[string, () => Promise<Partial<NextCycleRequest>> | Partial<NextCycleRequest>, string]>([
    ['no title', () => ({ title: ' ' }), '/title'],
    ['an unknown set', () => ({ criteriaSetIds: [randomUUID()] }), '/criteriaSetIds/0'],
    ['two sets for one group', async () => ({ criteriaSetIds: [province.set.id, (await aCriteriaSet(test.db)).id] }), '/criteriaSetIds/1'],
    ['a set of a later year', async () => ({ criteriaSetIds: [(await aCriteriaSet(test.db, { document: { ...APPRAISED_SET, code: unused('bo'), year: year + 2 } })).id] }), '/criteriaSetIds/0'],
    ['a set that was replaced', async () => ({ criteriaSetIds: [(await aCriteriaSet(test.db, { state: 'superseded' })).id] }), '/criteriaSetIds/0'],
    ['dates out of order', () => ({ windows: [{ phase: 'appraisal', opensAt: '2031-02-01T00:00:00Z', deadlineAt: '2031-01-01T00:00:00Z', closeAt: '2031-03-01T00:00:00Z' }] }), '/windows/0/deadlineAt'],
    ['an assignment of elsewhere', () => ({ assignmentIds: [randomUUID()] }), '/assignmentIds/0'],
    ['an exemption that nobody had', () => ({ exemptions: [{ agencyId: other.id, code: '1.2' }] }), '/exemptions/0'],
    ['one that stands in for itself', () => ({ substitutes: [{ ownerAgencyId: other.id, substituteAgencyId: other.id }] }), '/substitutes/0/substituteAgencyId'],
  ])('is refused with %s, in the preview already', async (_, overrides, pointer) => {
    const { body } = await preview(await wanted(await overrides())).expect(422);
    expect(body.errors).toEqual(expect.arrayContaining([expect.objectContaining({ pointer, detail: expect.stringMatching(/\.$/) })]));
  });

  it('offers no substitute, assignment or exemption of an agency that is not active any more', async () => {
    await test.db.query('update agency set active = false where id = any($1)', [[one.agency.id]]);
    const { assignments, exemptions } = await propose();
    expect(assignments.find(({ id }) => id === stays.id)?.refusedBecause).toBe(`${one.agency.name} đã ngừng hoạt động.`);
    expect(exemptions[0]?.refusedBecause).toBe('Cơ quan đã ngừng hoạt động.');
  });

  describe('once it is opened', () => {
    const open = (made: CycleView, version = made.version) =>
      homeAffairs.post(`/api/v1/cycles/${made.id}/phase`).set('if-match', `"${version}"`).send({ to: 'self-assessment', reason: 'Theo kế hoạch' });

    it('grants what was planned, with its audit line, as the preview of the phase says', async () => {
      const { made } = await created();
      const { body } = await homeAffairs.get(`/api/v1/cycles/${made.id}/phase-preview`).expect(200);
      expect(body.effects).toContain('1 tiêu chí được miễn cho từng cơ quan như đã chuẩn bị.');
      await open(made).expect(200);
      const granted: readonly { readonly id: string; readonly participantId: string }[] = await test.db.query(
        `select x.code, x.reason, p.id as "participantId" from participant_exemption x join participant p on p.id = x.participant_id where p.cycle_id = $1`,
        [made.id],
      );
      expect(granted).toMatchObject([{ code: '1.2', reason: 'Không có thủ tục hành chính' }]);
      expect(await test.db.manager.findBy(AuditEvent, { subjectId: granted[0]?.participantId ?? '' })).toMatchObject([{ event: 'participant.exempted', payload: { agencyId: one.agency.id } }]);
      expect((await homeAffairs.get(`/api/v1/cycles/${made.id}/planned-exemptions`).expect(200)).body).toEqual([]);
    });

    it('follows the assignment that was carried over', async () => {
      const { made } = await created();
      await open(made).expect(200);
      const [row] = await test.db.query(
        `select t.agency_id as id from appraisal_assignment t join assessment a on a.id = t.assessment_id where a.cycle_id = $1 and a.agency_id = $2 and t.code = '1.1'`,
        [made.id, one.agency.id],
      );
      expect(row).toEqual({ id: province.tuPhap.id });
    });

    it('passes over what its set has no criterion for, and says so before', async () => {
      const { made } = await created();
      await test.db.query(`update planned_exemption set code = '8.8' where cycle_id = $1`, [made.id]);
      const { body } = await homeAffairs.get(`/api/v1/cycles/${made.id}/phase-preview`).expect(200);
      expect(body.effects.join()).toContain('1 miễn tiêu chí đã chuẩn bị bị bỏ');
      await open(made).expect(200);
      expect(await test.db.manager.countBy(ParticipantExemption, { code: '8.8' })).toBe(0);
    });
  });

  it('lets a planned exemption be taken back, at the version that was read and with a reason', async () => {
    const { made } = await created();
    const path = `/api/v1/cycles/${made.id}/planned-exemptions`;
    const remove = (version: number, reason = 'Đã có thủ tục') => homeAffairs.post(`${path}/removal`).set('if-match', `"${version}"`).send({ agencyId: one.agency.id, code: '1.2', reason });
    expect((await homeAffairs.get(path).expect(200)).body).toMatchObject([{ agency: { id: one.agency.id }, code: '1.2', title: 'Kiểm tra cải cách hành chính' }]);
    await remove(99).expect(412);
    await remove(made.version, ' ').expect(422);
    expect((await remove(made.version).expect(200)).body).toEqual([]);
    await remove(made.version).expect(404);
    expect(await test.db.manager.findBy(AuditEvent, { subjectId: made.id, event: 'cycle.planned-exemption-removed' })).toMatchObject([{ payload: { code: '1.2', reason: 'Đã có thủ tục' } }]);
  });

  it('may be made from one that is itself being prepared', async () => {
    const { made } = await created();
    const { body } = await homeAffairs.get(pathOf(made.id)).expect(200);
    expect(body).toMatchObject({ year: year + 2, exemptions: [{ code: '1.2', refusedBecause: null }], assignments: [{ code: '1.1' }] });
  });

  it('takes as many queries however many agencies there are', async () => {
    const before = await countQueries(test.db, propose);
    await Promise.all([anAgency(test.db), anAgency(test.db), province.assessed({ cycle, state: 'final', exempt: ['1.1'] })]);
    expect(await countQueries(test.db, propose)).toBe(before);
  });

  it('is for home affairs', async () => {
    const admin = await test.signedInAs([{ role: 'admin', agencyId: province.noiVu.id }]);
    await admin.get(pathOf()).expect(403);
    await homeAffairs.get(pathOf(randomUUID())).expect(404);
    await test.anonymous.get(pathOf()).expect(401);
    await aGroup(test.db, 'nhom-khac');
    expect((await propose()).groups.map(({ groupCode }) => groupCode)).toEqual(['so-ban-nganh']);
  });
});
