// One PostgreSQL for all test files; in it one migrated template, which each file copies.
import { startPostgres, tempDir } from '../../../tools/postgres.mjs';

export default async function () {
  const postgres = await startPostgres({ dir: tempDir(), durable: false, database: 'template' });
  process.env.TEST_DATABASE_URL = postgres.url; // inherited by the workers
  globalThis.__postgres = postgres;
}
