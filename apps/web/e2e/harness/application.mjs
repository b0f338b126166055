// The built application with the demonstration province, on a data folder and a port of its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from '../../../../tools/postgres.mjs';

const workspace = resolve(import.meta.dirname, '../../../..');
const secondsAtMost = 120;

/** @param {import('node:child_process').ChildProcess} child @param {string} words */
function untilSaid(child, words) {
  let said = '';
  return new Promise((found, failed) => {
    const listen = (/** @type {Buffer} */ chunk) => {
      said = (said + chunk).slice(-20_000);
      if (said.includes(words)) found(undefined);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => failed(new Error(`The application ended (${code}) before it was ready:\n${said}`)));
    setTimeout(() => failed(new Error(`The application was not ready after ${secondsAtMost} s:\n${said}`)), secondsAtMost * 1000).unref();
  });
}

/** What a surrounding test run sets for itself is not for the application. @param {string} dataFolder @param {number} port */
function environment(dataFolder, port) {
  const { NODE_OPTIONS: _options, DATABASE_URL: _database, npm_lifecycle_event: _event, ...env } = process.env;
  return { ...env, PAR_DATA_DIR: dataFolder, PORT: String(port), HOST: '127.0.0.1' };
}

/** Its log is kept in reports/journeys.log. @param {import('node:child_process').ChildProcess} child */
function keepLog(child) {
  mkdirSync(join(workspace, 'reports'), { recursive: true });
  const log = createWriteStream(join(workspace, 'reports/journeys.log'));
  child.stdout?.pipe(log, { end: false });
  child.stderr?.pipe(log, { end: false });
}

/**
 * Starts it and waits until it is ready.
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startApplication() {
  const dataFolder = mkdtempSync(join(tmpdir(), 'par-journeys-'));
  const port = await freePort();
  const starter = join(workspace, 'tools/start.mjs');
  const child = spawn(process.execPath, [starter], {
    cwd: workspace,
    env: environment(dataFolder, port),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const over = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    await over;
    rmSync(dataFolder, { recursive: true, force: true });
  };
  keepLog(child);
  await untilSaid(child, 'PAR INDEX đã sẵn sàng').catch((error) => stop().then(() => Promise.reject(error)));
  return { url: `http://127.0.0.1:${port}`, stop };
}
