import { DataSource } from 'typeorm';
import { emptyDatabaseUrl, openTestDatabase } from '../../../test/database';
import { SCHEMA } from '../../schema';
import { dataSourceOptions } from './data-source';
import { migrate } from './migrate';

const statements = async (db: DataSource): Promise<readonly string[]> =>
  (await db.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query);

describe('the schema', () => {
  it('is, after the migrations of an empty database, exactly what the entities say', async () => {
    const db = await new DataSource(dataSourceOptions(SCHEMA, { url: await emptyDatabaseUrl(), pool: 3 })).initialize();
    try {
      await migrate(db);
      expect(await statements(db)).toEqual([]);
    } finally {
      await db.destroy();
    }
  });

  it.each([
    ['a column that no entity has', 'alter table agency add column extra text', 'DROP COLUMN "extra"'],
    ['a column that no migration made', 'alter table agency drop column short_name', 'ADD "short_name"'],
    ['a column of another type', 'alter table agency alter column name type varchar(9)', '"name"'],
    ['a check that was forgotten', 'alter table user_grant drop constraint ck_user_grant_role', 'ck_user_grant_role'],
    ['a foreign key that was forgotten', 'alter table session drop constraint fk_session_user_id', 'fk_session_user_id'],
    ['an index that was forgotten', 'drop index ix_session_user_id', 'ix_session_user_id'],
  ])('would be seen to differ by %s', async (_, change, seen) => {
    const db = await openTestDatabase();
    try {
      await db.query(change);
      expect((await statements(db)).join()).toContain(seen);
    } finally {
      await db.destroy();
    }
  });

  it('has an index for every foreign key', async () => {
    const db = await openTestDatabase();
    const bare: readonly unknown[] = await db.query(`
      select c.conrelid::regclass::text as table, c.conname from pg_constraint c
      where c.contype = 'f' and not exists (
        select from pg_index i where i.indrelid = c.conrelid and (i.indkey::int2[])[0:array_length(c.conkey, 1) - 1] = c.conkey)`);
    await db.destroy();
    expect(bare).toEqual([]);
  });

  it('goes back to nothing, step by step', async () => {
    const db = await openTestDatabase();
    try {
      for (const _ of SCHEMA.migrations as readonly unknown[]) {
        await db.undoLastMigration();
      }
      const left: readonly { readonly name: string }[] = await db.query(
        `select table_name as name from information_schema.tables where table_schema = 'public' and table_name <> 'migrations'`,
      );
      expect(left).toEqual([]);
    } finally {
      await db.destroy();
    }
  });
});
