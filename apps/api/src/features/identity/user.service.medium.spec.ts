import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { openTestDatabase, unitOfWorkOf } from '../../../test/database';
import { actorOf } from '../../../test/factories/actor.factory';
import { anAgency, unused } from '../../../test/factories/agency.factory';
import { aUser } from '../../../test/factories/user.factory';
import { AuditEvent } from '../../platform/audit/audit-event.entity';
import { configFrom } from '../../platform/config/config';
import { AgencyRepository } from '../organisation/agency.repository';
import { OrganisationService } from '../organisation/organisation.service';
import { CredentialLinkService } from './credential-link.service';
import { SessionRepository } from './session.repository';
import { SignInThrottle } from './sign-in-throttle';
import { UserAccount } from './user-account.entity';
import { UserRepository } from './user.repository';
import { UserService } from './user.service';

const ORIGIN = 'https://par.example';

describe('UserService', () => {
  let db: DataSource;
  let people: UserService;
  let agencyId: string;
  const admin = actorOf('admin');

  beforeAll(async () => {
    db = await openTestDatabase();
    const [unitOfWork, users, sessions] = [unitOfWorkOf(db), new UserRepository(), new SessionRepository(db)];
    const organisation = new OrganisationService(db, unitOfWork, new AgencyRepository());
    const throttle = new SignInThrottle(unitOfWork, configFrom({ DATABASE_URL: 'postgres://x/y', SESSION_SECRET: 's'.repeat(32) }));
    people = new UserService(db, unitOfWork, users, sessions, new CredentialLinkService(db, unitOfWork, users, sessions, throttle), organisation);
    agencyId = (await anAgency(db, { code: 'so-y-te' })).id;
    await aUser(db, { userName: 'quantri.goc', grants: [{ role: 'admin', agencyId }] });
  });
  afterAll(() => db.destroy());

  const create = (overrides: object = {}) => people.create(admin, { userName: unused('nguoi'), fullName: ' Lê An ', grants: [{ role: 'leader', agencyId }], ...overrides }, ORIGIN);
  const eventsOf = async (subjectId: string): Promise<readonly string[]> => (await db.manager.find(AuditEvent, { where: { subjectId }, order: { at: 'ASC' } })).map(({ event }) => event);

  describe('create', () => {
    it('makes a person without a password, and the one link to set it', async () => {
      const { user, link } = await create();
      expect(user).toMatchObject({ fullName: 'Lê An', hasPassword: false, active: true, version: 1 });
      expect(new URL(link.url).origin).toBe(ORIGIN);
      expect(await db.query('select spent_at from credential_link where user_id = $1', [user.id])).toEqual([{ spent_at: null }]);
      expect((await eventsOf(user.id)).toSorted()).toEqual(['user.created', 'user.link-issued']);
    });

    it('makes a person without any role', async () => expect((await create({ grants: [] })).user.grants).toEqual([]));

    it('makes one of two with the same name at once', async () => {
      await Promise.all([db.query('select pg_sleep(0.05)'), db.query('select pg_sleep(0.05)')]);
      const userName = unused('doi');
      const outcomes = await Promise.allSettled([create({ userName }), create({ userName })]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await db.manager.countBy(UserAccount, { userName })).toBe(1);
    });

    it('leaves nothing behind when an agency is unknown, and names each', async () => {
      const userName = unused('hong');
      const grants = [{ role: 'leader', agencyId }, { role: 'leader', agencyId: randomUUID() }, { role: 'admin', agencyId: randomUUID() }];
      await expect(create({ userName, grants })).rejects.toMatchObject({
        code: 'request.invalid',
        errors: [{ pointer: '/grants/1/agencyId' }, { pointer: '/grants/2/agencyId' }],
      });
      expect(await db.manager.countBy(UserAccount, { userName })).toBe(0);
    });
  });

  describe('edit', () => {
    const edit = (id: string, version: number, overrides: object = {}) => people.edit(admin, id, { fullName: 'Lê An', active: true, grants: [], version, ...overrides });

    it('counts a new version also where only roles change', async () => {
      const { user } = await create();
      expect(await edit(user.id, 1, { grants: [{ role: 'appraiser', agencyId }] })).toMatchObject({ version: 2, grants: [{ role: 'appraiser' }] });
      await expect(edit(user.id, 1)).rejects.toMatchObject({ code: 'record.version-stale', params: { version: 2 } });
    });

    it('keeps the password and the time of the last sign-in', async () => {
      const { id } = await aUser(db, { lastSignInAt: new Date(0) } as object);
      expect(await edit(id, 1)).toMatchObject({ hasPassword: true });
    });

    it('opens a closed account again', async () => {
      const { id } = await aUser(db, { active: false });
      expect(await edit(id, 1)).toMatchObject({ active: true });
    });

    it('undoes everything when one agency is unknown', async () => {
      const { user } = await create();
      await expect(edit(user.id, 1, { fullName: 'Tên Khác', grants: [{ role: 'leader', agencyId: randomUUID() }] })).rejects.toMatchObject({ code: 'request.invalid' });
      expect(await people.get(user.id)).toMatchObject({ fullName: 'Lê An', version: 1, grants: [{ role: 'leader' }] });
    });

    it('refuses a person who is not there', () => expect(edit(randomUUID(), 1)).rejects.toMatchObject({ code: 'record.not-found' }));

    it('lets an administrator go as long as another stays', async () => {
      const { id } = await aUser(db, { grants: [{ role: 'admin', agencyId }] });
      expect(await edit(id, 1)).toMatchObject({ grants: [] });
    });

    it('does not count an administrator who is closed', async () => {
      const first = await db.manager.findOneByOrFail(UserAccount, { userName: 'quantri.goc' });
      await aUser(db, { active: false, grants: [{ role: 'admin', agencyId }] });
      await expect(edit(first.id, first.version)).rejects.toMatchObject({ code: 'user.last-admin' });
      expect(await people.get(first.id)).toMatchObject({ version: first.version, grants: [{ role: 'admin' }] });
    });

    it('lets the last administrator change the name, and hold more roles', async () => {
      const first = await db.manager.findOneByOrFail(UserAccount, { userName: 'quantri.goc' });
      const grants = [{ role: 'admin', agencyId }, { role: 'leader', agencyId }];
      expect(await edit(first.id, first.version, { fullName: 'Tên Mới', grants })).toMatchObject({ fullName: 'Tên Mới' });
    });
  });

  describe('issueLink', () => {
    it('makes a link that takes the place of all before it', async () => {
      const { user } = await create();
      await people.issueLink(admin, user.id, ORIGIN);
      await people.issueLink(admin, user.id, ORIGIN);
      expect(await db.query('select count(*)::int open from credential_link where user_id = $1 and spent_at is null', [user.id])).toEqual([{ open: 1 }]);
      expect((await eventsOf(user.id)).filter((event) => event === 'user.link-issued')).toHaveLength(3);
    });

    it('never keeps what is in the link', async () => {
      const { user, link } = await create();
      const token = new URL(link.url).hash.slice(1);
      const rows = JSON.stringify(await db.query('select * from credential_link where user_id = $1', [user.id]));
      const lines = JSON.stringify(await db.manager.findBy(AuditEvent, { subjectId: user.id }));
      expect(rows + lines).not.toContain(token);
    });

    it('refuses a person who is not there', () => expect(people.issueLink(admin, randomUUID(), ORIGIN)).rejects.toMatchObject({ code: 'record.not-found' }));
  });

  describe('list', () => {
    it('stands in the order of the Vietnamese alphabet, then of user names', async () => {
      const names = ['Đặng Zzz', 'Dương Zzz', 'Ân Zzz', 'An Zzz'];
      for (const fullName of names) {
        await aUser(db, { fullName, hasPassword: false });
      }
      const { items } = await people.list({ search: 'zzz' });
      expect(items.map(({ fullName }) => fullName)).toEqual(['An Zzz', 'Ân Zzz', 'Dương Zzz', 'Đặng Zzz']);
    });

    it('comes in pages, and counts the whole', async () => {
      expect(await people.list({ search: 'zzz', page: 2, pageSize: 3 })).toMatchObject({ total: 4, page: 2, pageSize: 3, items: [{ fullName: 'Đặng Zzz' }] });
      expect(await people.list({ search: 'zzz', page: 3, pageSize: 3 })).toMatchObject({ total: 4, items: [] });
    });

    it('finds nobody by what no name holds', async () => expect(await people.list({ search: 'không ai cả' })).toMatchObject({ total: 0, items: [] }));
  });
});
