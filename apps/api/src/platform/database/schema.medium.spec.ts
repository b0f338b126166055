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
