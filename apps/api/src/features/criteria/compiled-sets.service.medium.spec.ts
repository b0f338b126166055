import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { countQueries, openTestDatabase } from '../../../test/database';
import { aCriteriaSet } from '../../../test/factories/criteria-set.factory';
import { APPRAISED_SET } from '../../../test/factories/criteria-set.fixture';
import { CompiledSets } from './compiled-sets.service';

describe('CompiledSets', () => {
  let db: DataSource;
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(() => db.destroy());

  it('compiles a set once and gives the same one again', () => {
    const sets = new CompiledSets();
    const first = sets.compiledSet('a', APPRAISED_SET);
    expect(first.leaves.map(({ code }) => code)).toEqual(['1.1', '1.2', '1.3', '2.1', '2.2', '2.3', '3.1', '4.1']);
    expect(sets.compiledSet('a', { ...APPRAISED_SET })).toBe(first);
    expect(sets.compiledSet('b', APPRAISED_SET)).not.toBe(first);
  });

  it('forgets the one that was asked for longest ago', () => {
    const sets = new CompiledSets();
    const [first, second] = [sets.compiledSet('0', APPRAISED_SET), sets.compiledSet('1', APPRAISED_SET)];
    for (let count = 2; count < 33; count += 1) {
      sets.compiledSet('0', APPRAISED_SET);
      sets.compiledSet(String(count), APPRAISED_SET);
    }
    expect(sets.compiledSet('0', APPRAISED_SET)).toBe(first);
    expect(sets.compiledSet('1', APPRAISED_SET)).not.toBe(second);
  });

  it('reads the document of a set it does not have, and only then', async () => {
    const sets = new CompiledSets();
    const { id } = await aCriteriaSet(db);
    expect(await countQueries(db, () => sets.load(db.manager, id))).toBe(1);
    expect(await countQueries(db, () => sets.load(db.manager, id))).toBe(0);
  });

  it('reads several in one query', async () => {
    const sets = new CompiledSets();
    const ids = [(await aCriteriaSet(db)).id, (await aCriteriaSet(db)).id];
    expect(await countQueries(db, () => sets.loadAll(db.manager, [...ids, ...ids]))).toBe(1);
    expect([...(await sets.loadAll(db.manager, ids)).keys()]).toEqual(ids);
    expect(await countQueries(db, () => sets.loadAll(db.manager, ids))).toBe(0);
  });

  it('refuses a set that is not there', async () => {
    const sets = new CompiledSets();
    await expect(sets.load(db.manager, randomUUID())).rejects.toMatchObject({ code: 'record.not-found' });
    await expect(sets.loadAll(db.manager, [randomUUID()])).rejects.toMatchObject({ code: 'record.not-found' });
  });
});
