// What `npm start` takes from the environment, and what it gives to the API.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { portFrom } from './address.mjs';
import { sessionSecretOf } from './session-secret.mjs';

const workspace = resolve(import.meta.dirname, '../..');

/**
 * @typedef {object} StartSettings
 * @property {string} apiFile
 * @property {string} webRoot
 * @property {string} dataFolder
 * @property {number} port
 * @property {string | undefined} host
 * @property {string | undefined} databaseUrl undefined: an embedded database with the demonstration province
 */

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {StartSettings}
 */
export const settingsFrom = (env) => ({
  apiFile: resolve(workspace, 'dist/apps/api/main.mjs'),
  webRoot: resolve(env['WEB_ROOT'] || join(workspace, 'dist/apps/web/browser')),
  dataFolder: resolve(env['PAR_DATA_DIR'] || '.data'),
  port: portFrom(env['PORT']),
  host: env['HOST'] || undefined,
  databaseUrl: env['DATABASE_URL'] || undefined,
});

/**
 * The API's own environment. The demonstration needs nothing from outside; a database of one's own gets no demonstration,
 * and its settings are checked by the API. Without a built web application the API serves none, as in daily work.
 * @param {StartSettings} settings
 * @param {string} databaseUrl
 * @param {NodeJS.ProcessEnv} env
 */
export const apiEnvironment = (settings, databaseUrl, env) => ({
  ...env,
  DATABASE_URL: databaseUrl,
  PORT: String(settings.port),
  PAR_DATA_DIR: settings.dataFolder,
  WEB_ROOT: existsSync(join(settings.webRoot, 'index.html')) ? settings.webRoot : '',
  ...(settings.databaseUrl ? {} : { PAR_DEMO: '1', SESSION_SECRET: env['SESSION_SECRET'] || sessionSecretOf(settings.dataFolder) }),
});

const everywhere = ['0.0.0.0', '::'];

/** @param {StartSettings} settings @param {string} thisMachine */
const origin = ({ host, port }, thisMachine) => `http://${host && !everywhere.includes(host) ? host : thisMachine}:${port}`;

/**
 * Where a browser on this machine finds the application.
 * @param {StartSettings} settings
 */
export const originOf = (settings) => origin(settings, 'localhost');

/**
 * Where we ask whether it is ready: a number, for "localhost" may lead to an address that it does not listen on.
 * @param {StartSettings} settings
 */
export const probeOf = (settings) => origin(settings, '127.0.0.1');
