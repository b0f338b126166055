import { createHash } from 'node:crypto';
import { access } from 'node:fs/promises';
import { Client } from 'pg';
import type { EvidenceStore } from '../../platform/files/evidence-store';
import type { ServerKey } from '../../platform/signature/server-key';
import { MANIFEST } from './archive-reader';
import { ArchiveWriter } from './archive-writer';
import { BACKUP_FORMAT, BackupRefusedError, type Manifest, type SavedTable, signManifest, type SignedManifest } from './manifest';
import { LEFT_OUT, listSequences, listTables, readTable, type Table } from './tables';

export interface BackupSource {
  readonly databaseUrl: string;
  readonly store: EvidenceStore;
  readonly key: ServerKey;
}

/** Rows are gathered to parts of about this size. */
const PART = 4 * 1024 * 1024;

/**
 * Writes database and evidence of one moment into one file, while the system runs: one snapshot for all tables, and then every evidence file that it names.
 * These are written before their rows are, and never changed, so they are all there.
 */
export async function makeBackup(source: BackupSource, file: string, say: (line: string) => void = () => undefined): Promise<SignedManifest> {
  await refuseExisting(file);
  const client = new Client({ connectionString: source.databaseUrl, application_name: 'par-index-backup' });
  await client.connect();
  const archive = new ArchiveWriter(file);
  try {
    await client.query('begin isolation level repeatable read read only');
    const facts = await factsOf(client);
    const tables: SavedTable[] = [];
    for (const table of await listTables(client)) {
      tables.push(await saveTable(client, archive, table));
    }
    const sequences = await listSequences(client);
    const wanted = (await client.query<{ sha256: string }>('select sha256 from evidence_blob order by sha256')).rows;
    await client.query('commit');
    say(`Cơ sở dữ liệu: ${String(tables.length)} bảng, ${String(tables.reduce((sum, { rows }) => sum + rows, 0))} dòng.`);
    const { evidence, damaged } = await saveEvidence(source.store, archive, wanted.map(({ sha256 }) => sha256));
    say(`Minh chứng: ${String(evidence.length)} tệp.`);
    const signed = signManifest({ format: BACKUP_FORMAT, ...facts, tables, sequences, leftOut: LEFT_OUT, evidence, damaged }, source.key);
    await archive.add(MANIFEST, Buffer.from(JSON.stringify(signed), 'utf8'));
    await archive.finish();
    return signed;
  } catch (error) {
    await archive.abandon();
    throw error;
  } finally {
    await client.end();
  }
}

async function refuseExisting(file: string): Promise<void> {
  const isThere = await access(file).then(() => true, () => false);
  if (isThere) {
    throw new BackupRefusedError(`Đã có tệp ${file}. Hãy chọn tên khác: bản sao lưu không ghi đè lên bản trước.`);
  }
}

async function factsOf(client: Client): Promise<Pick<Manifest, 'madeAt' | 'postgres' | 'migrations'>> {
  const { rows } = await client.query<{ at: Date; version: string }>(`select now() as at, current_setting('server_version') as version`);
  const migrations = await client.query<{ name: string }>('select name from migrations order by timestamp, id');
  return { madeAt: rows[0]?.at.toISOString() ?? '', postgres: rows[0]?.version ?? '', migrations: migrations.rows.map(({ name }) => name) };
}

async function saveTable(client: Client, archive: ArchiveWriter, table: Table): Promise<SavedTable> {
  let chunks: Buffer[] = [];
  let size = 0;
  let part = 0;
  let writing: Promise<void> = Promise.resolve();
  const flush = (): Promise<void> => {
    const content = Buffer.concat(chunks);
    const name = `database/${table.name}/${String(part).padStart(6, '0')}.copy`;
    chunks = [];
    size = 0;
    part += 1;
    // One after the other: the connection may still hand over what it had read when it was told to rest.
    writing = writing.then(() => archive.add(name, content));
    return writing;
  };
  const saved = await readTable(client, table, (chunk) => {
    chunks.push(Buffer.from(chunk));
    size += chunk.length;
    return size >= PART ? flush() : null;
  });
  await (size > 0 ? flush() : writing);
  return saved;
}

async function saveEvidence(store: EvidenceStore, archive: ArchiveWriter, wanted: readonly string[]): Promise<Pick<Manifest, 'evidence' | 'damaged'>> {
  const evidence: { sha256: string; bytes: number }[] = [];
  const damaged: string[] = [];
  for (const sha256 of wanted) {
    const bytes = (await store.has(sha256)) ? await measure(store, sha256) : null;
    if (bytes === null) {
      damaged.push(sha256);
      continue;
    }
    await archive.addStream(`evidence/${sha256}`, bytes, await store.open(sha256));
    evidence.push({ sha256, bytes });
  }
  return { evidence, damaged };
}

/** The size of a file, or null where its content is not what its name says. */
async function measure(store: EvidenceStore, sha256: string): Promise<number | null> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of await store.open(sha256)) {
    hash.update(chunk as Buffer);
    bytes += (chunk as Buffer).length;
  }
  return hash.digest('hex') === sha256 ? bytes : null;
}
