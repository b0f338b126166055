import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../src/platform/database/data-source';
import { DomainEvents } from '../src/platform/database/domain-events';
import { migrate } from '../src/platform/database/migrate';
import { UnitOfWork } from '../src/platform/database/unit-of-work';
import { SCHEMA } from '../src/schema';

/** Any number that nobody else locks. */
const TEMPLATE_LOCK = 7_262_027;
const POOL = 20;

function templateUrl(): string {
  const url = process.env['TEST_DATABASE_URL'];
  if (!url) {
    throw new Error('TEST_DATABASE_URL is not set: run the tests with apps/api/jest.config.cjs');
  }
  return url;
}

function urlOf(database: string): string {
  const url = new URL(templateUrl());
  url.pathname = `/${database}`;
  return url.href;
}

/** Runs statements beside all test databases. */
async function withServer<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: urlOf('postgres') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Migrates the template when this run has not done so yet: the first test file that asks, does it for all. */
async function migrateTemplate(): Promise<void> {
  const template = await new DataSource(dataSourceOptions(SCHEMA, { url: templateUrl(), pool: 3 })).initialize();
  try {
    await migrate(template);
  } finally {
    await template.destroy();
  }
}

/** A new database with nothing in it, dropped with the whole server at the end of the run. */
export async function emptyDatabaseUrl(): Promise<string> {
  const name = `empty_${randomUUID().replaceAll('-', '')}`;
  await withServer((client) => client.query(`create database "${name}" template template0`));
  return urlOf(name);
}

/** A copy of the migrated template of one's own: no test file sees what another one writes. */
export async function testDatabaseUrl(): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const template = new URL(templateUrl()).pathname.slice(1);
  await withServer(async (client) => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    await migrateTemplate();
    await client.query(`create database "${name}" template "${template}"`);
  });
  return urlOf(name);
}

/** The same, connected. To be destroyed after the tests of the file. */
export async function openTestDatabase(): Promise<DataSource> {
  return new DataSource(dataSourceOptions(SCHEMA, { url: await testDatabaseUrl(), pool: POOL })).initialize();
}

/** The way to write into a test database; `events` where the test listens to what is raised. */
export const unitOfWorkOf = (db: DataSource, events = new DomainEvents()): UnitOfWork => new UnitOfWork(db, events);

/** How many statements `work` sends to the database, without those that begin and end a transaction. */
export async function countQueries(db: DataSource, work: () => Promise<unknown>): Promise<number> {
  const { logger } = db;
  let count = 0;
  const counting = Object.create(logger) as typeof logger;
  counting.logQuery = (query: string) => {
    count += /^(START TRANSACTION|COMMIT|ROLLBACK)/i.test(query) ? 0 : 1;
  };
  db.logger = counting;
  try {
    await work();
  } finally {
    db.logger = logger;
  }
  return count;
}
