import { Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { testDatabaseUrl } from '../../../test/database';
import type { Config } from '../config/config';
import { JobQueue } from './job-queue';

const NEVER = '0 0 1 1 *';
const DELAY = 50;

/** Waits until it holds, ten seconds at most. */
async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !holds(); tries += 1) {
    await sleep(DELAY);
  }
  expect(holds()).toBe(true);
}

describe('JobQueue', () => {
  let url: string;
  let queues: JobQueue[];

  beforeEach(async () => {
    url = await testDatabaseUrl();
    queues = [];
  });
  afterEach(() => Promise.all(queues.map((queue) => queue.beforeApplicationShutdown())));

  const aQueue = (): JobQueue => {
    const queue = new JobQueue({ DATABASE_URL: url } as Config);
    queues.push(queue);
    return queue;
  };

  it('runs each job at once when it starts, and again when it is asked', async () => {
    let runs = 0;
    const queue = aQueue();
    queue.every(NEVER, 'count', () => Promise.resolve(void (runs += 1)));
    await queue.start();
    await until(() => runs === 1);
    await queue.ask('count');
    await until(() => runs === 2);
  });

  it('does a job once, however many servers there are', async () => {
    const runs: string[] = [];
    const [one, other] = [aQueue(), aQueue()];
    one.every(NEVER, 'shared', () => Promise.resolve(void runs.push('one')));
    other.every(NEVER, 'shared', () => Promise.resolve(void runs.push('other')));
    await one.start();
    await until(() => runs.length === 1);
    await other.start();
    await until(() => runs.length === 2);
    await Promise.all([one.ask('shared'), other.ask('shared'), one.ask('shared')]);
    await until(() => runs.length >= 3);
    await sleep(3000);
    expect(runs.length).toBeLessThanOrEqual(4);
  });

  it('keeps its schedule in the database, in the time of Việt Nam', async () => {
    const queue = aQueue();
    queue.every('*/5 * * * *', 'often', () => Promise.resolve());
    await queue.start();
    const db = await new DataSource({ type: 'postgres', url }).initialize();
    expect(await db.query('select name, cron, timezone from jobs.schedule')).toEqual([{ name: 'often', cron: '*/5 * * * *', timezone: 'Asia/Ho_Chi_Minh' }]);
    await db.destroy();
  });

  it('comes again after a run that failed', async () => {
    Logger.overrideLogger(false);
    let runs = 0;
    const queue = aQueue();
    queue.every(NEVER, 'fails', () => {
      runs += 1;
      return runs === 1 ? Promise.reject(new Error('once')) : Promise.resolve();
    });
    await queue.start();
    await until(() => runs === 1);
    await queue.ask('fails');
    await until(() => runs === 2);
  });

  it('waits for the run under way before the server goes', async () => {
    let ended = false;
    let begun = false;
    const queue = aQueue();
    queue.every(NEVER, 'slow', async () => {
      begun = true;
      await sleep(500);
      ended = true;
    });
    await queue.start();
    await until(() => begun);
    await queue.beforeApplicationShutdown();
    expect(ended).toBe(true);
  });

  it('is nothing to stop where it was never started', async () => {
    await expect(aQueue().beforeApplicationShutdown()).resolves.toBeUndefined();
    await expect(aQueue().ask('nothing')).resolves.toBeUndefined();
  });
});
