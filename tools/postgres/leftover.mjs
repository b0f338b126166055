// What a killed run leaves in a data folder, put right before the next start.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandLine, isRunning } from './processes.mjs';

/** Stops in the "fast" way: open transactions are rolled back, everything committed is written, no recovery is needed after it. */
const fastShutdown = 'SIGINT';

/**
 * Whether the process of that number is the database of that folder.
 * @param {number} pid
 * @param {string} folder
 */
export const isPostmasterOf = (pid, folder) => pid > 0 && isRunning(pid) && commandLine(pid).includes(`-D ${folder} `);

/** @param {number} pid @param {string} folder */
async function stopPostmaster(pid, folder) {
  process.kill(pid, fastShutdown);
  for (let tenths = 0; tenths < 600; tenths += 1) {
    if (!isPostmasterOf(pid, folder)) return;
    await sleep(100);
  }
  throw new Error(`Tiến trình PostgreSQL cũ ${pid} không chịu dừng. / The old PostgreSQL process ${pid} does not stop. Folder: ${folder}`);
}

/**
 * PostgreSQL takes a process with the number in its pid file for a running database, also when the number now belongs to another
 * program or to a zombie. The number of the starter is the one it ignores, so we write ours. The rest of the file stays: by it
 * PostgreSQL finds out whether processes of the old run are still at work in the folder.
 * @param {string} file @param {string} content
 */
function disownPidFile(file, content) {
  const rest = content.split('\n').slice(1);
  writeFileSync(file, [String(process.pid), ...rest].join('\n'));
}

/**
 * Stops a database that outlived its starter (kill -9), and makes a pid file without a database harmless.
 * Only call it while holding the folder's lock.
 * @param {string} folder
 */
export async function clearLeftover(folder) {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return;
  const content = readFileSync(file, 'utf8');
  const pid = Number.parseInt(content, 10);
  if (isPostmasterOf(pid, folder)) await stopPostmaster(pid, folder);
  if (existsSync(file)) disownPidFile(file, readFileSync(file, 'utf8'));
}
