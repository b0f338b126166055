// Daily work: a database, the API built and started again at every change, and Angular's own server in front of it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { context } from 'esbuild';
import { bundleOptions, workspace } from './api-bundle.mjs';
import { DataFolderError, startPostgres } from './postgres.mjs';
import { assertPortFree, StartRefusedError } from './start/address.mjs';
import { startApi, stopApi } from './start/api-program.mjs';
import { apiEnvironment, settingsFrom } from './start/settings.mjs';
import { onStopRequest } from './start/stop-request.mjs';

const webPort = 4200;
/** The port that apps/web/proxy.conf.json sends requests of the API to. */
const apiPort = 3000;

/** @type {Promise<import('./postgres.mjs').Postgres> | undefined} */
let database;
/** @type {import('node:child_process').ChildProcess | undefined} */
let api;
/** @type {import('node:child_process').ChildProcess | undefined} */
let web;
let stopping = false;

/** @param {number} code */
async function stop(code) {
  if (stopping) return;
  stopping = true;
  if (web?.pid && web.exitCode === null) process.kill(-web.pid, 'SIGTERM');
  if (api) await stopApi(api);
  await database?.then((running) => running.stop()).catch(() => undefined);
  process.exit(code);
}

/** One change at a time: the former API has ended before the next one starts. @type {Promise<void>} */
let restarting = Promise.resolve();

/** @param {NodeJS.ProcessEnv} env @param {string} file */
function restart(env, file) {
  restarting = restarting.then(async () => {
    if (api) await stopApi(api);
    if (!stopping) api = startApi(file, env);
  });
}

/** @param {() => void} rebuilt @returns {import('esbuild').Plugin} */
const afterEachBuild = (rebuilt) => ({
  name: 'after-each-build',
  setup: (build) => build.onEnd(({ errors }) => void (errors.length === 0 && rebuilt())),
});

/** @param {() => void} rebuilt */
async function watchApi(rebuilt) {
  const options = bundleOptions();
  const watched = await context({ ...options, logLevel: 'warning', plugins: [...(options.plugins ?? []), afterEachBuild(rebuilt)] });
  await watched.watch();
}

function serveWeb() {
  const words = ['serve', 'web', `--port=${webPort}`, '--output-style=static'];
  const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' };
  web = spawn(join(workspace, 'node_modules/.bin/nx'), words, {
    cwd: workspace,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  });
  return once(web, 'exit').then(([code]) => stop(code ?? 1));
}

async function start() {
  const settings = settingsFrom({ ...process.env, PORT: String(apiPort) });
  await assertPortFree(apiPort, settings.host);
  await assertPortFree(webPort, undefined);
  if (!settings.databaseUrl) database = startPostgres({ dir: join(settings.dataFolder, 'postgres') });
  const databaseUrl = settings.databaseUrl ?? (await /** @type {Promise<import('./postgres.mjs').Postgres>} */ (database)).url;
  const env = apiEnvironment(settings, databaseUrl, process.env);
  await watchApi(() => restart(env, settings.apiFile));
  console.log(`\n  Mở trình duyệt tại: http://localhost:${webPort}  (API: http://localhost:${apiPort}/api/v1)\n`);
  await serveWeb();
}

onStopRequest(() => void stop(0));
start().catch((error) => {
  if (stopping) return;
  console.error(error instanceof StartRefusedError || error instanceof DataFolderError ? `\n${error.message}\n` : error);
  void stop(1);
});
