import type { Actor, AssignmentChangeView, ChangeAssignmentRequest } from '@par-index/contract';
import type { DataSource } from 'typeorm';
import { countQueries, openTestDatabase } from '../../../test/database';
import { actorOf } from '../../../test/factories/actor.factory';
import { anAgency } from '../../../test/factories/agency.factory';
import { assignmentServices } from '../../../test/factories/assignment-services';
import { cycleServices } from '../../../test/factories/cycle-services';
import { aLayer } from '../../../test/factories/layer.factory';
import { aProvince, type Assessed, type Province } from '../../../test/factories/province.factory';
import { aUser } from '../../../test/factories/user.factory';
import { AuditEvent } from '../../platform/audit/audit-event.entity';
import { CycleAssignment } from '../cycle/cycle-assignment.entity';
import { Cycle } from '../cycle/cycle.entity';
import type { Agency } from '../organisation/agency.entity';
import { AppraisalAssignment } from './appraisal-assignment.entity';
import { AppraisalAssignmentRevision } from './appraisal-assignment-revision.entity';

const GROUP = 'so-ban-nganh';
const REASON = { reason: 'Chuyển lĩnh vực sang cơ quan khác', decided: 'keep' } as const;

describe('AssignmentService', () => {
  let db: DataSource;
  let services: ReturnType<typeof assignmentServices>;
  let province: Province;
  let noiVu: Actor;
  let cycle: Cycle;
  let yTe: Assessed;
  let xayDung: Assessed;
  let own: Assessed;
  let taiChinh: Agency;

  beforeAll(async () => {
    db = await openTestDatabase();
    services = assignmentServices(db);
    province = await aProvince(db);
    noiVu = await province.person('home-affairs', province.noiVu);
    taiChinh = await anAgency(db, { name: 'Sở Tài chính', groupCode: 'khac' });
  });
  beforeEach(async () => {
    cycle = await province.cycle('appraisal');
    [yTe, xayDung, own] = [await province.assessed({ cycle }), await province.assessed({ cycle }), await province.assessed({ cycle, agency: province.noiVu })];
  });
  afterAll(() => db.destroy());

  const request = (overrides: Partial<ChangeAssignmentRequest> = {}): ChangeAssignmentRequest => ({ groupCode: GROUP, codes: ['1.1'], agencyId: taiChinh.id, ...REASON, ...overrides });

  async function appraisersAt({ id }: Assessed): Promise<Readonly<Record<string, string>>> {
    const rows = await db.manager.findBy(AppraisalAssignment, { assessmentId: id });
    const names: Readonly<Record<string, string>> = { [province.noiVu.id]: 'noi-vu', [province.tuPhap.id]: 'tu-phap', [taiChinh.id]: 'tai-chinh' };
    return Object.fromEntries(rows.map(({ code, agencyId }) => [code, names[agencyId] ?? agencyId]));
  }

  /** Previews, does it, and sees that what was done is what was shown. */
  async function change(overrides: Partial<ChangeAssignmentRequest> = {}): Promise<AssignmentChangeView> {
    const asked = request(overrides);
    const before = await rowsOfCycle();
    const preview = await services.assignment.previewChange(noiVu, cycle.id, asked);
    expect(await rowsOfCycle()).toEqual(before);
    const done = await services.assignment.changeAppraisers(noiVu, cycle.id, { ...asked, expected: preview.digest });
    expect(done).toEqual({ ...preview, dryRun: false });
    const after = new Map((await rowsOfCycle()).map((row) => [row.id, row.agencyId]));
    expect(before.filter(({ id, agencyId }) => after.get(id) !== agencyId)).toHaveLength(done.moved);
    return done;
  }
  const rowsOfCycle = (): Promise<readonly AppraisalAssignment[]> =>
    db.manager.createQueryBuilder(AppraisalAssignment, 't').innerJoin('assessment', 'a', 'a.id = t.assessment_id').where('a.cycle_id = :id', { id: cycle.id }).orderBy('t.id').getMany();

  describe('a change for all agencies', () => {
    it('moves the criterion everywhere, with its history and one audit line', async () => {
      const done = await change();
      expect(done).toMatchObject({ moved: 3, kept: 0, handedOver: 0, exceptionsKept: 0 });
      expect(done.lines.map(({ code, from, to, agencies, effect }) => [code, from?.name, to?.name, agencies, effect]).sort()).toEqual([
        ['1.1', 'Sở Nội vụ', 'Sở Tài chính', 2, 'move'],
        ['1.1', 'Sở Tư pháp', 'Sở Tài chính', 1, 'move'],
      ]);
      for (const assessed of [yTe, xayDung, own]) {
        expect(await appraisersAt(assessed)).toMatchObject({ '1.1': 'tai-chinh', '1.3': 'tu-phap' });
      }
      const [line] = await db.manager.findBy(AuditEvent, { subjectId: cycle.id, event: 'assignment.changed' });
      expect(line).toMatchObject({ actorId: noiVu.id, payload: { groupCode: GROUP, codes: ['1.1'], agencyIds: null, to: taiChinh.id, moved: 3, reason: REASON.reason } });
      const row = await db.manager.findOneByOrFail(AppraisalAssignment, { assessmentId: yTe.id, code: '1.1' });
      expect(await db.manager.findBy(AppraisalAssignmentRevision, { assignmentId: row.id })).toMatchObject([
        { fromAgencyId: province.noiVu.id, toAgencyId: taiChinh.id, reason: REASON.reason, changedBy: noiVu.id },
      ]);
    });

    it('takes a whole field by its code', async () => {
      expect(await change({ codes: ['1'] })).toMatchObject({ moved: 9 });
      expect(await appraisersAt(yTe)).toEqual({ '1.1': 'tai-chinh', '1.2': 'tai-chinh', '1.3': 'tai-chinh', '2.1': 'tu-phap', '3.1': 'noi-vu', '4.1': 'noi-vu' });
    });

    it('leaves the exceptions of single agencies, and is taken back to what the set says', async () => {
      await change({ assessedAgencyIds: [yTe.agency.id] });
      expect(await change({ agencyId: province.tuPhap.id })).toMatchObject({ moved: 1, exceptionsKept: 1 });
      expect(await appraisersAt(yTe)).toMatchObject({ '1.1': 'tai-chinh' });
      expect(await appraisersAt(xayDung)).toMatchObject({ '1.1': 'tu-phap' });
      expect(await change({ agencyId: null })).toMatchObject({ moved: 1, exceptionsKept: 1 });
      expect(await appraisersAt(xayDung)).toMatchObject({ '1.1': 'noi-vu' });
      expect(await change({ agencyId: null, assessedAgencyIds: [yTe.agency.id] })).toMatchObject({ moved: 1 });
      expect(await db.manager.countBy(CycleAssignment, { cycleId: cycle.id })).toBe(0);
    });

    it('puts the substitute at the agency itself that is named', async () => {
      const justice = await province.assessed({ cycle, agency: province.tuPhap });
      await change({ codes: ['1.2'], agencyId: province.tuPhap.id });
      expect(await appraisersAt(justice)).toMatchObject({ '1.2': 'noi-vu' });
      expect(await appraisersAt(yTe)).toMatchObject({ '1.2': 'tu-phap' });
    });

    it('is refused where that agency has no substitute, with its name', async () => {
      const attempt = services.assignment.previewChange(noiVu, cycle.id, request({ agencyId: yTe.agency.id }));
      await expect(attempt).rejects.toMatchObject({ code: 'assignment.nobody-left', errors: [{ detail: `Hãy chọn cơ quan thay cho ${yTe.agency.name}.` }] });
    });
  });

  describe('what is decided', () => {
    beforeEach(() => aLayer(db, yTe.id, { code: '1.1' }));
    const layers = () => db.query('select code, layer, points, version, decided_by from appraisal_layer where assessment_id = $1', [yTe.id]) as Promise<readonly unknown[]>;

    it('stays with who decided it', async () => {
      const before = await layers();
      expect(await change()).toMatchObject({ moved: 2, kept: 1, handedOver: 0, lines: expect.arrayContaining([expect.objectContaining({ effect: 'keep', agencies: 1, decided: 1 })]) as unknown });
      expect(await appraisersAt(yTe)).toMatchObject({ '1.1': 'noi-vu' });
      expect(await layers()).toEqual(before);
      const row = (await services.matrix.get(noiVu, cycle.id, GROUP)).rows.find(({ code }) => code === '1.1');
      expect(row).toMatchObject({ agencyId: taiChinh.id, source: 'cycle', exceptions: [{ assessedAgencyId: yTe.agency.id, agencyId: province.noiVu.id, source: 'kept' }] });
      await change({ agencyId: null, assessedAgencyIds: [yTe.agency.id], decided: 'hand-over' });
      expect(await appraisersAt(yTe)).toMatchObject({ '1.1': 'tai-chinh' });
    });

    it('or goes along with its layers', async () => {
      const before = await layers();
      expect(await change({ decided: 'hand-over' })).toMatchObject({ moved: 3, kept: 0, handedOver: 1 });
      expect(await appraisersAt(yTe)).toMatchObject({ '1.1': 'tai-chinh' });
      expect(await layers()).toEqual(before);
    });

    it('between preview and command makes the command refuse', async () => {
      const { digest } = await services.assignment.previewChange(noiVu, cycle.id, request());
      await aLayer(db, xayDung.id, { code: '1.1' });
      const attempt = services.assignment.changeAppraisers(noiVu, cycle.id, request({ expected: digest }));
      await expect(attempt).rejects.toMatchObject({ code: 'record.version-stale' });
      expect(await appraisersAt(xayDung)).toMatchObject({ '1.1': 'noi-vu' });
    });
  });

  describe('the own agency', () => {
    it('is never given to itself, by the service', async () => {
      const attempt = services.assignment.previewChange(noiVu, cycle.id, request({ agencyId: yTe.agency.id, assessedAgencyIds: [xayDung.agency.id, yTe.agency.id] }));
      await expect(attempt).rejects.toMatchObject({ code: 'access.own-agency', errors: [{ pointer: '/assessedAgencyIds/1' }] });
    });

    it('nor by the database: as an agency, as a person, in the plan, in a decision', async () => {
      const refused = { driverError: { code: '23001' } };
      const insider = await aUser(db, { grants: [{ role: 'appraiser', agencyId: province.noiVu.id }, { role: 'agency-officer', agencyId: yTe.agency.id }], hasPassword: false });
      await expect(db.query('update appraisal_assignment set agency_id = $2 where assessment_id = $1', [yTe.id, yTe.agency.id])).rejects.toMatchObject(refused);
      await expect(db.query('update appraisal_assignment set person_id = $2 where assessment_id = $1', [yTe.id, insider.id])).rejects.toMatchObject(refused);
      await expect(aLayer(db, yTe.id, { decidedBy: insider.id })).rejects.toMatchObject(refused);
      await expect(aLayer(db, yTe.id, { decidedBy: insider.id, layer: 'appraisal-2' })).rejects.toMatchObject(refused);
      await expect(db.query('delete from appraisal_assignment where assessment_id = $1', [yTe.id])).rejects.toMatchObject(refused);
      const place = { cycleId: cycle.id, groupCode: GROUP, code: '1.1', assessedAgencyId: yTe.agency.id, agencyId: yTe.agency.id };
      await expect(db.manager.insert(CycleAssignment, place)).rejects.toMatchObject({ driverError: { code: '23514' } });
    });
  });

  describe('is refused', () => {
    const refusalOf = (overrides: Partial<ChangeAssignmentRequest>) => services.assignment.changeAppraisers(noiVu, cycle.id, request({ expected: 'x', ...overrides }));

    it.each<[string, Partial<ChangeAssignmentRequest>, object]>([
      ['without a reason once the appraisal is open', { reason: '  ' }, { code: 'reason.required', errors: [{ pointer: '/reason' }] }],
      ['for a criterion that there is not', { codes: ['1.1', '9.9'] }, { code: 'request.invalid', errors: [{ pointer: '/codes/1' }] }],
      ['for one that nobody appraises', { codes: ['2.2'] }, { code: 'request.invalid', errors: [{ pointer: '/codes/0' }] }],
      ['for a group that does not take part', { groupCode: 'xa-phuong' }, { code: 'request.invalid', errors: [{ pointer: '/groupCode' }] }],
    ])('%s', async (_, overrides, expected) => {
      await expect(refusalOf(overrides)).rejects.toMatchObject(expected);
    });

    it('for agencies that do not take part or are not there', async () => {
      await expect(refusalOf({ assessedAgencyIds: [taiChinh.id] })).rejects.toMatchObject({ errors: [{ pointer: '/assessedAgencyIds/0' }] });
      await expect(refusalOf({ agencyId: cycle.id })).rejects.toMatchObject({ errors: [{ pointer: '/agencyId' }] });
    });

    it('without the digest of its preview', async () => {
      await expect(services.assignment.changeAppraisers(noiVu, cycle.id, request())).rejects.toMatchObject({ code: 'request.precondition-required' });
      await expect(refusalOf({})).rejects.toMatchObject({ code: 'record.version-stale' });
    });

    it('to everybody else, after the result, and in a cycle that is not there', async () => {
      for (const role of ['appraiser', 'agency-head', 'council-chair', 'leader', 'admin'] as const) {
        await expect(services.assignment.previewChange(actorOf(role, province.noiVu.id), cycle.id, request())).rejects.toMatchObject({ code: 'access.denied' });
      }
      await expect(services.assignment.previewChange(noiVu, yTe.id, request())).rejects.toMatchObject({ code: 'record.not-found' });
      await db.manager.update(Cycle, { id: cycle.id }, { phase: 'preliminary' });
      await expect(services.assignment.previewChange(noiVu, cycle.id, request())).rejects.toMatchObject({ code: 'cycle.phase-illegal' });
    });
  });

  describe('the substitute of Sở Nội vụ', () => {
    const substitutes = () => [{ ownerAgencyId: province.noiVu.id, substituteAgencyId: taiChinh.id }, { ownerAgencyId: province.tuPhap.id, substituteAgencyId: province.noiVu.id }];

    it('is changed after the opening: its criteria at Sở Nội vụ go along, exceptions stay', async () => {
      const other = await anAgency(db);
      await change({ codes: ['4.1'], assessedAgencyIds: [own.agency.id], agencyId: other.id });
      const asked = { substitutes: substitutes(), ...REASON };
      const preview = await services.assignment.previewSubstitutes(noiVu, cycle.id, asked);
      expect(preview).toMatchObject({ moved: 3, kept: 0 });
      expect(preview.lines.map(({ code }) => code).sort()).toEqual(['1.1', '1.2', '3.1']);
      expect(await services.assignment.changeSubstitutes(noiVu, cycle.id, { ...asked, expected: preview.digest })).toEqual({ ...preview, dryRun: false });
      expect(await appraisersAt(own)).toMatchObject({ '1.1': 'tai-chinh', '1.2': 'tai-chinh', '3.1': 'tai-chinh', '1.3': 'tu-phap', '4.1': other.id });
      expect(await appraisersAt(yTe)).toMatchObject({ '1.1': 'noi-vu' });
      const [line] = await db.manager.findBy(AuditEvent, { subjectId: cycle.id, event: 'assignment.substituted' });
      expect(line?.payload).toMatchObject({ moved: 3, after: { substitutes: expect.arrayContaining([substitutes()[0]]) as unknown } });
      expect((await services.matrix.get(noiVu, cycle.id, GROUP)).substitutes).toContainEqual(expect.objectContaining({ substitute: expect.objectContaining({ id: taiChinh.id }) as unknown }));
    });

    it('is not left out while criteria are its', async () => {
      const attempt = services.assignment.previewSubstitutes(noiVu, cycle.id, { substitutes: [], ...REASON });
      await expect(attempt).rejects.toMatchObject({ code: 'assignment.nobody-left' });
    });

    it('is never the owner itself', async () => {
      const itself = [{ ownerAgencyId: province.noiVu.id, substituteAgencyId: province.noiVu.id }];
      await expect(services.assignment.previewSubstitutes(noiVu, cycle.id, { substitutes: itself, ...REASON })).rejects.toMatchObject({ errors: [{ code: 'access.own-agency' }] });
    });
  });

  describe('before the opening', () => {
    it('is planned without a reason, and the opening follows the plan', async () => {
      const preparing = await province.cycle('preparing');
      const plan = async (overrides: Partial<ChangeAssignmentRequest>) => {
        const asked = request({ reason: '', ...overrides });
        const preview = await services.assignment.previewChange(noiVu, preparing.id, asked);
        await services.assignment.changeAppraisers(noiVu, preparing.id, { ...asked, expected: preview.digest });
        return preview;
      };
      expect((await plan({ codes: ['1.1'] })).moved).toBeGreaterThan(2);
      expect(await plan({ codes: ['1.2'], assessedAgencyIds: [yTe.agency.id] })).toMatchObject({ moved: 1, lines: [{ code: '1.2', to: { id: taiChinh.id }, agencies: 1 }] });
      const { rows } = await services.matrix.get(noiVu, preparing.id, GROUP);
      expect(rows.find(({ code }) => code === '1.1')).toMatchObject({ agencyId: taiChinh.id, source: 'cycle', exceptions: [] });
      expect(rows.find(({ code }) => code === '1.2')?.exceptions).toContainEqual({ assessedAgencyId: yTe.agency.id, agencyId: taiChinh.id, source: 'agency' });
      await cycleServices(db).phases.open(noiVu, preparing.id, preparing.version, { to: 'self-assessment', reason: 'Theo kế hoạch' });
      const opened = await db.query(
        `select a.agency_id, t.code from appraisal_assignment t join assessment a on a.id = t.assessment_id where a.cycle_id = $1 and t.agency_id = $2 and t.code in ('1.1', '1.2')`,
        [preparing.id, taiChinh.id],
      );
      const shown = rows.flatMap(({ code, agencyId, exceptions }) => (agencyId === taiChinh.id ? [code] : exceptions.filter((one) => one.agencyId === taiChinh.id).map(() => code)));
      expect(new Set(opened.map(({ code }: { code: string }) => code))).toEqual(new Set(shown));
      expect(opened.filter(({ code }: { code: string }) => code === '1.2')).toEqual([{ agency_id: yTe.agency.id, code: '1.2' }]);
      expect((await services.matrix.get(noiVu, preparing.id, GROUP)).rows).toEqual(rows);
    });
  });

  describe('the matrix', () => {
    it('shows criteria with who appraises them and the exceptions', async () => {
      await change({ assessedAgencyIds: [yTe.agency.id] });
      const view = await services.matrix.get(noiVu, cycle.id, GROUP);
      expect(view).toMatchObject({ editable: true, lockedBecause: null, reasonRequired: true, phase: 'appraisal' });
      expect(view.criteria.slice(0, 2)).toMatchObject([{ code: '1', parentCode: null }, { code: '1.1', parentCode: '1' }]);
      expect(view.criteria.map(({ code }) => code)).not.toContain('2.2');
      expect(view.rows.find(({ code }) => code === '1.1')).toMatchObject({ agencyId: province.noiVu.id, source: 'set' });
      expect(view.rows.find(({ code }) => code === '1.1')?.exceptions).toEqual(
        expect.arrayContaining([
          { assessedAgencyId: yTe.agency.id, agencyId: taiChinh.id, source: 'agency' },
          { assessedAgencyId: own.agency.id, agencyId: province.tuPhap.id, source: 'substitute' },
        ]),
      );
      expect(view.agencies.map(({ id }) => id)).toEqual(expect.arrayContaining([yTe.agency.id, own.agency.id]));
    });

    it.each(['council-member', 'council-chair'] as const)('is read by the %s, and not changed', async (role) => {
      const reader = await province.person(role, taiChinh);
      const view = await services.matrix.get(reader, cycle.id, GROUP);
      expect(view).toMatchObject({ editable: false, lockedBecause: 'Phân công do chuyên viên Sở Nội vụ thay đổi; bạn xem được.' });
      expect(view.rows).toEqual((await services.matrix.get(noiVu, cycle.id, GROUP)).rows);
    });

    it.each(['appraiser', 'agency-head'] as const)('shows the %s of a department what that department appraises, and who does it in its place', async (role) => {
      await change({ codes: ['1.3'], assessedAgencyIds: [yTe.agency.id] });
      const view = await services.matrix.get(await province.person(role, province.tuPhap), cycle.id, GROUP);
      expect(view).toMatchObject({ editable: false, lockedBecause: expect.stringContaining('chỉ có phần mà cơ quan bạn thẩm định') });
      expect(view.rows.find(({ code }) => code === '1.3')).toMatchObject({ agencyId: province.tuPhap.id, exceptions: [{ assessedAgencyId: yTe.agency.id, agencyId: taiChinh.id }] });
      expect(view.rows.find(({ code }) => code === '1.1')?.exceptions).toEqual([{ assessedAgencyId: own.agency.id, agencyId: province.tuPhap.id, source: 'substitute' }]);
      const named = view.rows.flatMap(({ agencyId, exceptions }) => [agencyId, ...exceptions.map((one) => one.agencyId)]);
      expect(view.rows.every(({ agencyId, exceptions }) => agencyId === province.tuPhap.id || exceptions.every((one) => one.agencyId === province.tuPhap.id))).toBe(true);
      expect(named).toContain(province.tuPhap.id);
      const codes = new Set(view.rows.map(({ code }) => code));
      expect(view.criteria.every(({ code }) => [...codes].some((row) => row === code || row.startsWith(`${code}.`)))).toBe(true);
    });

    it('tells nobody that a decision was kept at the own agency', async () => {
      await db.query(
        `insert into appraisal_layer (assessment_id, code, layer, kind, reason, explanation_wanted, question, decided_by) values ($1, '1.1', 'appraisal-1', 'accept', '', false, '', $2)`,
        [yTe.id, (await province.person('appraiser', province.noiVu)).id],
      );
      await change();
      const keptFor = async (actor: Actor) =>
        (await services.matrix.get(actor, cycle.id, GROUP)).rows.flatMap(({ exceptions }) => exceptions.filter(({ source }) => source === 'kept')).map(({ assessedAgencyId }) => assessedAgencyId);
      expect(await keptFor(noiVu)).toEqual([yTe.agency.id]);
      expect(await keptFor(await province.person('council-member', yTe.agency))).toEqual([]);
    });

    it('takes the same few queries however many agencies there are', async () => {
      const get = () => services.matrix.get(noiVu, cycle.id, GROUP);
      await get();
      const few = await countQueries(db, get);
      await province.assessed({ cycle });
      expect(await countQueries(db, get)).toBe(few);
      expect(few).toBeLessThanOrEqual(11);
    });

    it('says in its history who changed what and why', async () => {
      await change();
      const { items, total } = await services.matrix.history(cycle.id, {});
      expect(total).toBe(1);
      expect(items).toMatchObject([{ what: 'Giao tiêu chí 1.1 cho Sở Tài chính, tại mọi cơ quan: 3 lượt chuyển.', reason: REASON.reason, by: 'Nguyễn Văn A' }]);
    });
  });
});
