import { startTestApp, type TestApp } from '../../../test/app';
import { aUser, PASSWORD } from '../../../test/factories/user.factory';

const SESSION = '/api/v1/session';

describe('guessing passwords', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp({ PAR_TRUST_PROXY: '1' });
  });
  afterAll(() => test.close());

  const attempt = (userName: string, password: string, address = '203.0.113.7') =>
    test.anonymous.post(SESSION).set('x-forwarded-for', address).send({ userName, password });
  const guess = async (times: number, userName: string, address?: string): Promise<void> => {
    for (let index = 0; index < times; index += 1) {
      await attempt(userName, `guess ${index}`, address).expect(401);
    }
  };
  /** As if so many seconds had passed. */
  const wait = (seconds: number) =>
    test.db.query('update sign_in_attempt set waits_until = waits_until - make_interval(secs => $1), last_at = last_at - make_interval(secs => $1)', [seconds]);

  it('waits after five failures at one account, from wherever they come, also with the right password', async () => {
    const { userName } = await aUser(test.db);
    for (const [index, address] of ['203.0.113.1', '203.0.113.2', '203.0.113.3', '203.0.113.4', '203.0.113.5'].entries()) {
      await attempt(userName, `guess ${index}`, address).expect(401);
    }
    const { body, headers } = await attempt(userName, PASSWORD, '203.0.113.6').expect(429);
    expect(body.code).toBe('sign-in.delayed');
    expect(body.params.seconds).toBeGreaterThan(10);
    expect(headers['retry-after']).toBe(String(body.params.seconds));
    expect(body.detail).toMatch(/^Đã nhập sai quá nhiều lần. Hãy đợi \d+ giây rồi đăng nhập lại\.$/);
  });

  it('waits the same for a name that is not there', async () => {
    await guess(5, 'no.such.person', '198.51.100.1');
    await attempt('no.such.person', 'x', '198.51.100.1').expect(429);
  });

  it('waits longer each time, and a refused attempt does not count', async () => {
    const { userName } = await aUser(test.db);
    await guess(5, userName, '198.51.100.2');
    for (let index = 0; index < 3; index += 1) {
      await attempt(userName, 'x', '198.51.100.2').expect(429);
    }
    await wait(16);
    await attempt(userName, 'x', '198.51.100.2').expect(401);
    const { body } = await attempt(userName, 'x', '198.51.100.2').expect(429);
    expect(body.params.seconds).toBeGreaterThan(25);
    expect(body.params.seconds).toBeLessThanOrEqual(30);
  });

  it('begins anew after the right password', async () => {
    const { userName } = await aUser(test.db);
    await guess(4, userName, '198.51.100.3');
    await attempt(userName, PASSWORD, '198.51.100.3').expect(201);
    await guess(4, userName, '198.51.100.3');
    await attempt(userName, PASSWORD, '198.51.100.3').expect(201);
  });

  it('is forgotten after an hour', async () => {
    const { userName } = await aUser(test.db);
    await guess(5, userName, '198.51.100.4');
    await wait(3601);
    await guess(4, userName, '198.51.100.4');
    await attempt(userName, PASSWORD, '198.51.100.4').expect(201);
  });

  it('waits after many failures from one address, whoever is tried', async () => {
    for (let index = 0; index < 30; index += 1) {
      await attempt(`person.${index}`, 'x', '2001:db8:1:2::1').expect(401);
    }
    await attempt('person.30', 'x', '2001:db8:1:2:ffff::9').expect(429);
    await attempt('person.30', 'x', '2001:db8:1:3::1').expect(401);
  });

  it('lets no more than five of many at once be tried', async () => {
    const { userName } = await aUser(test.db);
    const attempts = await Promise.all(Array.from({ length: 20 }, (_, index) => attempt(userName, `guess ${index}`, `192.0.2.${index}`)));
    expect(attempts.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(attempts.filter(({ status }) => status === 429)).toHaveLength(15);
  });

  it('leaves neither names nor addresses in the database', async () => {
    await attempt('somebody.known', 'x', '192.0.2.200').expect(401);
    const rows = JSON.stringify(await test.db.query('select kind, key_hash from sign_in_attempt'));
    expect(rows).not.toMatch(/somebody|192\.0\.2/);
  });
});
