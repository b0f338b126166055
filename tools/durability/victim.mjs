// The system under test: a database and the API on a data folder of their own, to be killed and started again.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { workspace } from '../api-bundle.mjs';
import { freePort, startPostgres } from '../postgres.mjs';
import { isReady, stopApi } from '../start/api-program.mjs';
import { apiEnvironment, probeOf, settingsFrom } from '../start/settings.mjs';

/** What can be killed, each in the way of `kill -9`. @typedef {'api' | 'database' | 'both'} Target */

/** @type {readonly Target[]} */
export const targets = ['api', 'database', 'both'];

export class Victim {
  /** @type {import('../postgres.mjs').Postgres | undefined} */
  #database;
  /** @type {import('node:child_process').ChildProcess | undefined} */
  #api;
  #settings;
  #databasePort;

  /** @param {string} dataFolder @param {{ port: number, databasePort: number }} ports */
  constructor(dataFolder, { port, databasePort }) {
    this.#settings = { ...settingsFrom({ PORT: String(port), HOST: '127.0.0.1' }), dataFolder };
    this.#databasePort = databasePort;
    mkdirSync(join(workspace, 'reports'), { recursive: true });
    this.log = createWriteStream(join(workspace, 'reports/durability.log'));
  }

  /** @param {string} dataFolder */
  static async in(dataFolder) {
    const victim = new Victim(dataFolder, { port: await freePort(), databasePort: await freePort() });
    await victim.start();
    return victim;
  }

  get origin() {
    return probeOf(this.#settings);
  }

  get databaseUrl() {
    return this.#database?.url ?? '';
  }

  /** Starts what does not run, and waits until requests are answered again. */
  async start() {
    this.#database ??= await startPostgres({ dir: join(this.#settings.dataFolder, 'postgres'), port: this.#databasePort });
    this.#api ??= this.#startApi(this.#database.url);
    if (!(await isReady(this.#api, this.origin))) throw new Error('The API ended instead of becoming ready: see reports/durability.log');
  }

  /** @param {Target} target */
  async kill(target) {
    await Promise.all([target !== 'database' && this.#killApi(), target !== 'api' && this.#killDatabase()]);
  }

  async stop() {
    if (this.#api) await stopApi(this.#api);
    await this.#database?.stop();
    this.log.end();
  }

  /** @param {string} databaseUrl */
  #startApi(databaseUrl) {
    const { NODE_OPTIONS: _options, ...env } = process.env;
    const words = ['--enable-source-maps', this.#settings.apiFile];
    const child = spawn(process.execPath, words, {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: { ...apiEnvironment(this.#settings, databaseUrl, env), HOST: '127.0.0.1' },
    });
    child.stdout?.pipe(this.log, { end: false });
    child.stderr?.pipe(this.log, { end: false });
    return child;
  }

  async #killApi() {
    if (!this.#api) return;
    const gone = once(this.#api, 'exit');
    this.#api.kill('SIGKILL');
    await gone;
    this.#api = undefined;
  }

  async #killDatabase() {
    if (!this.#database) return;
    process.kill(this.#database.pid, 'SIGKILL');
    await this.#database.ended;
    await this.#database.stop();
    this.#database = undefined;
  }
}
