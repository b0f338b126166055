import { build } from 'esbuild';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { testDatabaseUrl } from '../test/database';

const WORKSPACE = join(__dirname, '../../..');
const DEADLINE = 60_000;

interface Server {
  readonly process: ChildProcess;
  readonly origin: string;
  /** Lines of the log until now. */
  readonly log: () => readonly Record<string, unknown>[];
  readonly exit: Promise<number | null>;
}

const PORT = 20_000 + (process.pid % 20_000);

describe('the server as a program', () => {
  let folder: string;
  let dataFolder: string;
  let url: string;
  const running: ChildProcess[] = [];

  beforeAll(async () => {
    const { bundleOptions } = await import('../../../tools/api-bundle.mjs');
    mkdirSync(join(WORKSPACE, 'dist'), { recursive: true });
    folder = mkdtempSync(join(WORKSPACE, 'dist/main-spec-'));
    dataFolder = mkdtempSync(join(tmpdir(), 'par-main-'));
    await build({ ...bundleOptions(), outdir: folder, sourcemap: false, logLevel: 'silent' });
    url = await testDatabaseUrl();
  }, DEADLINE);
  afterAll(() => {
    running.filter(({ exitCode }) => exitCode === null).forEach((child) => void child.kill('SIGKILL'));
    [folder, dataFolder].forEach((path) => rmSync(path, { recursive: true, force: true }));
  });

  const settings = () => ({ DATABASE_URL: url, SESSION_SECRET: 's'.repeat(40), PAR_DATA_DIR: dataFolder, PORT: String(PORT), HOST: '127.0.0.1' });

  function run(env: Readonly<Record<string, string>>) {
    const { NODE_OPTIONS: _, ...inherited } = process.env;
    const child = spawn(process.execPath, [join(folder, 'main.mjs')], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], env: { ...inherited, ...env } });
    running.push(child);
    const [out, errors]: [string[], string[]] = [[], []];
    child.stdout?.on('data', (chunk: Buffer) => void out.push(String(chunk)));
    child.stderr?.on('data', (chunk: Buffer) => void errors.push(String(chunk)));
    const exit = once(child, 'exit').then(([code]) => code as number | null);
    const log = () => out.join('').split('\n').filter(Boolean).map((line) => JSON.parse(line) as Record<string, unknown>);
    return { process: child, origin: `http://127.0.0.1:${PORT}`, log, exit, errors: () => errors.join('') };
  }

  async function started(): Promise<Server> {
    const server = run(settings());
    while (!server.log().some(({ msg }) => msg === 'ready')) {
      await Promise.race([new Promise((wait) => setTimeout(wait, 50)), server.exit.then(() => Promise.reject(new Error(server.errors())))]);
    }
    return server;
  }

  /** With 200, once the pool has found out which of its connections are gone. */
  async function answers(address: string): Promise<void> {
    for (let tries = 0; (await fetch(address)).status !== 200; tries += 1) {
      expect(tries).toBeLessThan(50);
      await new Promise((wait) => setTimeout(wait, 100));
    }
  }

  it('says in one line of JSON that it is ready', async () => {
    const server = await started();
    expect(server.log()).toEqual([{ level: 'info', time: expect.stringMatching(/^\d{4}-.*Z$/), msg: 'ready', url: server.origin }]);
    expect((await fetch(`${server.origin}/health/ready`)).status).toBe(200);
    server.process.kill('SIGTERM');
    expect(await server.exit).toBe(0);
  }, DEADLINE);

  it('answers what it accepted before it ends', async () => {
    const server = await started();
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query('begin; lock table demo_person in access exclusive mode');
    const slow = fetch(`${server.origin}/api/v1/site`);
    await new Promise((wait) => setTimeout(wait, 300));
    server.process.kill('SIGTERM');
    await new Promise((wait) => setTimeout(wait, 300));
    expect(server.process.exitCode).toBeNull();
    await expect(fetch(`${server.origin}/health/live`)).rejects.toThrow();
    await client.query('rollback');
    expect((await slow).status).toBe(200);
    expect(await server.exit).toBe(0);
    await client.end();
  }, DEADLINE);

  it('goes on when the database has cut its connections, idle ones and busy ones', async () => {
    const server = await started();
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query('begin; lock table demo_person in access exclusive mode');
    const busy = fetch(`${server.origin}/api/v1/site`);
    await new Promise((wait) => setTimeout(wait, 300));
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()');
    expect((await busy).status).toBe(503);
    await client.query('rollback');
    await answers(`${server.origin}/api/v1/site`);
    await answers(`${server.origin}/health/ready`);
    server.process.kill('SIGTERM');
    expect(await server.exit).toBe(0);
    await client.end();
  }, DEADLINE);

  it('ends when its starter is gone', async () => {
    const server = await started();
    server.process.disconnect();
    expect(await server.exit).toBe(0);
  }, DEADLINE);

  it('does not start with a wrong setting, and says which in Vietnamese', async () => {
    const server = run({ ...settings(), PORT: 'x', SESSION_SECRET: 'short' });
    expect(await server.exit).toBe(1);
    expect(server.errors()).toMatch(/^Cấu hình chưa đúng:\n {2}- PORT phải là một số/);
    expect(server.errors()).toContain('SESSION_SECRET quá ngắn');
    expect(server.log()).toEqual([]);
  }, DEADLINE);

  it('does not start without its database', async () => {
    const server = run({ ...settings(), DATABASE_URL: 'postgres://nobody:secret-word@127.0.0.1:1/none' });
    expect(await server.exit).toBe(1);
    expect(server.errors()).toContain('ECONNREFUSED');
    expect(server.errors()).not.toContain('secret-word');
  }, DEADLINE);
});
