// A database that another run of ours holds open, for commands that are used beside it.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { superuser } from './cluster.mjs';
import { isPostmasterOf } from './leftover.mjs';

/**
 * The connection string of the database of a data folder, or null where none runs.
 * @param {{ dir: string, database?: string }} options
 */
export function runningUrl({ dir, database = 'par' }) {
  const folder = resolve(dir);
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const [pid = '', , , port = ''] = readFileSync(file, 'utf8').split('\n');
  if (!isPostmasterOf(Number(pid), folder)) return null;
  const password = readFileSync(`${folder}.password`, 'utf8').trim();
  return `postgres://${superuser}:${password}@127.0.0.1:${port}/${database}`;
}
