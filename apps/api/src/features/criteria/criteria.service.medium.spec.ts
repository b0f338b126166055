import type { Actor } from '@par-index/contract';
import type { CriteriaSet as CriteriaSetDocument } from '@par-index/scoring';
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { countQueries, openTestDatabase, unitOfWorkOf } from '../../../test/database';
import { aPerson } from '../../../test/factories/actor.factory';
import { aGroup, anAgency, unused } from '../../../test/factories/agency.factory';
import { aCriteriaSet } from '../../../test/factories/criteria-set.factory';
import { APPRAISED_SET } from '../../../test/factories/criteria-set.fixture';
import { AuditEvent } from '../../platform/audit/audit-event.entity';
import { digestOf } from '../../platform/digest/digest';
import type { DomainError } from '../../platform/problem/domain-error';
import { CriteriaReview } from './criteria-review.service';
import { CriteriaService } from './criteria.service';
import { CriteriaSet } from './criteria-set.entity';
import { CriteriaSetRepository } from './criteria-set.repository';

describe('CriteriaService', () => {
  let db: DataSource;
  let service: CriteriaService;
  let actor: Actor;

  beforeAll(async () => {
    db = await openTestDatabase();
    service = new CriteriaService(db, unitOfWorkOf(db), new CriteriaSetRepository(), new CriteriaReview(new CriteriaSetRepository()));
    await aGroup(db);
    actor = await aPerson(db, { role: 'home-affairs', agencyId: (await anAgency(db)).id });
  });
  afterAll(() => db.destroy());

  const document = (overrides: Partial<CriteriaSetDocument> = {}): CriteriaSetDocument => ({
    ...APPRAISED_SET,
    code: unused('bo'),
    ...overrides,
  });

  describe('load', () => {
    it('stores a sound document as the first version of its code', async () => {
      const set = document();
      const view = await service.load(actor, set);

      expect(view).toMatchObject({
        code: set.code,
        versionNumber: 1,
        state: 'published',
        leafCount: 8,
        groupCode: 'so-ban-nganh',
        version: 1,
      });
      expect(view.digest).toBe(digestOf(set));
      expect(view.document).toEqual(set);
      expect(await db.manager.findBy(AuditEvent, { subjectId: view.id })).toMatchObject([
        { event: 'criteria-set.loaded', actorId: actor.id, payload: { code: set.code, versionNumber: 1, digest: view.digest } },
      ]);
    });

    it('keeps the digest the same after the document went through the database', async () => {
      const { id, digest } = await service.load(actor, document());
      expect(digestOf((await service.get(actor, id)).document)).toBe(digest);
    });

    it('counts versions within the code and supersedes those that no cycle uses', async () => {
      const set = document();
      const first = await service.load(actor, set);
      const second = await service.load(actor, { ...set, title: 'Bản sửa' });

      expect(second.versionNumber).toBe(2);
      expect(await service.get(actor, first.id)).toMatchObject({ state: 'superseded', version: 2, title: set.title });
      expect(await db.manager.findBy(AuditEvent, { subjectId: first.id, event: 'criteria-set.superseded' })).toMatchObject([
        { payload: { code: set.code, versionNumber: 1, by: 2 } },
      ]);
    });

    it('leaves a frozen version frozen', async () => {
      const frozen = await aCriteriaSet(db, { state: 'frozen' });
      const next = await service.load(actor, { ...frozen.document, title: 'Bản sửa' });
      expect(next.versionNumber).toBe(2);
      expect(await service.get(actor, frozen.id)).toMatchObject({ state: 'frozen' });
    });

    it('refuses a document with every error, at its place and in words, and stores nothing', async () => {
      const wrong = { ...document(), year: 'hai nghìn', appliesTo: undefined };
      const refusal: unknown = await service.load(actor, wrong).catch((error: unknown) => error);
      expect(refusal).toMatchObject({ code: 'criteria-set.invalid' });
      const { errors } = refusal as DomainError;
      expect(errors.map(({ pointer }) => pointer)).toContain('/year');
      expect(errors.length).toBeGreaterThanOrEqual(2);
      expect(errors.every(({ detail }) => detail.length > 10)).toBe(true);
      expect(await db.manager.countBy(CriteriaSet, { code: wrong.code })).toBe(0);
    });

    it.each([null, [], 'bộ tiêu chí', 7, {}])('refuses %j', async (wrong) => {
      await expect(service.load(actor, wrong)).rejects.toMatchObject({ code: 'criteria-set.invalid' });
    });

    it('refuses a group that there is not', async () => {
      await expect(service.load(actor, document({ appliesTo: 'khong-co' }))).rejects.toMatchObject({
        code: 'criteria-set.group-unknown',
        errors: [{ pointer: '/appliesTo' }],
      });
    });

    it('refuses what is the newest version already, and takes back an older one', async () => {
      const set = document();
      await service.load(actor, set);
      await expect(service.load(actor, { ...set })).rejects.toMatchObject({ code: 'record.duplicate', params: { versionNumber: 1 } });
      await service.load(actor, { ...set, title: 'Bản sửa' });
      expect(await service.load(actor, set)).toMatchObject({ versionNumber: 3 });
    });

    it('gives each of many loads at once a version number of its own', async () => {
      const set = document();
      await Promise.all(Array.from({ length: 6 }, () => db.query('select pg_sleep(0.05)')));
      const views = await Promise.all(Array.from({ length: 6 }, (_, count) => service.load(actor, { ...set, title: `Bản ${count}` })));
      expect(views.map(({ versionNumber }) => versionNumber).sort()).toEqual([1, 2, 3, 4, 5, 6]);
    });
  });

  describe('freeze', () => {
    const freeze = (ids: readonly string[], cycleId = randomUUID()) =>
      unitOfWorkOf(db).run(actor, (tx) => service.freeze(tx, ids, cycleId));

    it('freezes published sets and says so once', async () => {
      const [a, b] = [await aCriteriaSet(db), await aCriteriaSet(db)];
      const cycleId = randomUUID();
      await freeze([a.id, b.id], cycleId);
      await freeze([a.id]);
      expect(await service.get(actor, a.id)).toMatchObject({ state: 'frozen', version: 2 });
      expect(await db.manager.findBy(AuditEvent, { subjectId: a.id })).toMatchObject([
        { event: 'criteria-set.frozen', cycleId, payload: { code: a.code, versionNumber: 1 } },
      ]);
    });

    it.each(['draft', 'superseded'] as const)('refuses a %s set', async (state) => {
      const { id } = await aCriteriaSet(db, { state });
      await expect(freeze([id])).rejects.toMatchObject({ code: 'cycle.set-invalid' });
    });
  });

  describe('reading', () => {
    it('lists the newest year and version first, without documents, in one query', async () => {
      const { code } = await aCriteriaSet(db, { year: 2031 });
      await aCriteriaSet(db, { year: 2031, code, versionNumber: 2 });
      const list = await service.list(actor);
      expect(list.slice(0, 2)).toMatchObject([
        { code, versionNumber: 2 },
        { code, versionNumber: 1 },
      ]);
      expect(list[0]).not.toHaveProperty('document');
      expect(await countQueries(db, () => service.list(actor))).toBe(1);
    });

    it('shows a document with its warnings in words, in one query', async () => {
      const { id } = await service.load(actor, document({ year: 2026 }));
      const view = await service.get(actor, id);
      expect(view.warnings.every(({ severity, detail }) => severity === 'warning' && detail.length > 10)).toBe(true);
      expect(await countQueries(db, () => service.get(actor, id))).toBe(1);
    });

    it('refuses a set that is not there', async () => {
      await expect(service.get(actor, randomUUID())).rejects.toMatchObject({ code: 'record.not-found' });
    });
  });

  describe('check', () => {
    it('finds nothing to refuse in a sound document', async () => {
      expect(await service.check(document())).toMatchObject({ valid: true });
    });

    it('says what is wrong, and stores nothing', async () => {
      const before = await db.manager.count(CriteriaSet);
      const { valid, findings } = await service.check({ ...document(), criteria: [] });
      expect(valid).toBe(false);
      expect(findings[0]).toMatchObject({
        severity: 'error',
        pointer: '/criteria',
        detail: 'Tiêu chí chưa có mục nào; hãy thêm ít nhất một mục',
      });
      expect(await db.manager.count(CriteriaSet)).toBe(before);
    });
  });
});
