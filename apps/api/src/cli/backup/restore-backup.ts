import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import type { EvidenceStore } from '../../platform/files/evidence-store';
import { dataSourceOptions } from '../../platform/database/data-source';
import { migrate } from '../../platform/database/migrate';
import { MIGRATIONS, SCHEMA } from '../../schema';
import { checkArchive, type Part, readArchive } from './archive-reader';
import { copyIn } from './copy-protocol';
import { BackupRefusedError, type Manifest, type SavedTable, type SignedManifest } from './manifest';
import { listed, listTables, quoted, readTable } from './tables';

export interface RestoreTarget {
  readonly databaseUrl: string;
  /** Null where evidence lies in a bucket, which others may use as well: what is there already stays. */
  readonly evidenceFolder: string | null;
  /** Opened once the archive has been found good. */
  readonly openStore: () => Promise<EvidenceStore>;
  /** The key that must have signed; not compared where null. */
  readonly signedBy: string | null;
}

/**
 * Puts an archive back into an empty database and an empty evidence folder. The archive is read to its end and compared with its signed manifest before anything
 * is written; the rows are committed together once the evidence is safe. Ends by comparing what stands in the database now with what was saved.
 */
export async function restoreBackup(target: RestoreTarget, file: string, say: (line: string) => void = () => undefined): Promise<SignedManifest> {
  const signed = await checkArchive(file);
  const { manifest, keyId } = signed;
  say(`Bản sao lưu nguyên vẹn: ${manifest.madeAt}, khóa ký ${keyId}.`);
  refuseStrange(signed, target.signedBy);
  await refuseFilled(target);
  await makeSchema(target.databaseUrl, manifest.migrations);
  const client = new Client({ connectionString: target.databaseUrl, application_name: 'par-index-restore' });
  await client.connect();
  try {
    await fill(client, await target.openStore(), { file, manifest });
    await compareWith(client, manifest);
  } finally {
    await client.end();
  }
  return signed;
}

function refuseStrange({ manifest, keyId }: SignedManifest, signedBy: string | null): void {
  if (signedBy !== null && signedBy !== keyId) {
    throw new BackupRefusedError(`Bản sao lưu được ký bằng khóa ${keyId}, không phải ${signedBy}.`);
  }
  const known = new Set(MIGRATIONS.map(({ name }) => name));
  const strange = manifest.migrations.find((name) => !known.has(name));
  if (strange !== undefined) {
    throw new BackupRefusedError(`Bản sao lưu của phiên bản mới hơn (có ${strange}). Hãy cập nhật hệ thống rồi phục hồi.`);
  }
}

const FILLED = `select to_regclass('public.' || name) is not null as there, name from unnest(array['user_account', 'agency', 'audit_event', 'cycle', 'evidence_blob']) name`;

async function refuseFilled({ databaseUrl, evidenceFolder }: RestoreTarget): Promise<void> {
  if (evidenceFolder !== null && (await holdsFiles(evidenceFolder))) {
    throw new BackupRefusedError(`Thư mục ${evidenceFolder} đã có tệp. Chỉ phục hồi vào nơi còn trống.`);
  }
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ there: boolean; name: string }>(FILLED);
    for (const { name } of rows.filter(({ there }) => there)) {
      const found = await client.query(`select from ${quoted(name)} limit 1`);
      if (found.rowCount) {
        throw new BackupRefusedError(`Cơ sở dữ liệu đã có dữ liệu (bảng ${name}). Chỉ phục hồi vào nơi còn trống.`);
      }
    }
  } finally {
    await client.end();
  }
}

/** Empty folders, as a first start makes them, do not count. */
async function holdsFiles(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? [] : Promise.reject(error)));
  for (const name of names) {
    const path = `${folder}/${name}`;
    if (!(await stat(path)).isDirectory() || (await holdsFiles(path))) {
      return true;
    }
  }
  return false;
}

