// Writes docs/api/openapi.json from the built API; with --check only says whether it still is what the API serves.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { bundleFolder, workspace } from './api-bundle.mjs';
import { freePort, startPostgres } from './postgres.mjs';
import { isReady, startApi, stopApi } from './start/api-program.mjs';

const file = join(workspace, 'docs/api/openapi.json');

/** @param {string} databaseUrl @param {number} port @param {string} dataFolder */
const environment = (databaseUrl, port, dataFolder) => ({
  ...{ DATABASE_URL: databaseUrl, PORT: String(port), HOST: '127.0.0.1', PAR_DATA_DIR: dataFolder },
  ...{ SESSION_SECRET: 'for the time of an export, nobody signs in', LOG_LEVEL: 'error', PATH: process.env['PATH'] },
});

/** What the API serves at /api/openapi.json, on an empty database. */
async function servedDocument() {
  const folder = mkdtempSync(join(tmpdir(), 'par-openapi-'));
  const database = await startPostgres({ dir: join(folder, 'postgres'), durable: false });
  const port = await freePort();
  const api = startApi(join(bundleFolder, 'main.mjs'), environment(database.url, port, folder));
  try {
    if (!(await isReady(api, `http://127.0.0.1:${port}`))) throw new Error('The API ended instead of becoming ready');
    return await (await fetch(`http://127.0.0.1:${port}/api/openapi.json`)).json();
  } finally {
    await stopApi(api);
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function writtenDocument() {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

const document = `${JSON.stringify(await servedDocument(), null, 2)}\n`;
if (!process.argv.includes('--check')) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, document);
  console.log(`written: ${file}`);
} else if (document !== writtenDocument()) {
  console.error('docs/api/openapi.json is not what the API serves. Run: npm run build && npm run openapi');
  process.exitCode = 1;
}
