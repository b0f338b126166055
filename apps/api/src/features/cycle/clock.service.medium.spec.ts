import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { openTestDatabase, unitOfWorkOf } from '../../../test/database';
import { cycleServices } from '../../../test/factories/cycle-services';
import { DomainEvents } from '../../platform/database/domain-events';
import type { JobQueue, JobWork } from '../../platform/jobs/job-queue';
import { CycleClock } from './clock.service';

describe('CycleClock', () => {
  let db: DataSource;
  let events: DomainEvents;
  let clock: CycleClock;
  let asked: [cron: string, name: string, work: JobWork][];

  const clockOn = (heard: DomainEvents): CycleClock => {
    const jobs = { every: (...job: [string, string, JobWork]) => void asked.push(job) };
    return new CycleClock(unitOfWorkOf(db, heard), cycleServices(db).phaseClock, jobs as unknown as JobQueue);
  };

  beforeAll(async () => {
    db = await openTestDatabase();
  });
  beforeEach(() => {
    asked = [];
    events = new DomainEvents();
    clock = clockOn(events);
  });
  afterAll(() => db.destroy());

  it('tells the time of the database, on behalf of nobody', async () => {
    const heard: unknown[] = [];
    events.on('clock.ticked', (tx, { at }) => {
      heard.push(tx.actor, Math.abs(at.getTime() - Date.now()) < 60_000);
      return Promise.resolve();
    });
    expect(await clock.tick()).toBe(true);
    expect(heard).toEqual([null, true]);
  });

  it('leaves it to the one that is ticking already', async () => {
    let ticks = 0;
    events.on('clock.ticked', async () => {
      ticks += 1;
      await sleep(100);
    });
    await Promise.all([db.query('select pg_sleep(0.02)'), db.query('select pg_sleep(0.02)')]);
    const other = clockOn(events);
    expect((await Promise.all([clock.tick(), other.tick()])).sort()).toEqual([false, true]);
    expect(ticks).toBe(1);
    expect(await other.tick()).toBe(true);
  });

  it('is a job of every minute', async () => {
    let ticks = 0;
    events.on('clock.ticked', () => Promise.resolve(void (ticks += 1)));
    clock.onModuleInit();
    const [[cron, name, work] = []] = asked;
    expect([cron, name]).toEqual(['* * * * *', 'clock']);
    await work?.();
    expect(ticks).toBe(1);
  });
});
