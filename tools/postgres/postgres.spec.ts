import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { FolderInUseError, startPostgres, tempDir } from '../postgres.mjs';
import { identityOf, isRunning } from './processes.mjs';
import { runningUrl } from './running.mjs';

interface Running {
  readonly starter: ChildProcess;
  readonly url: string;
  readonly pid: number;
}

/** A separate process that holds the database, so that it can be killed. */
async function startElsewhere(dir: string, kind: 'durable' | 'throwaway' = 'durable'): Promise<Running> {
  const starter = spawn(process.execPath, [resolve(__dirname, 'starter.mjs'), dir, kind], { stdio: ['ignore', 'pipe', 'pipe'] });
  starters.push(starter);
  const [line] = (await Promise.race([once(starter.stdout, 'data'), once(starter.stderr, 'data')])) as [Buffer];
  return { starter, ...(JSON.parse(String(line)) as { url: string; pid: number }) };
}

async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined); // the query tells
  await client.connect();
  const { rows } = await client.query({ text: sql, rowMode: 'array' });
  await client.end();
  return rows[0]?.[0];
}

async function untilGone(pid: number): Promise<void> {
  while (isRunning(pid)) await sleep(50);
}

const starters: ChildProcess[] = [];
let folder = '';
const dir = () => join(folder, 'postgres');

beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'par-spec-'))));
afterEach(async () => {
  for (const starter of starters.splice(0)) if (starter.exitCode === null && starter.signalCode === null) await kill(starter, 'SIGTERM');
  const database = await startPostgres({ dir: dir() }); // takes over whatever was left, and ends it
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('The embedded PostgreSQL', () => {
  it('keeps what was written from one start to the next, under the same password', async () => {
    const first = await startPostgres({ dir: dir() });
    await ask(first.url, `create table kept as select 'Đánh giá' as word`);
    await first.stop();
    const second = await startPostgres({ dir: dir() });
    expect(await ask(second.url, 'select word from kept')).toBe('Đánh giá');
    await second.stop();
    expect(new URL(second.url).password).toBe(new URL(first.url).password);
  });

  it('has a password of its own that only its owner can read', async () => {
    const database = await startPostgres({ dir: dir() });
    await database.stop();
    expect(new URL(database.url).password).toHaveLength(32);
    expect(statSync(`${dir()}.password`).mode & 0o777).toBe(0o600);
    expect(statSync(dir()).mode & 0o777).toBe(0o700);
  });

  it('answers a commit when it is on the disk, and is for this machine alone', async () => {
    const { url, stop } = await startPostgres({ dir: dir() });
    const settings = ['fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums', 'listen_addresses', 'timezone'];
    const values = await Promise.all(settings.map((name) => ask(url, `show ${name}`)));
    await stop();
    expect(values).toEqual(['on', 'on', 'on', 'on', '127.0.0.1', 'UTC']);
  });

  it('sorts by bytes unless asked, and in Vietnamese where asked', async () => {
    const { url, stop } = await startPostgres({ dir: dir() });
    const sorted = (collation: string) =>
      ask(url, `select string_agg(n, ' ' order by n collate "${collation}") from unnest(array['Đặng','Dương','Ân','Bình','An']) n`);
    expect([await sorted('default'), await sorted('vi-VN-x-icu')]).toEqual(['An Bình Dương Ân Đặng', 'An Ân Bình Dương Đặng']);
    await stop();
  });

  it('refuses a second start of the same folder while the first runs, in words', async () => {
    const first = await startElsewhere(dir());
    await expect(startPostgres({ dir: dir() })).rejects.toThrow(FolderInUseError);
    await expect(startPostgres({ dir: dir() })).rejects.toThrow(`tiến trình ${first.starter.pid} sử dụng`);
    expect(await ask(first.url, 'select 1')).toBe(1);
  });

  it('can be reached by another command while it runs', async () => {
    const { url, stop } = await startPostgres({ dir: dir() });
    expect(runningUrl({ dir: dir() })).toBe(url);
    await stop();
    expect(runningUrl({ dir: dir() })).toBeNull();
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('stops cleanly on %s', async (signal) => {
    const running = await startElsewhere(dir());
    await kill(running.starter, signal);
    expect(isRunning(running.pid)).toBe(false);
    expect([existsSync(join(dir(), 'postmaster.pid')), existsSync(`${dir()}.owner`)]).toEqual([false, false]);
  });
});

describe('The embedded PostgreSQL after a kill -9', () => {
  it('of its starter is taken over by the next start, with everything committed', async () => {
    const running = await startElsewhere(dir());
    await ask(running.url, 'create table kept as select 42 as answer');
    await kill(running.starter, 'SIGKILL');
    expect(isRunning(running.pid)).toBe(true);
    const next = await startPostgres({ dir: dir() });
    expect(await ask(next.url, 'select answer from kept')).toBe(42);
    await next.stop();
  });

  it('of starter and postmaster at once recovers, though processes of the old one may still be ending', async () => {
    const running = await startElsewhere(dir());
    await ask(running.url, 'create table kept as select 43 as answer');
    const slow = ask(running.url, 'select pg_sleep(1)').catch(() => undefined);
    await sleep(100);
    process.kill(running.pid, 'SIGKILL');
    await kill(running.starter, 'SIGKILL');
    const next = await startPostgres({ dir: dir() });
    expect(await ask(next.url, 'select answer from kept')).toBe(43);
    await Promise.all([slow, next.stop()]);
  });

  it('starts although the number in the pid file now belongs to another program', async () => {
    await (await startPostgres({ dir: dir() })).stop();
    const stranger = spawn('sleep', ['60']);
    writeFileSync(join(dir(), 'postmaster.pid'), `${stranger.pid}\n${dir()}\n1700000000\n5432\n\n127.0.0.1\n`);
    const next = await startPostgres({ dir: dir() });
    expect([await ask(next.url, 'select 1'), isRunning(stranger.pid as number)]).toEqual([1, true]);
    await next.stop();
    stranger.kill();
  });

  it('starts although the number of its owner now belongs to another run', async () => {
    writeFileSync(`${dir()}.owner`, identityOf(process.pid).replace(/\d+$/, '1'));
    const next = await startPostgres({ dir: dir() });
    expect(readFileSync(`${dir()}.owner`, 'utf8')).toBe(identityOf(process.pid));
    await next.stop();
  });

  it('throws away a folder whose making was cut off', async () => {
    const { stop } = await startPostgres({ dir: dir() });
    await stop();
    rmSync(dir(), { recursive: true });
    rmSync(`${dir()}.password`);
    writeFileSync(`${dir()}.new`, 'half made');
    const next = await startPostgres({ dir: dir() });
    expect(await ask(next.url, 'select 1')).toBe(1);
    await next.stop();
  });

  it('of the process of a throw-away database leaves neither a process nor a folder', async () => {
    const throwaway = tempDir();
    const running = await startElsewhere(throwaway, 'throwaway');
    await kill(running.starter, 'SIGKILL');
    await untilGone(running.pid);
    while ([throwaway, `${throwaway}.password`].some((path) => existsSync(path))) await sleep(50);
    expect(readdirSync(dirname(throwaway)).filter((name) => name.startsWith(basename(throwaway)))).toEqual([]);
  });
});
