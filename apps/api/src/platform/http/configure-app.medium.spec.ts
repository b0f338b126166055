import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { anAgency } from '../../../test/factories/agency.factory';

describe('the server around its features', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp({ PAR_TRUST_PROXY: '1' });
  });
  afterAll(() => test.close());

  const signIn = () => test.anonymous.post('/api/v1/session');
  const PROBLEM = 'application/problem+json; charset=utf-8';

  it.each<[string, () => ReturnType<typeof signIn>, number, string]>([
    ['a body that is no JSON', () => signIn().set('content-type', 'application/json').send('{"userName":'), 400, 'request.malformed'],
    ['a body that is a word', () => signIn().set('content-type', 'application/json').send('"word"'), 400, 'request.malformed'],
    ['a body in an unknown encoding', () => signIn().set({ 'content-type': 'application/json', 'content-encoding': 'brotli' }).send('{}'), 415, 'request.media-type'],
    ['a body that is too large', () => signIn().send({ userName: 'x'.repeat(1_100_000) }), 413, 'request.too-large'],
    ['a body nested without end', () => signIn().set('content-type', 'application/json').send(`{"userName":${'['.repeat(50_000)}${']'.repeat(50_000)}}`), 413, 'request.too-large'],
    ['a body of thousands of names', () => signIn().send(Object.fromEntries(Array.from({ length: 9000 }, (_, index) => [`n${index}`, 1]))), 413, 'request.too-large'],
    ['half of a character', () => signIn().set('content-type', 'application/json').send('{"userName":"a\\ud800","password":""}'), 422, 'request.invalid'],
    ['a list where a record is asked for', () => signIn().send([1, 2]), 422, 'request.invalid'],
    ['an address that is none', () => test.anonymous.get('/api/v1/%E0%A4%A'), 400, 'request.malformed'],
    ['an unknown address of the API', () => test.anonymous.get('/api/v1/nothing'), 404, 'request.not-found'],
    ['an unknown address beside it', () => test.anonymous.get('/nothing'), 404, 'request.not-found'],
    ['an unknown version of it', () => test.anonymous.get('/api/v2/site'), 404, 'request.not-found'],
    ['a method that is not known there', () => test.anonymous.delete('/api/v1/site'), 405, 'request.method-not-allowed'],
  ])('refuses %s in words, with an id to ask about', async (_, send, status, code) => {
    const { body, headers } = await send().expect(status);
    expect(body).toMatchObject({ code, status, type: `/problems/${code}`, traceId: headers['x-request-id'] });
    expect(headers['content-type']).toBe(PROBLEM);
    expect(headers['cache-control']).toBe('no-store');
  });

  it('says which methods are known', async () => {
    expect((await test.anonymous.delete('/api/v1/site')).headers['allow']).toBe('GET');
    expect((await test.anonymous.put('/api/v1/session')).headers['allow']).toBe('GET, POST, DELETE');
  });

  it('takes a criteria set of several megabytes, and only there', async () => {
    const homeAffairs = await test.signedInAs([{ role: 'home-affairs', agencyId: (await anAgency(test.db)).id }]);
    const large = { filling: 'x'.repeat(2_000_000) };
    await homeAffairs.post('/api/v1/criteria-sets').send(large).expect(422);
    await homeAffairs.post('/api/v1/cycles').send(large).expect(413);
    await homeAffairs.post('/api/v1/criteria-sets').send({ filling: 'x'.repeat(5_300_000) }).expect(413);
  });

  it('reads a large body only for whoever may send one', async () => {
    const officer = await test.signedInAs([{ role: 'agency-officer', agencyId: (await anAgency(test.db)).id }]);
    const broken = `{"filling":"${'x'.repeat(2_000_000)}`;
    const send = (browser: Browser) => browser.post('/api/v1/criteria-sets').set('content-type', 'application/json').send(broken);
    expect((await send(test.anonymous)).body).toMatchObject({ status: 401, code: 'access.unauthenticated' });
    expect((await send(officer)).body).toMatchObject({ status: 403, code: 'access.denied' });
    const small = { filling: 'x'.repeat(10_000) };
    await test.anonymous.post('/api/v1/criteria-sets').send(small).expect(401);
  });

  it('packs answers of some length, and none that holds a token', async () => {
    const homeAffairs = await test.signedInAs([{ role: 'home-affairs', agencyId: (await anAgency(test.db)).id }]);
    for (let more = 0; more < 12; more += 1) {
      await anAgency(test.db);
    }
    const encodingOf = async (path: string, accepted: string) => (await homeAffairs.get(path).set('accept-encoding', accepted).expect(200)).headers['content-encoding'];
    expect(await encodingOf('/api/v1/agencies', 'gzip, br')).toBe('gzip');
    expect(await encodingOf('/api/v1/agencies', 'identity')).toBeUndefined();
    expect(await encodingOf('/api/v1/session', 'gzip')).toBeUndefined();
    expect(await encodingOf('/api/v1/agencies?pageSize=1', 'gzip')).toBeUndefined();
    const plain = (await homeAffairs.get('/api/v1/agencies').set('accept-encoding', 'identity')).body as unknown;
    expect((await homeAffairs.get('/api/v1/agencies').set('accept-encoding', 'gzip')).body).toEqual(plain);
  });

  it('reads a query as plain words', async () => {
    const officer = await test.signedInAs([]);
    await officer.get('/api/v1/account/sessions?a[b]=c&a[b]=d').expect(403);
  });

  it('does not say what it is made of', async () => {
    const { headers } = await test.anonymous.get('/api/v1/site');
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'x-frame-options': 'DENY' });
  });

  it('hides what went wrong inside, and says under which id it is logged', async () => {
    const { headers, body } = await (async () => {
      const spy = jest.spyOn(test.db, 'query').mockRejectedValueOnce(new Error('hunter2 in a stack'));
      const answer = await test.anonymous.get('/api/v1/site').expect(500);
      spy.mockRestore();
      return answer;
    })();
    expect(body).toMatchObject({ code: 'server.failed', traceId: headers['x-request-id'] });
    expect(JSON.stringify(body)).not.toContain('hunter2');
  });

  it('says that the database is gone, when it is', async () => {
    const spy = jest.spyOn(test.db, 'query').mockRejectedValueOnce(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }));
    const { body, headers } = await test.anonymous.get('/api/v1/site').expect(503);
    spy.mockRestore();
    expect(body.code).toBe('server.database-unavailable');
    expect(headers['retry-after']).toBe('5');
  });
});
