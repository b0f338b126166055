import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { openTestDatabase, unitOfWorkOf } from '../../../test/database';
import { AuditEvent } from '../audit/audit-event.entity';
import { DomainEvents } from './domain-events';
import { databaseTime, type Transaction } from './unit-of-work';

const ACTOR = { id: randomUUID(), grants: [], permissions: new Set<never>() };

describe('UnitOfWork', () => {
  let db: DataSource;
  beforeAll(async () => {
    db = await openTestDatabase();
    await db.query('create table counter (name text primary key, value integer not null)');
  });
  afterAll(() => db.destroy());
  beforeEach(() => db.query(`truncate counter`).then(() => db.query(`insert into counter values ('a', 0), ('b', 0)`)));

  const bump = (tx: Transaction, name: string) => tx.em.query('update counter set value = value + 1 where name = $1', [name]);
  const valueOf = async (name: string): Promise<number> => (await db.query('select value from counter where name = $1', [name]))[0].value;

  it('writes the audit line with the change, by its actor, at the time of the database', async () => {
    const [subjectId, cycleId] = [randomUUID(), randomUUID()];
    const now = await unitOfWorkOf(db).run(ACTOR, async (tx) => {
      await tx.audit('session.ended', { id: subjectId, cycleId }, { sessions: 2 });
      return tx.now;
    });
    expect(await db.manager.findBy(AuditEvent, { subjectId })).toMatchObject([
      { event: 'session.ended', actorId: ACTOR.id, cycleId, payload: { sessions: 2 }, at: now },
    ]);
  });

  it('writes it by nobody where the clock acts', async () => {
    const subjectId = randomUUID();
    await unitOfWorkOf(db).runAsSystem((tx) => tx.audit('session.ended', { id: subjectId }, { sessions: 1 }));
    expect(await db.manager.findBy(AuditEvent, { subjectId })).toMatchObject([{ actorId: null, cycleId: null }]);
  });

  it('keeps neither change nor audit line of work that failed', async () => {
    const subjectId = randomUUID();
    const work = unitOfWorkOf(db).run(ACTOR, async (tx) => {
      await bump(tx, 'a');
      await tx.audit('session.ended', { id: subjectId }, { sessions: 1 });
      throw new Error('a later step failed');
    });
    await expect(work).rejects.toThrow('a later step failed');
    expect(await valueOf('a')).toBe(0);
    expect(await db.manager.countBy(AuditEvent, { subjectId })).toBe(0);
  });

  it('changes nothing when the audit line cannot be written', async () => {
    const work = unitOfWorkOf(db).run(ACTOR, async (tx) => {
      await bump(tx, 'a');
      await tx.audit('session.ended', { id: 'no uuid' }, { sessions: 1 });
    });
    await expect(work).rejects.toThrow();
    expect(await valueOf('a')).toBe(0);
  });

  it('has one moment for the whole of its work', async () => {
    const [before, after] = await unitOfWorkOf(db).runAsSystem(async (tx) => {
      await tx.em.query('select pg_sleep(0.05)');
      return [tx.now, await databaseTime(tx.em)] as const;
    });
    expect(after).toEqual(before);
  });

  it('lets those who listen act in the same transaction, in their order', async () => {
    const events = new DomainEvents();
    const heard: string[] = [];
    events.on('cycle.published', async (tx, { cycleId }) => {
      heard.push(`first ${cycleId}`);
      await bump(tx, 'a');
    });
    events.on('cycle.published', (_tx, { cycleId }) => Promise.resolve(void heard.push(`second ${cycleId}`)));
    await unitOfWorkOf(db, events).run(ACTOR, (tx) => tx.raise('cycle.published', { cycleId: 'c-1' }));
    expect(heard).toEqual(['first c-1', 'second c-1']);
    expect(await valueOf('a')).toBe(1);
  });

  it('undoes everything when one who listens refuses', async () => {
    const events = new DomainEvents();
    events.on('cycle.published', () => Promise.reject(new Error('not yet')));
    const work = unitOfWorkOf(db, events).run(ACTOR, async (tx) => {
      await bump(tx, 'a');
      await tx.raise('cycle.published', { cycleId: 'c-1' });
    });
    await expect(work).rejects.toThrow('not yet');
    expect(await valueOf('a')).toBe(0);
  });

  it('raises what nobody listens to without harm', () => unitOfWorkOf(db).run(ACTOR, (tx) => tx.raise('clock.ticked', { at: tx.now })));

  it('does the work again when two lock each other out, and loses neither', async () => {
    await Promise.all([db.query('select pg_sleep(0.05)'), db.query('select pg_sleep(0.05)')]);
    let runs = 0;
    const inOrder = (first: string, second: string) =>
      unitOfWorkOf(db).run(ACTOR, async (tx) => {
        runs += 1;
        await bump(tx, first);
        await tx.em.query('select pg_sleep(0.2)');
        await bump(tx, second);
      });
    await Promise.all([inOrder('a', 'b'), inOrder('b', 'a')]);
    expect([await valueOf('a'), await valueOf('b')]).toEqual([2, 2]);
    expect(runs).toBe(3);
  });

  it('gives up after three times', async () => {
    let runs = 0;
    const work = unitOfWorkOf(db).runAsSystem(() => {
      runs += 1;
      return Promise.reject(Object.assign(new Error('serialization'), { code: '40001' }));
    });
    await expect(work).rejects.toThrow('serialization');
    expect(runs).toBe(3);
  });

  it('does nothing twice that failed for another reason', async () => {
    let runs = 0;
    await expect(unitOfWorkOf(db).runAsSystem(() => Promise.reject(new Error(`run ${(runs += 1)}`)))).rejects.toThrow('run 1');
    expect(runs).toBe(1);
  });
});
