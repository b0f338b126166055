// One command: a database, the API and the built web application on one port.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DataFolderError, startPostgres } from './postgres.mjs';
import { assertPortFree, StartRefusedError } from './start/address.mjs';
import { isReady, startApi, stopApi } from './start/api-program.mjs';
import { apiEnvironment, originOf, probeOf, settingsFrom } from './start/settings.mjs';
import { onStopRequest } from './start/stop-request.mjs';

/** @type {Promise<import('./postgres.mjs').Postgres> | undefined} */
let database;
/** @type {import('node:child_process').ChildProcess | undefined} */
let api;
let stopping = false;

/** The API first, so that it can write what it accepted; then the database, also one that is still starting. @param {number} code */
async function stop(code) {
  if (stopping) return;
  stopping = true;
  if (api) await stopApi(api);
  await database?.then((running) => running.stop()).catch(() => undefined);
  process.exit(code);
}

/** @param {unknown} error */
function giveUp(error) {
  if (stopping) return;
  const isRefusal = error instanceof StartRefusedError || error instanceof DataFolderError;
  console.error(isRefusal ? `\n${error.message}\n` : error);
  void stop(1);
}

/** @param {import('./start/settings.mjs').StartSettings} settings */
function assertBuilt({ apiFile, webRoot }) {
  if (existsSync(apiFile) && existsSync(join(webRoot, 'index.html'))) return;
  throw new StartRefusedError('Chưa có bản dựng. Hãy chạy: npm start', 'The application is not built yet. Run: npm start');
}

/** @param {string} dataFolder */
async function openEmbedded(dataFolder) {
  database = startPostgres({ dir: join(dataFolder, 'postgres') });
  const { url, ended } = await database;
  const lost = new StartRefusedError(
    'PostgreSQL đã dừng đột ngột. Hãy chạy lại: npm start',
    'PostgreSQL ended unexpectedly. Start again: npm start',
  );
  void ended.then(() => giveUp(lost));
  return url;
}

/** @param {import('./start/settings.mjs').StartSettings} settings */
const greeting = (settings) => `
  PAR INDEX đã sẵn sàng. Mở trình duyệt tại: ${originOf(settings)}
  (Nhấn Ctrl+C để dừng. Dữ liệu: ${settings.dataFolder})
`;

async function start() {
  const settings = settingsFrom(process.env);
  assertBuilt(settings);
  await assertPortFree(settings.port, settings.host);
  const databaseUrl = settings.databaseUrl ?? (await openEmbedded(settings.dataFolder));
  if (stopping) return;
  api = startApi(settings.apiFile, apiEnvironment(settings, databaseUrl, process.env));
  api.once('exit', (code) => void stop(code || 1));
  if (await isReady(api, probeOf(settings))) console.log(greeting(settings));
}

onStopRequest(() => void stop(0));
start().catch(giveUp);
