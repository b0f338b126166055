import { DataSource } from 'typeorm';
import { emptyDatabaseUrl } from '../../../test/database';
import { SCHEMA } from '../../schema';
import { dataSourceOptions } from './data-source';
import { migrate } from './migrate';

const connected = (url: string, schema = SCHEMA) => new DataSource(dataSourceOptions(schema, { url, pool: 3 })).initialize();

describe('migrate', () => {
  it('lets several servers start at once on an empty database', async () => {
    const url = await emptyDatabaseUrl();
    const servers = await Promise.all([connected(url), connected(url), connected(url)]);
    await Promise.all(servers.map(migrate));
    const [{ count }] = await servers[0]!.query('select count(*)::int count from migrations');
    expect(count).toBe((SCHEMA.migrations as readonly unknown[]).length);
    await Promise.all(servers.map((server) => server.destroy()));
  });

  it('does nothing the second time', async () => {
    const db = await connected(await emptyDatabaseUrl());
    await migrate(db);
    await migrate(db);
    expect(await db.showMigrations()).toBe(false);
    await db.destroy();
  });

  it('leaves nothing of a migration that failed, and frees the way for the next server', async () => {
    class Broken1999999999999 {
      readonly name = 'Broken1999999999999';
      async up(runner: { query(sql: string): Promise<unknown> }): Promise<void> {
        await runner.query('create table half_made (id integer)');
        await runner.query('create nonsense');
      }
      async down(): Promise<void> {}
    }
    const url = await emptyDatabaseUrl();
    const broken = await connected(url, { ...SCHEMA, migrations: [...(SCHEMA.migrations as []), Broken1999999999999] });
    await expect(migrate(broken)).rejects.toThrow('syntax error');
    expect(await broken.query(`select 1 from information_schema.tables where table_name = 'half_made'`)).toEqual([]);
    await broken.destroy();
    const sound = await connected(url);
    await migrate(sound);
    await sound.destroy();
  });
});
