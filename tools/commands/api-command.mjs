// A command of the API (apps/api/src/cli) on the database that `npm start` uses, whether that runs at the moment or not.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bundleFolder } from '../api-bundle.mjs';
import { runningUrl } from '../postgres/running.mjs';
import { DataFolderError, startPostgres } from '../postgres.mjs';
import { StartRefusedError } from '../start/address.mjs';
import { apiEnvironment, settingsFrom } from '../start/settings.mjs';

/**
 * Opens the database that the settings name: that of DATABASE_URL, the embedded one that runs,
 * or the embedded one for the time of the command.
 * @param {import('../start/settings.mjs').StartSettings} settings
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
async function openDatabase({ databaseUrl, dataFolder }) {
  const dir = join(dataFolder, 'postgres');
  const url = databaseUrl ?? runningUrl({ dir });
  return url ? { url, stop: () => Promise.resolve() } : startPostgres({ dir });
}

/** @param {string} name @param {readonly string[]} words */
async function run(name, words) {
  const file = join(bundleFolder, 'cli', `${name}.mjs`);
  if (!existsSync(file)) throw new StartRefusedError('Chưa có bản dựng. Hãy chạy: npm run build', 'Not built yet. Run: npm run build');
  const settings = settingsFrom(process.env);
  const database = await openDatabase(settings);
  const env = { LOG_LEVEL: 'warn', ...apiEnvironment(settings, database.url, process.env) };
  try {
    const child = spawn(process.execPath, ['--enable-source-maps', file, ...words], { stdio: 'inherit', env });
    const [code] = await once(child, 'exit');
    return code ?? 1;
  } finally {
    await database.stop();
  }
}

/**
 * Runs apps/api/src/cli/NAME.ts, built, with the words of our own command line, and ends with its exit code.
 * @param {string} name
 */
export async function runApiCommand(name) {
  process.on('SIGINT', () => undefined); // the terminal tells the command too; we close the database after it
  try {
    process.exitCode = await run(name, process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof StartRefusedError || error instanceof DataFolderError ? error.message : error);
    process.exitCode = 1;
  }
}
