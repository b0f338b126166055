import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { copyOut } from './copy-protocol';
import type { SavedSequence, SavedTable } from './manifest';

/** What is worth no backup: who is at a criterion this minute, and uploads whose bytes have not all arrived. */
export const LEFT_OUT = ['presence', 'evidence_upload'] as const;

export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  /** The columns of the primary key: in their order the same rows are the same text. */
  readonly key: readonly string[];
}

const TABLES = `
  select t.relname as name,
    array(select a.attname::text from pg_attribute a where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
    array(select a.attname::text from pg_index i join lateral unnest(i.indkey) with ordinality k (attnum, place) on true
      join pg_attribute a on a.attrelid = t.oid and a.attnum = k.attnum where i.indrelid = t.oid and i.indisprimary order by k.place) as key
  from pg_class t where t.relnamespace = 'public'::regnamespace and t.relkind = 'r' and not t.relname = any ($1) order by t.relname collate "C"`;

const SEQUENCES = `select sequencename as name, coalesce(last_value, start_value)::text as value, last_value is not null as called
  from pg_sequences where schemaname = 'public' order by sequencename collate "C"`;

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const listed = (names: readonly string[]): string => names.map(quoted).join(', ');

/** The tables that are saved; `migrations` is not among them, for they are named in the manifest. */
export async function listTables(client: Client): Promise<readonly Table[]> {
  return (await client.query<Table>(TABLES, [[...LEFT_OUT, 'migrations']])).rows;
}

export async function listSequences(client: Client): Promise<readonly SavedSequence[]> {
  return (await client.query<SavedSequence>(SEQUENCES)).rows;
}

const copied = ({ name, columns, key }: Table): string =>
  `copy (select ${listed(columns)} from ${quoted(name)} order by ${listed(key.length > 0 ? key : columns)}) to stdout`;

/** Reads a whole table in the order of its key and says what it came to; each chunk is handed over on the way. */
export async function readTable(client: Client, table: Table, take: (chunk: Buffer) => Promise<void> | null): Promise<SavedTable> {
  const hash = createHash('sha256');
  let bytes = 0;
  let rows = 0;
  await copyOut(client, copied(table), (chunk) => {
    hash.update(chunk);
    bytes += chunk.length;
    rows += 1; // one message a row, as the protocol promises
    return take(chunk);
  });
  return { name: table.name, columns: table.columns, rows, bytes, sha256: hash.digest('hex') };
}
