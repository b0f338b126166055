import { Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { openTestDatabase, unitOfWorkOf } from '../../../test/database';
import { DomainEvents } from '../../platform/database/domain-events';
import { CycleClock } from './clock.service';

describe('CycleClock', () => {
  let db: DataSource;
  let events: DomainEvents;
  let clock: CycleClock;

  beforeAll(async () => {
    db = await openTestDatabase();
  });
  beforeEach(() => {
    events = new DomainEvents();
    clock = new CycleClock(unitOfWorkOf(db, events));
  });
  afterEach(() => clock.beforeApplicationShutdown());
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
    const other = new CycleClock(unitOfWorkOf(db, events));
    expect((await Promise.all([clock.tick(), other.tick()])).sort()).toEqual([false, true]);
    expect(ticks).toBe(1);
    expect(await other.tick()).toBe(true);
  });

  it('ticks again and again until it is stopped', async () => {
    let ticks = 0;
    events.on('clock.ticked', () => {
      ticks += 1;
      return Promise.resolve();
    });
    clock.start(10);
    clock.start(10);
    await sleep(300);
    await clock.beforeApplicationShutdown();
    const until = ticks;
    expect(until).toBeGreaterThan(1);
    await sleep(60);
    expect(ticks).toBe(until);
  });

  it('comes again after a tick that failed', async () => {
    Logger.overrideLogger(false);
    let ticks = 0;
    events.on('clock.ticked', () => {
      ticks += 1;
      return ticks === 1 ? Promise.reject(new Error('once')) : Promise.resolve();
    });
    clock.start(10);
    await sleep(300);
    expect(ticks).toBeGreaterThan(1);
  });

  it('waits for the tick under way before the server goes', async () => {
    let ended = false;
    events.on('clock.ticked', async () => {
      await sleep(100);
      ended = true;
    });
    clock.start(10);
    await sleep(60);
    await clock.beforeApplicationShutdown();
    expect(ended).toBe(true);
  });
});
