import type { DataSource } from 'typeorm';

/** Any number that nobody else locks in this database. */
const LOCK = 7_262_026;

/**
 * Brings the schema to its newest state. Under an advisory lock: of several servers that start at once, one migrates and the
 * others wait for it. A migration that fails leaves its own changes undone and is thrown.
 */
export async function migrate(dataSource: DataSource): Promise<void> {
  const holder = dataSource.createQueryRunner();
  try {
    await holder.query('select pg_advisory_lock($1)', [LOCK]);
    await dataSource.runMigrations({ transaction: 'each' });
  } finally {
    await holder.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => undefined);
    await holder.release();
  }
}
