// A PostgreSQL of our own, with nothing to install or set up: the programs come from npm, the data is a folder.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { postgresPrograms } from './postgres/binaries.mjs';
import { openCluster, plainEnvironment, serverWords, superuser } from './postgres/cluster.mjs';
import { assertFolderIsOurs, lockFolder } from './postgres/folder-lock.mjs';
import { clearLeftover } from './postgres/leftover.mjs';
import { ordinaryUserFor } from './postgres/ordinary-user.mjs';
import { watchOver } from './postgres/watchdog.mjs';

export { DataFolderError, FolderInUseError } from './postgres/folder-lock.mjs';

/**
 * @typedef {object} PostgresOptions
 * @property {string} dir data folder; made where there is none
 * @property {string} [database] made where there is none; default "par"
 * @property {number} [port] default: any free one
 * @property {boolean} [durable] default true: nothing acknowledged is lost by a crash. False: faster, and the folder is removed at the end
 *
 * @typedef {object} Postgres
 * @property {string} url connection string with the password
 * @property {number} port
 * @property {number} pid of the postmaster
 * @property {Promise<void>} ended when the postmaster is gone, for whatever reason
 * @property {() => Promise<void>} stop cleanly: open transactions are rolled back, everything committed is kept
 */

/** A port that nobody uses at this moment. @returns {Promise<number>} */
export function freePort() {
  return new Promise((found, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => found(port));
    });
  });
}

let folders = 0;

/** The name of a new folder for data that is thrown away. */
export const tempDir = () => join(tmpdir(), `par-pg-${process.pid}-${Date.now()}-${(folders += 1)}`);

/** Seconds: longer than the API takes to finish what it accepted. */
const applicationGrace = 20;

/** How often, in tenths of a second, we ask again while processes of a killed postmaster finish. */
const patience = 200;

/**
 * Starts the program and waits until it accepts connections. Detached: Ctrl-C in the terminal reaches only the starter, so that
 * the application can end its work before the database stops.
 * @param {string} postgres
 * @param {readonly string[]} words
 * @param {import('./postgres/ordinary-user.mjs').OrdinaryUser} user
 */
async function launch(postgres, words, user) {
  const [program, allWords] = user.command(postgres, words);
  const child = spawn(program, allWords, { ...user.options, env: plainEnvironment(), detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  await readiness(child);
  child.unref();
  /** @type {import('node:net').Socket} */ (child.stderr).unref();
  return child;
}

/** @param {import('node:child_process').ChildProcess} child */
function readiness(child) {
  let log = '';
  return new Promise((ready, failed) => {
    child.stderr?.on('data', (chunk) => {
      log = (log + chunk).slice(-4000);
      if (String(chunk).includes('ready to accept connections')) ready(undefined);
    });
    child.once('error', failed);
    child.once('exit', (code) => failed(new Error(`PostgreSQL stopped at start (exit ${code})\n${log}`)));
  });
}

/**
 * Processes of a killed postmaster may still be ending; PostgreSQL says so, and we wait for them.
 * @param {() => ReturnType<typeof launch>} start
 */
async function launchWhenAlone(start) {
  for (let tenths = 0; ; tenths += 1) {
    try {
      return await start();
    } catch (error) {
      if (tenths >= patience || !String(error).includes('pre-existing shared memory block')) throw error;
      await sleep(100);
    }
  }
}

/** @param {string} server connection string without a database @param {string} database */
async function ensureDatabase(server, database) {
  const client = new pg.Client({ connectionString: `${server}/postgres` });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (!found.rowCount) await client.query(`create database ${client.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}

/** @param {string} folder */
function removeCluster(folder) {
  for (const path of [folder, `${folder}.password`]) rmSync(path, { recursive: true, force: true });
}

/** @param {import('node:child_process').ChildProcess} child @param {Promise<void>} ended */
async function shutDown(child, ended) {
  child.ref();
  child.kill('SIGINT');
  await ended;
}

/** @param {Required<PostgresOptions>} options @param {() => void} unlock @returns {Promise<Postgres>} */
async function startLocked({ dir, database, port, durable }, unlock) {
  const { initdb, postgres } = await postgresPrograms();
  await clearLeftover(dir);
  const user = ordinaryUserFor(dir);
  const password = openCluster({ folder: dir, durable, initdb, user });
  const child = await launchWhenAlone(() => launch(postgres, serverWords({ folder: dir, port, durable }), user));
  const pid = /** @type {number} */ (child.pid);
  const callOff = watchOver({ folder: dir, pid, graceSeconds: durable ? applicationGrace : 0, remove: !durable });
  const ended = once(child, 'exit').then(callOff);
  const server = `postgres://${superuser}:${password}@127.0.0.1:${port}`;
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) await shutDown(child, ended);
    if (!durable) removeCluster(dir);
    unlock();
  };
  await ensureDatabase(server, database).catch((error) => stop().then(() => Promise.reject(error)));
  return { url: `${server}/${database}`, port, pid, ended, stop };
}

/**
 * Starts the database of a data folder. Works as root and as an ordinary user; puts right what a killed run left behind; refuses with
 * FolderInUseError while another run uses the folder.
 * @param {PostgresOptions} options
 * @returns {Promise<Postgres>}
 */
export async function startPostgres({ dir, database = 'par', port, durable = true }) {
  const folder = resolve(dir);
  mkdirSync(dirname(folder), { recursive: true, mode: 0o700 });
  assertFolderIsOurs(folder);
  const unlock = lockFolder(folder);
  try {
    return await startLocked({ dir: folder, database, port: port ?? (await freePort()), durable }, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}
