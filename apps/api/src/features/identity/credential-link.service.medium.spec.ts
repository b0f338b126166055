import type { DataSource } from 'typeorm';
import { countQueries, openTestDatabase, unitOfWorkOf } from '../../../test/database';
import { aUser, PASSWORD } from '../../../test/factories/user.factory';
import { AuditEvent } from '../../platform/audit/audit-event.entity';
import { configFrom } from '../../platform/config/config';
import { CredentialLinkService } from './credential-link.service';
import { isPassword } from './password';
import { SessionRepository } from './session.repository';
import { SignInThrottle } from './sign-in-throttle';
import { newToken } from './token';
import { UserRepository } from './user.repository';

const NEW_PASSWORD = 'bốn mùa hoa gạo đỏ';

describe('CredentialLinkService', () => {
  let db: DataSource;
  let links: CredentialLinkService;
  let throttle: SignInThrottle;
  const users = new UserRepository();
  beforeAll(async () => {
    db = await openTestDatabase();
    throttle = new SignInThrottle(unitOfWorkOf(db), configFrom({ DATABASE_URL: 'postgres://x/y', SESSION_SECRET: 's'.repeat(32) }));
    links = new CredentialLinkService(db, unitOfWorkOf(db), users, new SessionRepository(db), throttle);
  });
  afterAll(() => db.destroy());

  const issue = (user: { readonly id: string; readonly userName: string }) => unitOfWorkOf(db).runAsSystem((tx) => links.issue(tx, user, 'https://par.example'));
  const tokenOf = ({ url }: { readonly url: string }): string => new URL(url).hash.slice(1);
  const opensWith = async (userName: string, password: string): Promise<boolean> =>
    isPassword((await users.findCredentials(db.manager, userName))?.passwordHash ?? null, password);

  it('sets the password that was asked for', async () => {
    const user = await aUser(db, { hasPassword: false });
    await links.spend(tokenOf(await issue(user)), NEW_PASSWORD);
    expect(await opensWith(user.userName, NEW_PASSWORD)).toBe(true);
  });

  it('says in the audit trail that its owner set it, and not what it is', async () => {
    const user = await aUser(db, { hasPassword: false });
    await links.spend(tokenOf(await issue(user)), NEW_PASSWORD);
    const lines = await db.manager.findBy(AuditEvent, { subjectId: user.id, event: 'user.password-set' });
    expect(lines).toMatchObject([{ actorId: user.id, payload: { userName: user.userName } }]);
    expect(JSON.stringify(lines)).not.toContain(NEW_PASSWORD);
  });

  it('is no edit: whoever edits the person at the same time loses nothing', async () => {
    const user = await aUser(db);
    await links.spend(tokenOf(await issue(user)), NEW_PASSWORD);
    expect(await db.query('select version from user_account where id = $1', [user.id])).toEqual([{ version: 1 }]);
  });

  it('leaves the old password in place until the new one is good', async () => {
    const user = await aUser(db);
    const token = tokenOf(await issue(user));
    await expect(links.spend(token, 'ngắn')).rejects.toMatchObject({ code: 'password.too-weak', errors: [{ pointer: '/newPassword' }] });
    expect(await opensWith(user.userName, PASSWORD)).toBe(true);
    await links.spend(token, NEW_PASSWORD);
    expect(await opensWith(user.userName, PASSWORD)).toBe(false);
  });

  it('takes back every other link of that person, and none of anybody else', async () => {
    const [user, other] = [await aUser(db), await aUser(db)];
    const [theirs, own] = [await issue(other), await issue(user)];
    await db.query(`insert into credential_link (token_hash, user_id, expires_at) values ('another', $1, now() + interval '1 day')`, [user.id]);
    await links.spend(tokenOf(own), NEW_PASSWORD);
    expect(await db.query('select 1 from credential_link where user_id = $1 and spent_at is null', [user.id])).toEqual([]);
    await links.spend(tokenOf(theirs), NEW_PASSWORD);
  });

  it('does no costly work for a link that opens nothing', async () => {
    expect(await countQueries(db, () => links.spend(newToken(), NEW_PASSWORD).catch(() => undefined))).toBe(1);
  });

  it.each([
    ['expired', `update credential_link set expires_at = now() where user_id = $1`],
    ['spent', 'update credential_link set spent_at = now() where user_id = $1'],
    ['of somebody who is closed', 'update user_account set active = false where id = $1'],
  ])('refuses one that is %s', async (_, statement) => {
    const user = await aUser(db);
    const token = tokenOf(await issue(user));
    await db.query(statement, [user.id]);
    await expect(links.spend(token, NEW_PASSWORD)).rejects.toMatchObject({ code: 'link.spent' });
    expect(await opensWith(user.userName, PASSWORD)).toBe(true);
  });

  it('lets whoever had to wait for too many failures sign in at once', async () => {
    const user = await aUser(db);
    const attempt = { userName: user.userName, address: '203.0.113.7' };
    for (let failures = 0; failures < 5; failures += 1) {
      await throttle.admit(attempt);
    }
    await expect(throttle.admit(attempt)).rejects.toMatchObject({ code: 'sign-in.delayed' });
    await links.spend(tokenOf(await issue(user)), NEW_PASSWORD);
    expect(await throttle.admit(attempt)).toBe(1);
  });

  it('is open to the very end of its week', async () => {
    const user = await aUser(db);
    const token = tokenOf(await issue(user));
    await db.query(`update credential_link set expires_at = now() + interval '20 seconds' where user_id = $1`, [user.id]);
    await links.spend(token, NEW_PASSWORD);
  });
});
