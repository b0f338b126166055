import type { INestApplicationContext } from '@nestjs/common';
import { Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { migrate } from '../platform/database/migrate';
import { DemoSeed } from './demo-seed';

const SEEDING = 'par-index: demonstration being written';

/**
 * Fills an empty database with the demonstration province. Leaves a database alone that holds anything else. A seed that was cut
 * short (its mark is still on the schema) is taken back and written again.
 */
export async function startDemo(app: INestApplicationContext, now = new Date()): Promise<void> {
  const db = app.get(DataSource);
  if ((await markOf(db)) === SEEDING) {
    await db.query('drop schema public cascade');
    await db.query('create schema public');
    await migrate(db);
  } else if (!(await isEmpty(db))) {
    return;
  }
  await db.query(`comment on schema public is '${SEEDING}'`);
  const started = Date.now();
  await new DemoSeed(app, now).run();
  await db.query('comment on schema public is null');
  new Logger('Demo').log(`the demonstration province was written in ${String(Date.now() - started)} ms`);
}

async function markOf(db: DataSource): Promise<string | null> {
  const rows: readonly { readonly mark: string | null }[] = await db.query(`select obj_description('public'::regnamespace, 'pg_namespace') as mark`);
  return rows[0]?.mark ?? null;
}

async function isEmpty(db: DataSource): Promise<boolean> {
  const rows: readonly { readonly empty: boolean }[] = await db.query('select not exists (select from agency) and not exists (select from user_account) as empty');
  return rows[0]?.empty ?? false;
}
