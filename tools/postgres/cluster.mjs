// Makes a new data folder, and knows the settings a database is run with.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

export const superuser = 'par';

/** The programs' messages in English, times in UTC: the launcher reads them. */
export const plainEnvironment = () => ({ ...process.env, LC_ALL: 'C', TZ: 'UTC' });

/** @param {string} folder */
const passwordFile = (folder) => `${folder}.password`;

/** @param {string} folder */
function newPassword(folder) {
  const password = randomBytes(24).toString('base64url');
  writeFileSync(passwordFile(folder), `${password}\n`, { mode: 0o600 });
  return password;
}

/** @param {string} folder */
function keptPassword(folder) {
  const file = passwordFile(folder);
  if (!existsSync(file)) {
    throw new Error(`Thiếu tệp mật khẩu ${file}. / The password file ${file} of the data folder ${folder} is missing.`);
  }
  return readFileSync(file, 'utf8').trim();
}

/** Built-in C.UTF-8: sorts the same on every machine, whatever its own locales are; Vietnamese order is an ICU collation of a column. */
const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

/**
 * @param {string} draft where to make it
 * @param {string} secretFile
 * @param {boolean} durable
 */
const initWords = (draft, secretFile, durable) => [
  ...['-D', draft, '-U', superuser, `--pwfile=${secretFile}`, '--auth=scram-sha-256', '--no-instructions'],
  ...locale,
  ...(durable ? [] : ['--no-sync']),
];

/**
 * The password of the superuser of a data folder; the folder is made where there is none. It appears under its name only when
 * it is whole: a start that was killed half-way leaves a draft, which the next one throws away.
 * @param {{ folder: string, durable: boolean, initdb: string, user: import('./ordinary-user.mjs').OrdinaryUser }} options
 */
export function openCluster({ folder, durable, initdb, user }) {
  if (existsSync(folder)) return keptPassword(folder);
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  user.own(draft);
  const password = newPassword(folder);
  user.own(passwordFile(folder));
  const [program, words] = user.command(initdb, initWords(draft, passwordFile(folder), durable));
  const made = spawnSync(program, words, { ...user.options, env: plainEnvironment(), encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || made.stdout || made.error}`);
  renameSync(draft, folder);
  return password;
}

/** A commit is answered when it is on the disk, and a torn page is never read: nothing acknowledged is lost by a crash or a power cut. */
const durableSettings = ['fsync=on', 'synchronous_commit=on', 'full_page_writes=on'];

/** For data that is thrown away. */
const throwawaySettings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off'];

/** Reachable from this machine alone, by password alone. @param {number} port */
const reach = (port) => [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'timezone=UTC', 'log_timezone=UTC'];

/**
 * The words to start `postgres` with. The folder comes first: by it a left-over database is recognised.
 * @param {{ folder: string, port: number, durable: boolean }} options
 */
export const serverWords = ({ folder, port, durable }) => [
  ...['-D', folder],
  ...[...reach(port), ...(durable ? durableSettings : throwawaySettings)].flatMap((setting) => ['-c', setting]),
];
