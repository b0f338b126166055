import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../postgres.mjs';
import { isRunning } from '../postgres/processes.mjs';
import { portFrom } from './address.mjs';
import { sessionSecretOf } from './session-secret.mjs';
import { originOf, settingsFrom } from './settings.mjs';

const workspace = resolve(__dirname, '../..');

/** Stands where the built API stands: ready a moment after it listens, writes down what it was given and when it ended. */
const standIn = `
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';
import pg from 'pg';
const note = (line) => appendFileSync('notes', line + '\\n');
const ready = Date.now() + 500;
const { DATABASE_URL, PAR_DEMO = 'none', SESSION_SECRET = 'none', PORT } = process.env;
createServer((_request, response) => { response.statusCode = Date.now() < ready ? 503 : 200; response.end(); }).listen(PORT);
note('pid ' + process.pid); note('demo ' + PAR_DEMO); note('secret ' + SESSION_SECRET.length); note('database ' + DATABASE_URL);
process.on('SIGTERM', async () => {
  const client = new pg.Client({ connectionString: DATABASE_URL });
  await client.connect().then(() => client.query('select 1')).then(() => note('database was there to the end'), () => note('database was gone'));
  process.exit(0);
});
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
`;

let root = '';
let port = 0;
const started: ChildProcess[] = [];
const notes = () => (existsSync(join(root, 'notes')) ? readFileSync(join(root, 'notes'), 'utf8') : '');
const noted = (word: string) => new RegExp(`^${word} (.*)$`, 'm').exec(notes())?.[1] ?? '';

function start(env: Record<string, string> = {}, command: readonly [string, ...string[]] = [process.execPath, 'tools/start.mjs']) {
  const [program, ...words] = command;
  const { NODE_OPTIONS: _options, ...clean } = process.env;
  const child = spawn(program, words, { cwd: root, env: { ...clean, PORT: String(port), ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  started.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => void (said += String(chunk)));
  const until = async (phrase: string) => {
    while (!said.includes(phrase)) {
      if (child.exitCode !== null) throw new Error(`ended without saying "${phrase}": ${said}`);
      await sleep(20);
    }
  };
  return { child, until, ended: once(child, 'exit').then(([code]) => ({ code: code as number | null, said })) };
}

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'par-start-'));
  port = await freePort();
  cpSync(join(workspace, 'tools'), join(root, 'tools'), { recursive: true });
  symlinkSync(join(workspace, 'node_modules'), join(root, 'node_modules'));
  mkdirSync(join(root, 'dist/apps/api'), { recursive: true });
  mkdirSync(join(root, 'dist/apps/web/browser'), { recursive: true });
  writeFileSync(join(root, 'dist/apps/web/browser/index.html'), '');
  writeFileSync(join(root, 'dist/apps/api/main.mjs'), standIn);
});
afterEach(async () => {
  for (const child of started.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  rmSync(root, { recursive: true, force: true });
});

describe('npm start', () => {
  it('says where to open it once it is ready, with a demonstration on a database of its own', async () => {
    const { child, until, ended } = start();
    await until(`http://localhost:${port}`);
    expect((await fetch(`http://localhost:${port}/health/ready`)).status).toBe(200);
    child.kill('SIGINT');
    expect((await ended).code).toBe(0);
    expect([noted('demo'), noted('secret')]).toEqual(['1', '64']);
    expect(statSync(join(root, '.data/session-secret')).mode & 0o777).toBe(0o600);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('lets the API end before the database on %s', async (signal) => {
    const { child, until, ended } = start();
    await until('http://localhost');
    child.kill(signal);
    await ended;
    expect(notes()).toContain('database was there to the end');
    expect(existsSync(join(root, '.data/postgres/postmaster.pid'))).toBe(false);
  });

  it('stops an API whose starter was killed, and starts again on the same data', async () => {
    const first = start();
    await first.until('http://localhost');
    first.child.kill('SIGKILL');
    await first.ended;
    while (isRunning(Number(noted('pid')))) await sleep(20);
    const second = start();
    await second.until('http://localhost');
  });

  it('stops when the shell of npm is gone', async () => {
    const { child, until } = start({ npm_lifecycle_event: 'start' }, ['sh', '-c', `"${process.execPath}" tools/start.mjs & wait`]);
    await until('http://localhost');
    child.kill('SIGKILL');
    while (existsSync(join(root, '.data/postgres/postmaster.pid'))) await sleep(20);
    expect(notes()).toContain('database was there to the end');
  });

  it('refuses a taken port in words, before it starts a database', async () => {
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    const { code, said } = await start().ended;
    other.close();
    expect(code).toBe(1);
    expect(said).toContain(`Cổng ${port} đang có chương trình khác sử dụng`);
    expect(said).toContain(`PORT=${port + 1} npm start`);
    expect(existsSync(join(root, '.data'))).toBe(false);
  });

  it('refuses a second start on the same data in words', async () => {
    const first = start();
    await first.until('http://localhost');
    const { code, said } = await start({ PORT: String(await freePort()) }).ended;
    expect([code, said.includes('đang được tiến trình')]).toEqual([1, true]);
  });

  it('with DATABASE_URL uses that database, and gives neither demonstration nor secret', async () => {
    const { until } = start({ DATABASE_URL: 'postgres://their.own/database' });
    await until('http://localhost');
    expect([noted('database'), noted('demo'), noted('secret')]).toEqual(['postgres://their.own/database', 'none', '4']);
    expect(existsSync(join(root, '.data'))).toBe(false);
  });

  it('says what to run where nothing is built', async () => {
    rmSync(join(root, 'dist/apps/web'), { recursive: true });
    const { code, said } = await start().ended;
    expect([code, said.includes('Chưa có bản dựng. Hãy chạy: npm start')]).toEqual([1, true]);
  });

  it('ends with the failure of an API that ends by itself', async () => {
    writeFileSync(join(root, 'dist/apps/api/main.mjs'), 'process.exit(7)');
    expect((await start().ended).code).toBe(7);
  });
});

describe('The settings of npm start', () => {
  it.each(['0', '65536', 'abc', '-1', '3000 '])('refuse PORT=%s', (text) => expect(() => portFrom(text)).toThrow('không phải là một cổng'));
  it('take 3000 where nothing is said', () => expect([portFrom(undefined), portFrom('')]).toEqual([3000, 3000]));
  it('keep the session secret from one start to the next', () => expect(sessionSecretOf(root)).toBe(sessionSecretOf(root)));
  it('keep data in .data where nothing is said', () => expect(settingsFrom({}).dataFolder).toBe(resolve('.data')));
  it('point a browser to this machine, or to the host that was named', () => {
    const hosts = ['', '0.0.0.0', '10.0.0.7'].map((host) => originOf(settingsFrom({ HOST: host, PORT: '80' })));
    expect(hosts).toEqual(['http://localhost:80', 'http://localhost:80', 'http://10.0.0.7:80']);
  });
});
