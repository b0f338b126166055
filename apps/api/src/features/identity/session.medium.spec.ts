import type { Role } from '@par-index/contract';
import type supertest from 'supertest';
import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { countQueries } from '../../../test/database';
import { anAgency } from '../../../test/factories/agency.factory';
import { aUser, PASSWORD } from '../../../test/factories/user.factory';
import { AuditEvent } from '../../platform/audit/audit-event.entity';
import { Session } from './session.entity';

const SESSION = '/api/v1/session';
const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

/** The cookie that an answer sets, as a browser sends it back. */
const cookieOf = ({ headers }: supertest.Response): string => String(headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';

describe('a session', () => {
  let test: TestApp;
  let agencyId: string;

  beforeAll(async () => {
    test = await startTestApp();
    agencyId = (await anAgency(test.db, { code: 'so-y-te', name: 'Sở Y tế', shortName: 'SYT' })).id;
  });
  afterAll(() => test.close());

  const person = (role: Role = 'agency-officer') => aUser(test.db, { grants: [{ role, agencyId }] });
  const signIn = (userName: string, password: string = PASSWORD) => test.anonymous.post(SESSION).set('user-agent', CHROME).send({ userName, password });
  const anew = async (): Promise<Browser> => test.signedIn((await person()).id);

  describe('at the sign-in', () => {
    it('opens with the right password, whatever the case of the name', async () => {
      const user = await person();
      const { body, headers } = await signIn(` ${user.userName.toUpperCase()} `).expect(201);
      expect(body).toMatchObject({ userId: user.id, userName: user.userName, fullName: user.fullName, demo: false });
      expect(body.grants).toEqual([{ role: 'agency-officer', agency: { id: agencyId, code: 'so-y-te', name: 'Sở Y tế', shortName: 'SYT' } }]);
      expect(body.permissions).toContain('assessment.edit');
      expect(headers['set-cookie']).toEqual([expect.stringMatching(/^par=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)]);
    });

    it('keeps only a hash of the token', async () => {
      const user = await person();
      const token = cookieOf(await signIn(user.userName)).slice('par='.length);
      const [session] = await test.db.manager.findBy(Session, { userId: user.id });
      expect(session?.tokenHash).toMatch(/^[0-9a-f]{64}$/);
      expect(session?.tokenHash).not.toContain(token);
      expect(session?.device).toBe('Chrome trên Windows');
    });

    it('answers a wrong password, an unknown name, a closed account and one without a password alike', async () => {
      const closed = await aUser(test.db, { active: false });
      const empty = await aUser(test.db, { hasPassword: false });
      const attempts = [signIn((await person()).userName, 'wrong password'), signIn('nobody.at.all'), signIn(closed.userName), signIn(empty.userName)];
      const answers = (await Promise.all(attempts)).map(({ status, body }) => ({ status, ...body, traceId: '' }));
      expect(answers[0]).toMatchObject({ status: 401, code: 'sign-in.refused' });
      expect(answers).toEqual(Array(4).fill(answers[0]));
    });

    it('records who signed in and who failed to, and no name of an account that is not there', async () => {
      const user = await person();
      await signIn(user.userName, 'wrong password').expect(401);
      await signIn(user.userName).expect(201);
      await signIn('my-password-in-the-wrong-box', 'x').expect(401);
      const events = await test.db.manager.find(AuditEvent, { where: { subjectId: user.id }, order: { at: 'ASC' } });
      expect(events).toMatchObject([
        { event: 'sign-in.failed', payload: { userName: user.userName, failures: 1 } },
        { event: 'session.opened', actorId: user.id, payload: { userName: user.userName } },
      ]);
      expect(await test.db.query(`select 1 from audit_event where payload::text like '%wrong-box%'`)).toEqual([]);
    });

    it('gives a new token each time, and ends the one before', async () => {
      const user = await person();
      const first = cookieOf(await signIn(user.userName).expect(201));
      const second = cookieOf(await signIn(user.userName).set('cookie', first).expect(201));
      expect(second).not.toBe(first);
      await test.anonymous.get(SESSION).set('cookie', first).expect(401);
      await test.anonymous.get(SESSION).set('cookie', second).expect(200);
    });

    it('takes no token that it did not make', async () => {
      const planted = `par=${'A'.repeat(43)}`;
      const user = await person();
      const given = cookieOf(await signIn(user.userName).set('cookie', planted).expect(201));
      expect(given).not.toBe(planted);
      await test.anonymous.get(SESSION).set('cookie', planted).expect(401);
    });

    it('refuses a request that another site makes', async () => {
      const user = await person();
      const { body } = await signIn(user.userName).set('origin', 'https://evil.example').expect(403);
      expect(body.code).toBe('request.csrf');
      await signIn(user.userName).set('sec-fetch-site', 'cross-site').expect(403);
    });
  });

  it('is read in one statement', async () => {
    const browser = await anew();
    expect(await countQueries(test.db, () => browser.get(SESSION).expect(200))).toBe(1);
  });

  it('is put off by use, but never beyond a week', async () => {
    const browser = await anew();
    await test.db.query(
      `update session set last_seen_at = now() - interval '1 hour', expires_at = now() + interval '1 minute', ends_at = now() + interval '2 hours' where user_id = $1`,
      [browser.userId],
    );
    await browser.get(SESSION).expect(200);
    const [session] = await test.db.manager.findBy(Session, { userId: browser.userId ?? '' });
    expect(session?.expiresAt).toEqual(session?.endsAt);
    expect(Date.now() - Number(session?.lastSeenAt)).toBeLessThan(60_000);
  });

  it.each(['expires_at', 'ends_at'])('is over when its %s has passed', async (column) => {
    const browser = await anew();
    await test.db.query(`update session set ${column} = now() - interval '1 second' where user_id = $1`, [browser.userId]);
    await browser.get(SESSION).expect(401);
  });

  it('is over as soon as its owner is closed', async () => {
    const browser = await anew();
    await test.db.query('update user_account set active = false where id = $1', [browser.userId]);
    await browser.get(SESSION).expect(401);
  });

  it('follows a change of roles at once', async () => {
    const browser = await anew();
    await test.db.query('delete from user_grant where user_id = $1', [browser.userId]);
    await browser.get('/api/v1/agencies').expect(403);
  });

  describe('writes', () => {
    it('only with its own CSRF token', async () => {
      const browser = await anew();
      const other = await anew();
      const foreign = (await other.get(SESSION)).body.csrfToken;
      expect((await browser.delete('/api/v1/account/sessions').set('x-csrf-token', '').expect(403)).body.code).toBe('request.csrf');
      expect((await browser.delete('/api/v1/account/sessions').set('x-csrf-token', foreign).expect(403)).body.code).toBe('request.csrf');
      await browser.delete('/api/v1/account/sessions').expect(204);
    });

    it('not for another site, even with the token', async () => {
      const browser = await anew();
      await browser.delete('/api/v1/account/sessions').set('origin', 'https://evil.example').expect(403);
      await browser.delete('/api/v1/account/sessions').set('origin', 'null').expect(403);
      await browser.delete('/api/v1/account/sessions').set('host', 'par.example').set('origin', 'https://par.example').expect(204);
    });
  });

  it('ends at the sign-out', async () => {
    const browser = await anew();
    const { headers } = await browser.delete(SESSION).expect(204);
    expect(headers['set-cookie']).toEqual([expect.stringContaining('par=; Path=/; Expires=Thu, 01 Jan 1970')]);
    await browser.get(SESSION).expect(401);
  });

  describe('among those of one person', () => {
    it('is listed, with a mark at the one that asks', async () => {
      const user = await person();
      await signIn(user.userName);
      const browser = await test.signedIn(user.id);
      const { body } = await browser.get('/api/v1/account/sessions').expect(200);
      expect(body).toMatchObject([{ current: true, device: 'Firefox trên Linux' }, { current: false, device: 'Chrome trên Windows' }]);
    });

    it('can be ended alone', async () => {
      const user = await person();
      const [here, there] = [await test.signedIn(user.id), await test.signedIn(user.id)];
      const { body } = await here.get('/api/v1/account/sessions');
      const other = body.find(({ current }: { current: boolean }) => !current);
      await here.delete(`/api/v1/account/sessions/${other.id}`).expect(204);
      await there.get(SESSION).expect(401);
      await here.get(SESSION).expect(200);
    });

    it('can end all the others, which is recorded', async () => {
      const user = await person();
      const [here, there, elsewhere] = [await test.signedIn(user.id), await test.signedIn(user.id), await test.signedIn(user.id)];
      await here.delete('/api/v1/account/sessions').expect(204);
      await there.get(SESSION).expect(401);
      await elsewhere.get(SESSION).expect(401);
      await here.get(SESSION).expect(200);
      expect(await test.db.manager.findBy(AuditEvent, { subjectId: user.id, event: 'session.ended' })).toMatchObject([{ payload: { sessions: 2 } }]);
    });

    it('never ends one of somebody else', async () => {
      const [one, other] = [await anew(), await anew()];
      const { body } = await other.get('/api/v1/account/sessions');
      await one.delete(`/api/v1/account/sessions/${body[0].id}`).expect(404);
      await other.get(SESSION).expect(200);
    });
  });

  describe('that changes the password', () => {
    const change = (browser: Browser, currentPassword: string, newPassword: string) =>
      browser.put('/api/v1/account/password').send({ currentPassword, newPassword });

    it('stays, and all others end', async () => {
      const user = await person();
      const [here, there] = [await test.signedIn(user.id), await test.signedIn(user.id)];
      await change(here, PASSWORD, 'bốn mùa hoa gạo đỏ').expect(204);
      await here.get(SESSION).expect(200);
      await there.get(SESSION).expect(401);
      await signIn(user.userName).expect(401);
      await signIn(user.userName, 'bốn mùa hoa gạo đỏ').expect(201);
    });

    it('must know the old one', async () => {
      const { body } = await change(await anew(), 'a guess', 'bốn mùa hoa gạo đỏ').expect(422);
      expect(body).toMatchObject({ code: 'password.wrong', errors: [{ pointer: '/currentPassword' }] });
    });

    it('can not choose a weak one', async () => {
      const { body } = await change(await anew(), PASSWORD, '123').expect(422);
      expect(body).toMatchObject({ code: 'password.too-weak', errors: [{ pointer: '/newPassword', detail: 'Mật khẩu cần ít nhất 10 ký tự.' }] });
    });

    it('is slowed down when it guesses', async () => {
      const browser = await anew();
      for (let guess = 0; guess < 5; guess += 1) {
        await change(browser, `guess ${guess}`, 'bốn mùa hoa gạo đỏ').expect(422);
      }
      await change(browser, PASSWORD, 'bốn mùa hoa gạo đỏ').expect(429);
    });
  });
});

describe('over https', () => {
  it('the cookie is bound to this host and never sent in the open', async () => {
    const test = await startTestApp({ PAR_TRUST_PROXY: '1' });
    const user = await aUser(test.db);
    const { headers } = await test.anonymous.post(SESSION).set('x-forwarded-proto', 'https').send({ userName: user.userName, password: PASSWORD }).expect(201);
    expect(headers['set-cookie']).toEqual([expect.stringMatching(/^__Host-par=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/)]);
    await test.close();
  });
});
