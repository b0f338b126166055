import type { DataSource } from 'typeorm';
import { openTestDatabase, unitOfWorkOf } from '../../../test/database';
import { aUser, PASSWORD } from '../../../test/factories/user.factory';
import { AuditEvent } from '../../platform/audit/audit-event.entity';
import { configFrom } from '../../platform/config/config';
import { AccountService } from './account.service';
import { SessionRepository } from './session.repository';
import { SignInService } from './sign-in.service';
import { SignInThrottle } from './sign-in-throttle';
import { UserRepository } from './user.repository';

const configOf = (PAR_DEMO: string) => configFrom({ DATABASE_URL: 'postgres://x/y', SESSION_SECRET: 's'.repeat(32), PAR_DEMO });
const NEW_PASSWORD = 'bốn mùa hoa gạo đỏ';

describe('signing in', () => {
  let db: DataSource;
  let sessions: SessionRepository;
  let account: AccountService;
  let signInWith: (demo: string) => SignInService;
  let visits = 0;

  beforeAll(async () => {
    db = await openTestDatabase();
    const [unitOfWork, users] = [unitOfWorkOf(db), new UserRepository()];
    const throttle = new SignInThrottle(unitOfWork, configOf('0'));
    sessions = new SessionRepository(db);
    account = new AccountService(db, unitOfWork, users, sessions, throttle);
    signInWith = (demo) => new SignInService(db, unitOfWork, users, sessions, throttle, configOf(demo));
  });
  afterAll(() => db.destroy());

  const browser = (formerSessionId: string | null = null) => ({ address: `192.0.2.${(visits += 1)}`, device: 'Firefox trên Linux', formerSessionId });
  const signIn = (userName: string, password: string = PASSWORD) => signInWith('0').signIn({ userName, password }, browser());
  const live = async (token: string) => {
    const session = await sessions.findLive(token);
    return session ?? Promise.reject(new Error('no session'));
  };
  const failuresOf = async (subjectId: string) => (await db.manager.find(AuditEvent, { where: { subjectId, event: 'sign-in.failed' }, order: { at: 'ASC' } })).map(({ payload }) => payload);

  it('opens a session and notes when, without an edit of the person', async () => {
    const { id, userName } = await aUser(db);
    const session = await live(await signIn(userName));
    expect(session.actor.id).toBe(id);
    const [row] = await db.query(`select last_sign_in_at > now() - interval '1 minute' noted, version from user_account where id = $1`, [id]);
    expect(row).toEqual({ noted: true, version: 1 });
  });

  it('records each failure with how many there have been in a row', async () => {
    const { id, userName } = await aUser(db);
    for (const guess of ['one guess', 'another guess']) {
      await expect(signIn(userName, guess)).rejects.toMatchObject({ code: 'sign-in.refused' });
    }
    await signIn(userName);
    await expect(signIn(userName, 'a guess after success')).rejects.toMatchObject({ code: 'sign-in.refused' });
    expect(await failuresOf(id)).toEqual([{ userName, failures: 1 }, { userName, failures: 2 }, { userName, failures: 1 }]);
  });

  it.each([
    ['closed', 'update user_account set active = false where id = $1'],
    ['given another password', `update user_account set password_hash = 'x' where id = $1`],
  ])('opens nothing for an account that was %s while the password was looked at', async (_, change) => {
    const { id, userName } = await aUser(db);
    const find = jest.spyOn(UserRepository.prototype, 'findCredentials').mockImplementationOnce(async (em, name) => {
      const found = await new UserRepository().findCredentials(em, name);
      await db.query(change, [id]);
      return found;
    });
    await expect(signIn(userName)).rejects.toMatchObject({ code: 'sign-in.refused' });
    find.mockRestore();
    expect(await db.query('select 1 from session where user_id = $1', [id])).toEqual([]);
  });

  it('takes back the links of whoever changes the password', async () => {
    const { id, userName } = await aUser(db);
    await db.query(`insert into credential_link (token_hash, user_id, expires_at) values ($1, $2, now() + interval '7 days')`, [id.replaceAll('-', '').padEnd(64, '0'), id]);
    const session = await live(await signIn(userName));
    await account.changePassword(session, { currentPassword: PASSWORD, newPassword: NEW_PASSWORD }, '192.0.2.250');
    expect(await db.query('select 1 from credential_link where user_id = $1 and spent_at is null', [id])).toEqual([]);
  });

  it('ends the session that the browser had, whoever it belonged to', async () => {
    const [before, after] = [await aUser(db), await aUser(db)];
    const former = await live(await signIn(before.userName));
    await signInWith('0').signIn({ userName: after.userName, password: PASSWORD }, browser(former.id));
    expect(await db.query('select 1 from session where id = $1', [former.id])).toEqual([]);
  });

  it('leaves other browsers of the same person signed in', async () => {
    const { userName } = await aUser(db);
    const first = await signIn(userName);
    await signIn(userName);
    await expect(live(first)).resolves.toMatchObject({ userName });
  });

  it('clears away the sessions of this person that have run out', async () => {
    const { id, userName } = await aUser(db);
    const old = await live(await signIn(userName));
    await db.query(`update session set expires_at = now() - interval '1 second' where id = $1`, [old.id]);
    await signIn(userName);
    expect(await db.query('select count(*)::int from session where user_id = $1', [id])).toEqual([{ count: 1 }]);
  });

  describe('as somebody of the demonstration', () => {
    const demo = (setting: string, userName: string) => signInWith(setting).signInAsDemoPerson(userName, browser());

    it('needs the setting, and a person who stands on a card', async () => {
      const [shown, hidden] = [await aUser(db, { hasPassword: false }), await aUser(db)];
      await db.query(`insert into demo_person values ($1, 'Xem.', 1)`, [shown.id]);
      await expect(live(await demo('1', shown.userName))).resolves.toMatchObject({ demo: true, userName: shown.userName });
      await expect(demo('0', shown.userName)).rejects.toMatchObject({ code: 'record.not-found' });
      await expect(demo('1', hidden.userName)).rejects.toMatchObject({ code: 'record.not-found' });
    });
  });

  describe('and changing the password', () => {
    it('sets it, ends all other sessions and says so', async () => {
      const { id, userName } = await aUser(db);
      const [here, there] = [await signIn(userName), await signIn(userName)];
      await account.changePassword(await live(here), { currentPassword: PASSWORD, newPassword: NEW_PASSWORD }, '192.0.2.250');
      await expect(live(here)).resolves.toBeDefined();
      await expect(live(there)).rejects.toThrow('no session');
      await signIn(userName, NEW_PASSWORD);
      expect(await db.manager.countBy(AuditEvent, { subjectId: id, event: 'user.password-set', actorId: id })).toBe(1);
    });

    it.each([
      ['the old one is wrong', 'a guess', NEW_PASSWORD, 'password.wrong'],
      ['the new one is weak', PASSWORD, '1234567890', 'password.too-weak'],
    ])('changes nothing when %s', async (_, currentPassword, newPassword, code) => {
      const { userName } = await aUser(db);
      const session = await live(await signIn(userName));
      await expect(account.changePassword(session, { currentPassword, newPassword }, '192.0.2.251')).rejects.toMatchObject({ code });
      await signIn(userName);
    });
  });

  it('shows people their own sessions alone', async () => {
    const [one, other] = [await aUser(db), await aUser(db)];
    const session = await live(await signIn(one.userName));
    await signIn(other.userName);
    expect(await account.listSessions(session)).toMatchObject([{ id: session.id, current: true, device: 'Firefox trên Linux' }]);
  });
});