/** The schema exactly as it was when the backup was made; the next start brings it up to date. */
async function makeSchema(url: string, names: readonly string[]): Promise<void> {
  const migrations = MIGRATIONS.filter(({ name }) => names.includes(name));
  const db = await new DataSource(dataSourceOptions({ entities: SCHEMA.entities, migrations: [...migrations] }, { url, pool: 3 })).initialize();
  try {
    await db.query('drop schema public cascade');
    await db.query('create schema public');
    await migrate(db);
  } finally {
    await db.destroy();
  }
}

interface Restored {
  readonly file: string;
  readonly manifest: Manifest;
}

async function fill(client: Client, store: EvidenceStore, { file, manifest }: Restored): Promise<void> {
  const taken: string[] = [];
  try {
    await client.query('begin');
    const rules = await suspendRules(client);
    await copyParts(client, manifest.tables, readArchive(file), async ({ name, content }) => {
      const wasThere = await store.has(name);
      const { sha256 } = await store.put(Readable.from(content), { maxBytes: Number.MAX_SAFE_INTEGER });
      taken.push(...(wasThere ? [] : [sha256]));
      if (sha256 !== name) {
        throw new BackupRefusedError(`Tệp minh chứng ${name} đã bị sửa trong lúc phục hồi.`);
      }
    });
    for (const { name, value, called } of manifest.sequences) {
      await client.query('select setval($1::regclass, $2, $3)', [`public.${quoted(name)}`, value, called]);
    }
    await rules.back();
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    await Promise.all(taken.map((sha256) => store.discard(sha256)));
    throw error;
  }
}

const FOREIGN_KEYS = `select conrelid::regclass::text as table, conname as name from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`;

/** Rows come table by table: references are looked at when all are there, and the triggers, which guard what people do, rest. An owner of the schema may do this. */
async function suspendRules(client: Client): Promise<{ readonly back: () => Promise<void> }> {
  const keys = (await client.query<{ table: string; name: string }>(FOREIGN_KEYS)).rows;
  const tables = await listTables(client);
  const each = async (change: string, triggers: string): Promise<void> => {
    for (const { table, name } of keys) await client.query(`alter table ${table} alter constraint ${quoted(name)} ${change}`);
    for (const { name } of tables) await client.query(`alter table ${quoted(name)} ${triggers} trigger user`);
  };
  await each('deferrable initially deferred', 'disable');
  // What the migrations themselves have written is in the archive as well.
  for (const { name } of tables) await client.query(`delete from ${quoted(name)}`);
  return {
    back: async () => {
      await client.query('set constraints all immediate');
      await each('not deferrable', 'enable');
    },
  };
}

/** All parts of one table are one COPY. */
async function copyParts(client: Client, tables: readonly SavedTable[], parts: AsyncGenerator<Part>, keep: (part: Part) => Promise<void>): Promise<void> {
  const columns = new Map(tables.map((table) => [table.name, table.columns]));
  let part = await nextOf(parts);
  async function* rowsOf(table: string): AsyncGenerator<Buffer> {
    while (part?.kind === 'table' && part.name === table) {
      yield* part.content;
      part = await nextOf(parts);
    }
  }
  while (part !== null) {
    if (part.kind === 'table') {
      await copyIn(client, `copy ${quoted(part.name)} (${listed(columns.get(part.name) ?? [])}) from stdin`, rowsOf(part.name));
    } else {
      await (part.kind === 'evidence' ? keep(part) : drained(part));
      part = await nextOf(parts);
    }
  }
}

async function nextOf(parts: AsyncGenerator<Part>): Promise<Part | null> {
  const next = await parts.next();
  return next.done === true ? null : next.value;
}

async function drained({ content }: Part): Promise<void> {
  for await (const _chunk of content) {
    // The manifest has been read before.
  }
}

/** The proof that what is there now is what was saved. */
async function compareWith(client: Client, { tables }: Manifest): Promise<void> {
  const saved = new Map(tables.map(({ name, sha256 }) => [name, sha256]));
  for (const table of await listTables(client)) {
    const { sha256 } = await readTable(client, table, () => null);
    if (sha256 !== (saved.get(table.name) ?? createHash('sha256').digest('hex'))) {
      throw new BackupRefusedError(`Sau khi phục hồi, bảng ${table.name} khác với bản sao lưu. Đừng dùng hệ thống này.`);
    }
  }
}
