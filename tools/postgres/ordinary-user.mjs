// PostgreSQL refuses to run as root. Three ways to run it nevertheless, tried in this order.
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * How to start a program as an ordinary user.
 * @typedef {object} OrdinaryUser
 * @property {(program: string, words: readonly string[]) => readonly [string, string[]]} command what to spawn
 * @property {{ uid?: number, gid?: number, cwd?: string }} options for spawn
 * @property {(path: string) => void} own gives a file or folder to that user
 */

/** In this namespace root is "nobody" to the program, while its files stay root's: any folder works, also a private one. */
const namespace = ['--user', '--map-user=65534', '--map-group=65534', '--'];

/** @type {OrdinaryUser} */
const ourselves = { command: (program, words) => [program, [...words]], options: {}, own: () => undefined };

/** @type {OrdinaryUser} */
const insideNamespace = { command: (program, words) => ['unshare', [...namespace, program, ...words]], options: {}, own: () => undefined };

/** @param {number} uid @param {number} gid @returns {OrdinaryUser} */
const asUser = (uid, gid) => ({
  command: (program, words) => [program, [...words]],
  options: { uid, gid, cwd: '/' },
  own: (path) => {
    chownSync(path, uid, gid);
    const parent = dirname(path);
    chmodSync(parent, statSync(parent).mode | 0o011); // may be passed through, not read
  },
});

const namespacesWork = () => spawnSync('unshare', [...namespace, 'true']).status === 0;

/** The system's own account for PostgreSQL, or the account that owns nothing. @param {string} passwd */
function accountToDropTo(passwd) {
  const entries = passwd.split('\n').map((line) => line.split(':'));
  const entry = entries.find(([name]) => name === 'postgres') ?? entries.find(([name]) => name === 'nobody');
  if (!entry) {
    throw new Error(
      'PostgreSQL does not run as root, and there is no user "postgres" or "nobody" to run it as. Start as an ordinary user.',
    );
  }
  return asUser(Number(entry[2]), Number(entry[3]));
}

/**
 * The user for a data folder: ourselves unless we are root; the owner of the folder where that is not root (so its files keep one
 * owner); else a user namespace; where the machine forbids those, the account "postgres" or "nobody".
 * @param {string} folder
 * @returns {OrdinaryUser}
 */
export function ordinaryUserFor(folder) {
  if (process.getuid?.() !== 0) return ourselves;
  const owner = existsSync(folder) ? statSync(folder) : null;
  if (owner && owner.uid !== 0) return asUser(owner.uid, owner.gid);
  return namespacesWork() ? insideNamespace : accountToDropTo(readFileSync('/etc/passwd', 'utf8'));
}
