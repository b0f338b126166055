import express, { type Request } from 'express';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import supertest from 'supertest';
import { FrameworkLogger } from './framework-logger';
import { loggedPath, requestLog } from './request-log';

const lines: string[] = [];
const logger = pino({ base: null }, new Writable({ write: (chunk, _encoding, done) => (lines.push(String(chunk)), done()) }));

const app = express();
app.use(requestLog(logger));
app.use((request: Request & { actor?: object }, response) => {
  request.actor = { id: 'u-1' };
  response.status(request.path.endsWith('/broken') ? 500 : 200).json({ id: request.id });
});

describe('the log of requests', () => {
  beforeEach(() => void lines.splice(0));

  it('has one line for each, with who asked and under which id', async () => {
    const { body, headers } = await supertest(app).get('/api/v1/agencies');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 30, req: { id: body.id, method: 'GET', path: '/api/v1/agencies' }, res: { statusCode: 200 }, userId: 'u-1' },
    ]);
    expect(headers['x-request-id']).toBe(body.id);
  });

  it('marks our own failures', async () => {
    await supertest(app).get('/api/v1/broken');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 50, res: { statusCode: 500 } });
  });

  it('holds no cookie, no header, no query and no one-use link', async () => {
    await supertest(app).post('/api/v1/credential-links/tok-secret?q=query-secret').set({ 'cookie': 'par=cookie-secret', 'x-csrf-token': 'csrf-secret' }).send({ newPassword: 'body-secret' });
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain('secret');
  });

  it('says nothing of health checks and files', async () => {
    await supertest(app).get('/health/live');
    await supertest(app).get('/main.js');
    expect(lines).toEqual([]);
  });

  it.each(['trace-1234', 'A.b_c-d:'.replace(':', '9')])('goes on with the id «%s» of the caller', async (id) => {
    expect((await supertest(app).get('/api/v1/x').set('x-request-id', id)).headers['x-request-id']).toBe(id);
  });

  it.each(['short', 'x'.repeat(65), 'has space in', '{"json":1}', '<script>abc'])('gives an id of its own for «%s»', async (id) => {
    expect((await supertest(app).get('/api/v1/x').set('x-request-id', id)).headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('loggedPath', () => {
  it.each([
    ['/api/v1/users?search=Hạnh', '/api/v1/users'],
    ['/api/v1/credential-links/abc', '/api/v1/credential-links/…'],
    ['', ''],
  ])('of «%s» is «%s»', (url, path) => expect(loggedPath(url)).toBe(path));
});

describe('FrameworkLogger', () => {
  const target = { log: jest.fn(), error: jest.fn(), warn: jest.fn(), debug: jest.fn(), verbose: jest.fn(), fatal: jest.fn() };
  const framework = new FrameworkLogger(target);

  it('passes over what the framework tells at every start', () => {
    framework.log('Mapped {/x, GET} route', 'RouterExplorer');
    expect(target.log).not.toHaveBeenCalled();
    framework.log('something of ours', 'CycleClock');
    expect(target.log).toHaveBeenCalledWith('something of ours', 'CycleClock');
  });

  it.each(['error', 'warn', 'debug', 'verbose', 'fatal'] as const)('passes on every %s', (level) => {
    framework[level]('it happened', 'RouterExplorer');
    expect(target[level]).toHaveBeenCalledWith('it happened', 'RouterExplorer');
  });
});
