import type { Actor, CreateCycleRequest, CycleView, EditCycleRequest } from '@par-index/contract';
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { countQueries, openTestDatabase } from '../../../test/database';
import { actorOf, aPerson } from '../../../test/factories/actor.factory';
import { anAgency, unused } from '../../../test/factories/agency.factory';
import { aCriteriaSet } from '../../../test/factories/criteria-set.factory';
import { APPRAISED_SET } from '../../../test/factories/criteria-set.fixture';
import { aCycle, windowsAround } from '../../../test/factories/cycle.factory';
import { cycleServices } from '../../../test/factories/cycle-services';
import { AuditEvent } from '../../platform/audit/audit-event.entity';
import type { CriteriaSet } from '../criteria/criteria-set.entity';
import type { Agency } from '../organisation/agency.entity';
import type { CycleService } from './cycle.service';
import { Cycle } from './cycle.entity';

describe('CycleService', () => {
  let db: DataSource;
  let service: CycleService;
  let actor: Actor;
  let lead: Agency;
  let other: Agency;
  let set: CriteriaSet;

  beforeAll(async () => {
    db = await openTestDatabase();
    service = cycleServices(db).cycles;
    lead = await anAgency(db, { code: 'so-noi-vu' });
    other = await anAgency(db, { code: 'van-phong-ubnd' });
    set = await aCriteriaSet(db);
    actor = await aPerson(db, { role: 'home-affairs', agencyId: lead.id });
  });
  afterAll(() => db.destroy());

  const request = (overrides: Partial<CreateCycleRequest> = {}): CreateCycleRequest => ({
    year: 2026,
    title: unused('Kỳ'),
    leadAgencyId: lead.id,
    criteriaSetIds: [set.id],
    windows: windowsAround('preparing'),
    substitutes: [{ ownerAgencyId: lead.id, substituteAgencyId: other.id }],
    ...overrides,
  });
  const auditOf = (subjectId: string) => db.manager.find(AuditEvent, { where: { subjectId }, order: { at: 'ASC' } });

  describe('create', () => {
    it('makes a cycle in preparation with all that was asked for', async () => {
      const asked = request({ title: '  Đánh giá năm 2026  ' });
      const view = await service.create(actor, asked);

      expect(view).toMatchObject({
        year: 2026,
        title: 'Đánh giá năm 2026',
        phase: 'preparing',
        windows: asked.windows,
        leadAgency: { id: lead.id, code: 'so-noi-vu', name: lead.name, shortName: lead.shortName },
        sets: [{ groupCode: 'so-ban-nganh', groupName: 'Nhóm so-ban-nganh', criteriaSetId: set.id, title: set.title, versionNumber: 1 }],
        substitutes: [{ owner: { id: lead.id }, substitute: { id: other.id } }],
        openActions: ['edit', 'open-next-phase'],
        version: 1,
      });
      expect(await auditOf(view.id)).toMatchObject([
        { event: 'cycle.created', cycleId: view.id, actorId: actor.id, payload: { year: 2026, title: 'Đánh giá năm 2026' } },
      ]);
    });

    it('counts who would be invited: the active agencies of the groups', async () => {
      const own = await aCriteriaSet(db, {
        groupCode: 'xa-phuong',
        document: { ...APPRAISED_SET, code: unused('xa'), appliesTo: 'xa-phuong' },
      });
      await anAgency(db, { groupCode: 'xa-phuong' });
      await anAgency(db, { groupCode: 'xa-phuong', active: false });
      expect(await service.create(actor, request({ criteriaSetIds: [own.id] }))).toMatchObject({ participantCount: 1 });
    });

    it('refuses a year and title that are there already', async () => {
      const asked = request();
      await service.create(actor, asked);
      await expect(service.create(actor, asked)).rejects.toMatchObject({ code: 'record.duplicate', errors: [{ pointer: '/title' }] });
      await expect(service.create(actor, request({ title: asked.title, year: 2027, criteriaSetIds: [] }))).resolves.toMatchObject({
        year: 2027,
      });
    });

    it('refuses dates that are out of order, at their place', async () => {
      const [first, ...rest] = windowsAround('preparing');
      const windows = [{ ...first!, deadlineAt: first!.opensAt, closeAt: rest[2]!.closeAt }, ...rest];
      await expect(service.create(actor, request({ windows }))).rejects.toMatchObject({
        code: 'cycle.dates-disordered',
        errors: [{ pointer: '/windows/1/opensAt' }],
      });
    });

    it.each<[string, () => string[] | Promise<string[]>, string, RegExp]>([
      ['is not there', () => [randomUUID()], '/criteriaSetIds/0', /^Không có bộ tiêu chí này/],
      ['was replaced', async () => [(await aCriteriaSet(db, { state: 'superseded' })).id], '/criteriaSetIds/0', /đã được thay/],
      ['is a draft', async () => [(await aCriteriaSet(db, { state: 'draft' })).id], '/criteriaSetIds/0', /đã được thay/],
      ['is of another year', async () => [(await aCriteriaSet(db, { year: 2025 })).id], '/criteriaSetIds/0', /của năm 2025/],
      ['is a second one of its group', async () => [set.id, (await aCriteriaSet(db)).id], '/criteriaSetIds/1', /mỗi nhóm một bộ/],
    ])('refuses a set that %s', async (_, ids, pointer, detail) => {
      const attempt = service.create(actor, request({ criteriaSetIds: await ids() }));
      await expect(attempt).rejects.toMatchObject({
        code: 'cycle.set-invalid',
        errors: [{ pointer, detail: expect.stringMatching(detail) }],
      });
    });

    it.each<[string, () => Partial<CreateCycleRequest> | Promise<Partial<CreateCycleRequest>>, string]>([
      ['an unknown lead agency', () => ({ leadAgencyId: randomUUID() }), '/leadAgencyId'],
      ['an inactive lead agency', async () => ({ leadAgencyId: (await anAgency(db, { active: false })).id }), '/leadAgencyId'],
      [
        'an unknown substitute',
        () => ({ substitutes: [{ ownerAgencyId: lead.id, substituteAgencyId: randomUUID() }] }),
        '/substitutes/0/substituteAgencyId',
      ],
      [
        'an unknown owner',
        () => ({ substitutes: [{ ownerAgencyId: randomUUID(), substituteAgencyId: lead.id }] }),
        '/substitutes/0/ownerAgencyId',
      ],
      [
        'a substitute of itself',
        () => ({ substitutes: [{ ownerAgencyId: lead.id, substituteAgencyId: lead.id }] }),
        '/substitutes/0/substituteAgencyId',
      ],
      [
        'two substitutes of one owner',
        async () => {
          const pair = { ownerAgencyId: lead.id, substituteAgencyId: other.id };
          return { substitutes: [pair, { ...pair, substituteAgencyId: (await anAgency(db)).id }] };
        },
        '/substitutes/1/ownerAgencyId',
      ],
    ])('refuses %s', async (_, wrong, pointer) => {
      await expect(service.create(actor, request(await wrong()))).rejects.toMatchObject({ code: 'request.invalid', errors: [{ pointer }] });
    });

    it('leaves nothing behind when it is refused', async () => {
      const asked = request({ leadAgencyId: randomUUID() });
      await expect(service.create(actor, asked)).rejects.toThrow();
      expect(await db.manager.countBy(Cycle, { title: asked.title })).toBe(0);
    });
  });

  describe('edit', () => {
    const change = ({ title, windows }: CycleView, overrides: Partial<EditCycleRequest> = {}): EditCycleRequest => ({
      title,
      windows,
      ...overrides,
    });

    it('changes everything while the cycle is being prepared, without a reason', async () => {
      const cycle = await service.create(actor, request());
      const next = await aCriteriaSet(db);
      const edited = await service.edit(
        actor,
        cycle.id,
        1,
        change(cycle, { title: `${cycle.title} sửa`, criteriaSetIds: [next.id], substitutes: [] }),
      );

      expect(edited).toMatchObject({
        title: `${cycle.title} sửa`,
        sets: [{ criteriaSetId: next.id }],
        substitutes: [],
        version: 2,
        windows: cycle.windows,
      });
      expect((await auditOf(cycle.id)).at(-1)).toMatchObject({
        event: 'cycle.edited',
        payload: {
          before: { title: cycle.title, criteriaSetIds: [set.id], substitutes: [{ ownerAgencyId: lead.id, substituteAgencyId: other.id }] },
          after: { title: `${cycle.title} sửa`, criteriaSetIds: [next.id], substitutes: [] },
          reason: null,
        },
      });
      expect((await auditOf(cycle.id)).at(-1)?.payload).not.toHaveProperty('before.windows');
    });

    it('counts the version also where only windows change', async () => {
      const cycle = await service.create(actor, request());
      const edited = await service.edit(actor, cycle.id, 1, change(cycle, { windows: cycle.windows.slice(0, 2) }));
      expect(edited).toMatchObject({ version: 2, windows: cycle.windows.slice(0, 2) });
    });

    it('refuses a version that somebody has changed, and names the current one', async () => {
      const cycle = await service.create(actor, request());
      await service.edit(actor, cycle.id, 1, change(cycle));
      await expect(service.edit(actor, cycle.id, 1, change(cycle))).rejects.toMatchObject({
        code: 'record.version-stale',
        params: { version: 2 },
      });
    });

    it('lets one of many who edit at once through', async () => {
      const cycle = await service.create(actor, request());
      await Promise.all(Array.from({ length: 6 }, () => db.query('select pg_sleep(0.05)')));
      const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => service.edit(actor, cycle.id, 1, change(cycle))));
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect((await auditOf(cycle.id)).filter(({ event }) => event === 'cycle.edited')).toHaveLength(1);
    });

    it('takes the deadline of an open phase with a reason, and no change without one', async () => {
      const { id } = await aCycle(db, { phase: 'self-assessment', sets: [set], leadAgencyId: lead.id });
      const cycle = await service.get(actor, id);
      const [self, ...ahead] = cycle.windows;
      const windows = [{ ...self!, deadlineAt: self!.closeAt }, ...ahead];
      await expect(service.edit(actor, id, 1, change(cycle, { windows }))).rejects.toMatchObject({ code: 'reason.required' });
      await expect(service.edit(actor, id, 1, change(cycle, { windows, reason: '  ' }))).rejects.toMatchObject({ code: 'reason.required' });
      expect(await service.edit(actor, id, 1, change(cycle, { windows, reason: ' Bão số 10 ' }))).toMatchObject({ windows });
      expect((await auditOf(id)).at(-1)).toMatchObject({
        payload: { reason: 'Bão số 10', before: { windows: cycle.windows }, after: { windows } },
      });
    });

    it('takes the same sets again, but no others, once the cycle is open', async () => {
      const { id } = await aCycle(db, { phase: 'self-assessment', sets: [set], leadAgencyId: lead.id });
      const cycle = await service.get(actor, id);
      const same = { criteriaSetIds: [set.id], substitutes: [], reason: 'Sửa tên' };
      await expect(service.edit(actor, id, 1, change(cycle, same))).resolves.toMatchObject({ version: 2 });
      const others = change(cycle, { ...same, criteriaSetIds: [(await aCriteriaSet(db)).id] });
      await expect(service.edit(actor, id, 2, others)).rejects.toMatchObject({ code: 'cycle.phase-illegal' });
      const substituted = change(cycle, { ...same, substitutes: [{ ownerAgencyId: lead.id, substituteAgencyId: other.id }] });
      await expect(service.edit(actor, id, 2, substituted)).rejects.toMatchObject({ code: 'cycle.phase-illegal' });
    });

    it('refuses another opening of the open phase', async () => {
      const { id } = await aCycle(db, { phase: 'self-assessment', leadAgencyId: lead.id });
      const cycle = await service.get(actor, id);
      const [self, ...ahead] = cycle.windows;
      const windows = [{ ...self!, opensAt: self!.deadlineAt }, ...ahead];
      await expect(service.edit(actor, id, 1, change(cycle, { windows, reason: 'Dời' }))).rejects.toMatchObject({
        code: 'cycle.dates-disordered',
        errors: [{ pointer: '/windows/0/opensAt' }],
      });
    });

    it('refuses the title of another cycle of the year', async () => {
      const [one, two] = [await service.create(actor, request()), await service.create(actor, request())];
      await expect(service.edit(actor, two.id, 1, change(two, { title: one.title }))).rejects.toMatchObject({ code: 'record.duplicate' });
      expect(await service.get(actor, two.id)).toMatchObject({ title: two.title, version: 1 });
    });

    it('refuses everything once it is published, and whoever is not of home affairs', async () => {
      const { id } = await aCycle(db, { phase: 'published' });
      const cycle = await service.get(actor, id);
      await expect(service.edit(actor, id, 1, change(cycle, { reason: 'Sửa' }))).rejects.toMatchObject({ code: 'cycle.phase-illegal' });
      await expect(service.edit(actorOf('leader'), id, 1, change(cycle))).rejects.toMatchObject({ code: 'access.denied' });
    });

    it('refuses a cycle that is not there', async () => {
      await expect(service.edit(actor, randomUUID(), 1, { title: 'A', windows: [] })).rejects.toMatchObject({ code: 'record.not-found' });
    });
  });

  describe('reading', () => {
    it('shows every cycle to everybody, the newest year first, in one query', async () => {
      await aCycle(db, { year: 2040 });
      await aCycle(db, { year: 2041 });
      const officer = actorOf('agency-officer');
      const list = await service.list(officer);
      expect(list.slice(0, 2).map(({ year, openActions }) => [year, openActions])).toEqual([
        [2041, []],
        [2040, []],
      ]);
      expect(await countQueries(db, () => service.list(officer))).toBe(1);
    });

    it('gives times in UTC and the server time, in one query', async () => {
      const { id } = await aCycle(db);
      const view = await service.get(actor, id);
      expect(view.windows.map(({ opensAt }) => opensAt).every((text) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text))).toBe(true);
      expect(Math.abs(Date.parse(view.now) - Date.now())).toBeLessThan(60_000);
      expect(await countQueries(db, () => service.get(actor, id))).toBe(1);
    });

    it('refuses a cycle that is not there', async () => {
      await expect(service.get(actor, randomUUID())).rejects.toMatchObject({ code: 'record.not-found' });
    });
  });
});
