import type { AgencyLineageView, DescendRequest, LineageKind } from '@par-index/contract';
import { randomUUID } from 'node:crypto';
import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { countQueries } from '../../../test/database';
import { anAgency } from '../../../test/factories/agency.factory';
import { AuditEvent } from '../../platform/audit/audit-event.entity';
import type { Agency } from './agency.entity';

const FACTS = { kind: 'merge' as LineageKind, effectiveOn: '2025-07-01', legalBasis: 'Nghị quyết 1684/NQ-UBTVQH15' };

describe('what an agency came from', () => {
  let test: TestApp;
  let homeAffairs: Browser;
  let officer: Browser;
  let [a, b, successor]: Agency[] = [];

  beforeAll(async () => {
    test = await startTestApp();
    const seat = await anAgency(test.db);
    homeAffairs = await test.signedInAs([{ role: 'home-affairs', agencyId: seat.id }]);
    officer = await test.signedInAs([{ role: 'agency-officer', agencyId: seat.id }]);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    [a, b, successor] = [await anAgency(test.db, { name: 'Xã Ba Đình' }), await anAgency(test.db, { name: 'Xã An Lạc' }), await anAgency(test.db, { name: 'Xã Mới' })];
  });

  const id = (agency: Agency | undefined): string => agency?.id ?? '';
  const pathOf = (agency = successor): string => `/api/v1/agencies/${id(agency)}/lineage`;
  const descend = (predecessors: readonly (Agency | undefined)[], overrides: Partial<DescendRequest> = {}, agency = successor) =>
    homeAffairs.post(pathOf(agency)).send({ ...FACTS, predecessorIds: predecessors.map(id), ...overrides });
  const recorded = async (...given: Parameters<typeof descend>): Promise<AgencyLineageView> => (await descend(...given).expect(201)).body as AgencyLineageView;

  it('is recorded for all predecessors of a merge at once, with one audit line, and told on both sides', async () => {
    const { predecessors, successors } = await recorded([a, b]);
    expect(predecessors).toMatchObject([
      { predecessor: { name: 'Xã An Lạc' }, successor: { id: id(successor) }, ...FACTS, version: 1 },
      { predecessor: { name: 'Xã Ba Đình' }, ...FACTS },
    ]);
    expect(successors).toEqual([]);
    expect((await officer.get(pathOf(a)).expect(200)).body).toMatchObject({ predecessors: [], successors: [{ successor: { name: 'Xã Mới' } }] });
    expect(await test.db.manager.findBy(AuditEvent, { subjectId: id(successor) })).toMatchObject([
      { event: 'agency-lineage.recorded', actorId: homeAffairs.userId, payload: { predecessors: expect.arrayContaining([a?.code, b?.code]), legalBasis: FACTS.legalBasis } },
    ]);
  });

  it.each<[string, () => Partial<DescendRequest>, string]>([
    ['the agency itself', () => ({ predecessorIds: [id(successor)] }), '/predecessorIds/0'],
    ['somebody unknown', () => ({ predecessorIds: [id(a), randomUUID()] }), '/predecessorIds/1'],
    ['somebody twice', () => ({ predecessorIds: [id(a), id(a)] }), '/predecessorIds/1'],
    ['nobody', () => ({ predecessorIds: [] }), '/predecessorIds'],
    ['no id', () => ({ predecessorIds: ['x'] }), '/predecessorIds'],
    ['two under a new name', () => ({ predecessorIds: [id(a), id(b)], kind: 'rename' }), '/kind'],
    ['another kind', () => ({ kind: 'bought' as LineageKind }), '/kind'],
    ['a day that there is not', () => ({ effectiveOn: '2025-02-30' }), '/effectiveOn'],
    ['no legal basis', () => ({ legalBasis: ' ' }), '/legalBasis'],
    ['a field too many', () => ({ sum: 3 }) as object, '/sum'],
  ])('is refused with %s, in words, and nothing is written', async (_, overrides, pointer) => {
    const { body } = await descend([a, b], overrides()).expect(422);
    expect(body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
    expect((await officer.get(pathOf()).expect(200)).body).toEqual({ predecessors: [], successors: [] });
  });

  it('never goes round', async () => {
    await recorded([a]);
    const { body } = await descend([successor], {}, a).expect(422);
    expect(body).toMatchObject({ code: 'request.invalid', errors: [{ pointer: '/predecessorIds/0' }] });
  });

  it('never goes round either where two people record at once', async () => {
    const outcomes = await Promise.all([descend([a], {}, b), descend([b], {}, a)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual([201, 422]);
  });

  it('is edited at the version that was read', async () => {
    const [line] = (await recorded([a])).predecessors;
    const edit = (version: number) => homeAffairs.put(`/api/v1/agency-lineage/${line?.id}`).set('if-match', `"${version}"`).send({ ...FACTS, kind: 'rename', legalBasis: ' Nghị quyết 2 ' });
    expect((await edit(1).expect(200)).body).toMatchObject({ predecessors: [{ kind: 'rename', legalBasis: 'Nghị quyết 2', version: 2 }] });
    expect((await edit(1).expect(412)).body).toMatchObject({ code: 'record.version-stale', params: { version: 2 } });
    expect(await test.db.manager.findBy(AuditEvent, { subjectId: id(successor), event: 'agency-lineage.edited' })).toMatchObject([
      { payload: { before: { kind: 'merge' }, after: { kind: 'rename', legalBasis: 'Nghị quyết 2' } } },
    ]);
  });

  it('is not made a new name where there is another predecessor', async () => {
    const [line] = (await recorded([a, b])).predecessors;
    const { body } = await homeAffairs.put(`/api/v1/agency-lineage/${line?.id}`).set('if-match', '"1"').send({ ...FACTS, kind: 'rename' }).expect(422);
    expect(body.errors).toMatchObject([{ pointer: '/kind' }]);
  });

  it('is taken away with a reason that stays', async () => {
    const [line] = (await recorded([a])).predecessors;
    const remove = (reason: string, version = 1) => homeAffairs.post(`/api/v1/agency-lineage/${line?.id}/removal`).set('if-match', `"${version}"`).send({ reason });
    await remove(' ').expect(422);
    await remove('Ghi nhầm', 2).expect(412);
    expect((await remove('Ghi nhầm').expect(200)).body).toEqual({ predecessors: [], successors: [] });
    await remove('Ghi nhầm').expect(404);
    expect(await test.db.manager.findBy(AuditEvent, { subjectId: id(successor), event: 'agency-lineage.removed' })).toMatchObject([{ payload: { predecessor: a?.code, reason: 'Ghi nhầm', before: FACTS } }]);
  });

  it('is read by whoever is signed in, and written by who keeps agencies', async () => {
    await officer.get(pathOf()).expect(200);
    await officer.get(`/api/v1/agencies/${randomUUID()}/lineage`).expect(404);
    await descend([a], {}, { ...(successor as Agency), id: randomUUID() }).expect(404);
    await officer.post(pathOf()).send({ ...FACTS, predecessorIds: [id(a)] }).expect(403);
    await test.anonymous.get(pathOf()).expect(401);
  });

  it('costs the session and two statements, however much there is', async () => {
    await recorded([a, b]);
    expect(await countQueries(test.db, () => officer.get(pathOf()).expect(200))).toBe(3);
  });
});
