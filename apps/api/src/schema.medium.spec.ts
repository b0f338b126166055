import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../test/database';
import { MIGRATIONS } from './schema';

describe('the schema', () => {
  let db: DataSource;
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(() => db.destroy());

  it('comes from the migrations alone: TypeORM finds no difference to the entities', async () => {
    const difference = await db.driver.createSchemaBuilder().log();
    expect(difference.upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('has an index whose first column is it, for every foreign key', async () => {
    const bare: readonly { readonly name: string }[] = await db.query(`
      select con.conname as name from pg_constraint con
      where con.contype = 'f' and con.connamespace = 'public'::regnamespace and not exists (
        select 1 from pg_index ix where ix.indrelid = con.conrelid and ix.indpred is null and ix.indkey[0] = con.conkey[1])`);
    expect(bare).toEqual([]);
  });

  it('can be undone to nothing and made again', async () => {
    for (const _ of MIGRATIONS) {
      await db.undoLastMigration({ transaction: 'each' });
    }
    expect(await tables(db)).toEqual(['migrations']);
    await db.runMigrations({ transaction: 'each' });
    expect(await tables(db)).toContain('criteria_set');
  });
});

async function tables(db: DataSource): Promise<readonly string[]> {
  const rows: readonly { readonly name: string }[] = await db.query(`select tablename as name from pg_tables where schemaname = 'public' order by 1`);
  return rows.map(({ name }) => name);
}
