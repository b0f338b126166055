import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { openTestDatabase, unitOfWorkOf } from '../../../test/database';
import { actorOf } from '../../../test/factories/actor.factory';
import { aGroup, anAgency, unused } from '../../../test/factories/agency.factory';
import { AuditEvent } from '../../platform/audit/audit-event.entity';
import type { UnitOfWork } from '../../platform/database/unit-of-work';
import { Agency } from './agency.entity';
import { AgencyRepository } from './agency.repository';
import { OrganisationService } from './organisation.service';

describe('OrganisationService', () => {
  let db: DataSource;
  let unitOfWork: UnitOfWork;
  let organisation: OrganisationService;
  const admin = actorOf('admin');

  beforeAll(async () => {
    db = await openTestDatabase();
    unitOfWork = unitOfWorkOf(db);
    organisation = new OrganisationService(db, unitOfWork, new AgencyRepository());
  });
  afterAll(() => db.destroy());

  describe('firstAgency', () => {
    const first = (code: string) => unitOfWork.runAsSystem((tx) => organisation.firstAgency(tx, { code, name: 'Sở Nội vụ' }));

    it('makes an agency and its group where there is none at all', async () => {
      const id = await first('so-noi-vu');
      expect(await db.manager.findOneBy(Agency, { id })).toMatchObject({ code: 'so-noi-vu', name: 'Sở Nội vụ', shortName: 'Sở Nội vụ', groupCode: 'so-ban-nganh', active: true });
      expect(await organisation.listGroups()).toEqual([{ code: 'so-ban-nganh', name: 'Sở, ban, ngành' }]);
      expect(await db.manager.findBy(AuditEvent, { subjectId: id })).toMatchObject([{ event: 'agency.created', actorId: null }]);
    });

    it('takes the one that is there', async () => {
      const { id } = await db.manager.findOneByOrFail(Agency, { code: 'so-noi-vu' });
      expect(await first('so-noi-vu')).toBe(id);
    });

    it('makes no second one by a slip of the keyboard', async () => {
      await expect(first('so-noi-vuu')).rejects.toMatchObject({ code: 'record.not-found', errors: [{ detail: 'Không có cơ quan nào mang mã so-noi-vuu.' }] });
    });
  });

  describe('createAgency', () => {
    it('keeps names without the spaces around them', async () => {
      const request = { code: unused('so'), name: '  Sở Y tế ', shortName: ' SYT ', groupCode: 'so-ban-nganh' };
      expect(await organisation.createAgency(admin, request)).toMatchObject({ name: 'Sở Y tế', shortName: 'SYT', parentId: null });
    });

    it('puts one under another', async () => {
      const parent = await anAgency(db);
      const request = { code: unused('phong'), name: 'Phòng', shortName: 'P', groupCode: 'so-ban-nganh', parentId: parent.id };
      expect(await organisation.createAgency(admin, request)).toMatchObject({ parentId: parent.id });
    });

    it('makes one of two who want the same code at once', async () => {
      await Promise.all([db.query('select pg_sleep(0.05)'), db.query('select pg_sleep(0.05)')]);
      const request = { code: unused('so'), name: 'Sở', shortName: 'S', groupCode: 'so-ban-nganh' };
      const outcomes = await Promise.allSettled([organisation.createAgency(admin, request), organisation.createAgency(admin, request)]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await db.manager.countBy(Agency, { code: request.code })).toBe(1);
    });

    it('leaves nothing behind when its group is unknown', async () => {
      const code = unused('so');
      const work = organisation.createAgency(admin, { code, name: 'Sở', shortName: 'S', groupCode: 'khong-co' });
      await expect(work).rejects.toMatchObject({ code: 'request.invalid', errors: [{ pointer: '/groupCode', code: 'unknown' }] });
      expect(await db.manager.countBy(Agency, { code })).toBe(0);
    });
  });

  describe('editAgency', () => {
    const edit = { name: 'Sở Mới', shortName: 'SM', groupCode: 'so-ban-nganh', active: true, version: 1 };

    it('refuses an agency that is not there', () =>
      expect(organisation.editAgency(admin, randomUUID(), edit)).rejects.toMatchObject({ code: 'record.not-found' }));

    it('refuses a group that is not there, and leaves the agency as it was', async () => {
      const { id, name } = await anAgency(db);
      await expect(organisation.editAgency(admin, id, { ...edit, groupCode: 'khong-co' })).rejects.toMatchObject({ code: 'request.invalid' });
      expect(await db.manager.findOneBy(Agency, { id })).toMatchObject({ name, version: 1 });
    });

    it('moves an agency to another group', async () => {
      const { id } = await anAgency(db);
      const groupCode = await aGroup(db, unused('nhom'));
      expect(await organisation.editAgency(admin, id, { ...edit, groupCode })).toMatchObject({ groupCode, version: 2 });
    });

    it('never changes the code, by which others know the agency', async () => {
      const { id, code } = await anAgency(db);
      expect(await organisation.editAgency(admin, id, { ...edit, ...{ code: 'khac' } })).toMatchObject({ code });
    });
  });

  describe('what other features ask', () => {
    it('is which ids are agencies', async () => {
      const { id } = await anAgency(db);
      expect(await organisation.knownIds(db.manager, [id, randomUUID()])).toEqual([id]);
      expect(await organisation.knownIds(db.manager, [])).toEqual([]);
    });

    it('is which agencies are active', async () => {
      const [open, closed] = [await anAgency(db), await anAgency(db, { active: false })];
      const active = (await organisation.listActive()).map(({ id }) => id);
      expect(active).toContain(open.id);
      expect(active).not.toContain(closed.id);
    });
  });
});
