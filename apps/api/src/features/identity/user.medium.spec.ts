import { randomUUID } from 'node:crypto';
import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { countQueries } from '../../../test/database';
import { anAgency, unused } from '../../../test/factories/agency.factory';
import { aUser } from '../../../test/factories/user.factory';
import { AuditEvent } from '../../platform/audit/audit-event.entity';

const USERS = '/api/v1/users';
const NEW_PASSWORD = 'bốn mùa hoa gạo đỏ';

describe('people', () => {
  let test: TestApp;
  let admin: Browser;
  let agencyId: string;

  beforeAll(async () => {
    test = await startTestApp({ PAR_PUBLIC_URL: 'https://par.example/' });
    agencyId = (await anAgency(test.db, { code: 'so-y-te', name: 'Sở Y tế', shortName: 'SYT' })).id;
    admin = await test.signedInAs([{ role: 'admin', agencyId }]);
  });
  afterAll(() => test.close());

  const officer = () => [{ role: 'agency-officer', agencyId }];
  const create = async (userName = unused('canbo')) =>
    (await admin.post(USERS).send({ userName, fullName: 'Đỗ Thị Hạnh', grants: officer() }).expect(201)).body;
  const tokenOf = (url: string): string => new URL(url).hash.slice(1);
  const spend = (token: string, newPassword: string = NEW_PASSWORD) => test.anonymous.post(`/api/v1/credential-links/${token}`).send({ newPassword });
  const signIn = (userName: string, password: string = NEW_PASSWORD) => test.anonymous.post('/api/v1/session').send({ userName, password });

  describe('who are new', () => {
    it('come without a password and with a link of a week', async () => {
      const { user, link } = await create('Canbo.Moi');
      expect(user).toMatchObject({ userName: 'canbo.moi', fullName: 'Đỗ Thị Hạnh', active: true, hasPassword: false, lastSignInAt: null, version: 1 });
      expect(user.grants).toEqual([{ role: 'agency-officer', agency: { id: agencyId, code: 'so-y-te', name: 'Sở Y tế', shortName: 'SYT' } }]);
      expect(link.url).toMatch(/^https:\/\/par\.example\/set-password#[\w-]{43}$/);
      expect((Date.parse(link.expiresAt) - Date.now()) / 86_400_000).toBeCloseTo(7, 2);
      expect(await test.db.manager.find(AuditEvent, { where: { subjectId: user.id }, order: { at: 'ASC', event: 'ASC' } })).toMatchObject([
        { event: 'user.created', actorId: admin.userId, payload: { userName: 'canbo.moi', grants: ['agency-officer@so-y-te'] } },
        { event: 'user.link-issued' },
      ]);
    });

    it('can not have a name that is taken', async () => {
      const { user } = await create();
      const { body } = await admin.post(USERS).send({ userName: user.userName, fullName: 'Khác', grants: [] }).expect(409);
      expect(body).toMatchObject({ code: 'record.duplicate', errors: [{ pointer: '/userName' }] });
    });

    it.each([
      [{ userName: 'có dấu' }, '/userName'],
      [{ userName: 'ab' }, '/userName'],
      [{ fullName: ' ' }, '/fullName'],
      [{ email: 'không phải thư' }, '/email'],
      [{ grants: [{ role: 'king', agencyId: randomUUID() }] }, '/grants/0/role'],
      [{ grants: [{ role: 'leader', agencyId: randomUUID() }] }, '/grants/0/agencyId'],
      [{ password: 'x' }, '/password'],
    ])('can not have %j', async (wrong, pointer) => {
      const { body } = await admin.post(USERS).send({ userName: unused('u'), fullName: 'A', grants: [], ...wrong }).expect(422);
      expect(body).toMatchObject({ code: 'request.invalid', errors: [{ pointer }] });
    });

    it('are made by an administrator alone', async () => {
      const homeAffairs = await test.signedInAs([{ role: 'home-affairs', agencyId }]);
      await homeAffairs.post(USERS).send({ userName: 'x.y.z', fullName: 'A', grants: [] }).expect(403);
      await homeAffairs.get(USERS).expect(403);
    });
  });

  describe('with a one-use link', () => {
    it('set a password once', async () => {
      const { user, link } = await create();
      await spend(tokenOf(link.url)).expect(204);
      await signIn(user.userName).expect(201);
      expect((await spend(tokenOf(link.url), 'another one, longer').expect(410)).body.code).toBe('link.spent');
      await signIn(user.userName).expect(201);
    });

    it('may try again after a weak one', async () => {
      const { user, link } = await create();
      expect((await spend(tokenOf(link.url), user.userName).expect(422)).body.code).toBe('password.too-weak');
      await spend(tokenOf(link.url)).expect(204);
    });

    it('spend it once, however many at once', async () => {
      const { link } = await create();
      const answers = await Promise.all(Array.from({ length: 6 }, () => spend(tokenOf(link.url))));
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 410, 410, 410, 410, 410]);
    });

    it('find that a newer link has taken back the older one', async () => {
      const { user, link } = await create();
      const { body: newer } = await admin.post(`${USERS}/${user.id}/credential-link`).expect(201);
      await spend(tokenOf(link.url)).expect(410);
      await spend(tokenOf(newer.url)).expect(204);
    });

    it('end the sessions that are open', async () => {
      const { user, link } = await create();
      const before = await test.signedIn(user.id);
      await spend(tokenOf(link.url)).expect(204);
      await before.get('/api/v1/session').expect(401);
    });

    it.each([
      ['after a week', `update credential_link set expires_at = now() - interval '1 second' where user_id = $1`],
      ['once the account is closed', 'update user_account set active = false where id = $1'],
    ])('find it shut %s', async (_, statement) => {
      const { user, link } = await create();
      await test.db.query(statement, [user.id]);
      await spend(tokenOf(link.url)).expect(410);
    });

    it('get nowhere by guessing', () => spend('A'.repeat(43)).expect(410));

    it('get none while their account is closed', async () => {
      const { id } = await aUser(test.db, { active: false });
      expect((await admin.post(`${USERS}/${id}/credential-link`).expect(409)).body.code).toBe('user.inactive');
    });
  });

  describe('in the list', () => {
    it.each(['do thi hanh', 'Đỗ Thị', 'canbo.tim'])('are found by «%s»', async (search) => {
      await admin.post(USERS).send({ userName: 'canbo.tim', fullName: 'Đỗ Thị Hạnh Tìm', grants: officer() });
      const { body } = await admin.get(USERS).query({ search }).expect(200);
      expect(body.items.map(({ userName }: { userName: string }) => userName)).toContain('canbo.tim');
    });

    it('are narrowed to a role at an agency', async () => {
      const other = await anAgency(test.db);
      const head = await aUser(test.db, { grants: [{ role: 'agency-head', agencyId: other.id }, { role: 'leader', agencyId }] });
      const { body } = await admin.get(USERS).query({ agencyId: other.id, role: 'agency-head' }).expect(200);
      expect(body).toMatchObject({ total: 1, items: [{ id: head.id }] });
      expect((await admin.get(USERS).query({ agencyId: other.id, role: 'leader' })).body.total).toBe(0);
    });

    it('cost two statements besides the session', async () => {
      expect(await countQueries(test.db, () => admin.get(USERS).expect(200))).toBe(3);
    });

    it('never show a hash', async () => {
      expect(JSON.stringify((await admin.get(USERS)).body)).not.toContain('argon2');
    });
  });

  describe('who change', () => {
    const edit = (id: string, version: number, body: object) => admin.put(`${USERS}/${id}`).set('If-Match', `"${version}"`).send(body);

    it('get other roles, a new version and an audit line with both', async () => {
      const { user } = await create();
      const { body } = await edit(user.id, 1, { fullName: 'Đỗ Hạnh', active: true, grants: [{ role: 'agency-head', agencyId }] }).expect(200);
      expect(body).toMatchObject({ fullName: 'Đỗ Hạnh', version: 2, grants: [{ role: 'agency-head' }] });
      expect(await test.db.manager.findBy(AuditEvent, { subjectId: user.id, event: 'user.edited' })).toMatchObject([
        { payload: { before: { fullName: 'Đỗ Thị Hạnh', grants: ['agency-officer@so-y-te'] }, after: { fullName: 'Đỗ Hạnh', grants: ['agency-head@so-y-te'] } } },
      ]);
      await edit(user.id, 1, { fullName: 'X', active: true, grants: [] }).expect(412);
    });

    it('get an address for mails, keep it where it is not named, and lose it where it is emptied', async () => {
      const { user } = await create();
      const sent = async (version: number, email?: string | null) =>
        ((await edit(user.id, version, { fullName: 'Đỗ Hạnh', active: true, grants: officer(), ...(email === undefined ? {} : { email }) }).expect(200)).body as { email: string | null }).email;
      expect([user.email, await sent(1, ' hanh@tinh.example '), await sent(2), await sent(3, ''), await sent(4)]).toEqual([null, 'hanh@tinh.example', 'hanh@tinh.example', null, null]);
    });

    it('lose their sessions when they are closed', async () => {
      const { user } = await create();
      const browser = await test.signedIn(user.id);
      await edit(user.id, 1, { fullName: 'A', active: false, grants: officer() }).expect(200);
      await browser.get('/api/v1/session').expect(401);
      expect(await test.db.query('select 1 from session where user_id = $1', [user.id])).toEqual([]);
    });

    it.each([
      ['closed', { active: false, grants: 'own' }],
      ['without that role', { active: true, grants: [] }],
    ])('are never the last administrator %s', async (_, { active, grants }) => {
      const own = { fullName: 'A', active, grants: grants === 'own' ? [{ role: 'admin', agencyId }] : [] };
      const { body } = await edit(admin.userId ?? '', 1, own).expect(409);
      expect(body.code).toBe('user.last-admin');
    });

    it('never leave the system without an administrator, even two at once', async () => {
      const second = await aUser(test.db, { grants: [{ role: 'admin', agencyId }] });
      await Promise.all(Array.from({ length: 4 }, () => test.db.query('select pg_sleep(0.05)')));
      const leave = { fullName: 'A', active: true, grants: [] };
      const answers = await Promise.all([edit(admin.userId ?? '', 1, leave), edit(second.id, 1, leave)]);
      expect(answers.map(({ status }) => status).sort()).not.toEqual([200, 200]);
      const left = await test.db.query(`select 1 from user_grant where role = 'admin'`);
      expect(left).toHaveLength(1);
    });
  });
});
