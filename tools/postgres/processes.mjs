// What the system tells about a process by its number. A number alone proves nothing: the system hands it out again.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** @param {string} path */
const textOrNull = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
};

/**
 * Whether a process of that number runs. A zombie (ended, not yet collected) does not run.
 * @param {number} pid
 */
export function isRunning(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EPERM') return false;
  }
  return !/^State:\s+Z/m.test(textOrNull(`/proc/${pid}/status`) ?? '');
}

/** @param {number} pid @param {string} field */
function fromPs(pid, field) {
  if (process.platform === 'win32') return '';
  return spawnSync('ps', ['-o', `${field}=`, '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? '';
}

/**
 * The words a process was started with, or '' where nothing is known.
 * @param {number} pid
 */
export function commandLine(pid) {
  if (process.platform === 'linux') return (textOrNull(`/proc/${pid}/cmdline`) ?? '').replaceAll('\0', ' ');
  return fromPs(pid, 'args');
}

/**
 * The 22nd field of /proc/PID/stat; the second one may hold blanks and brackets, so we count from the last bracket.
 * @param {string} stat
 */
const linuxStartTime = (stat) => stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';

/**
 * Names one run of one process: its number and the time it began (with the boot of the machine). Two runs never share it.
 * @param {number} pid
 */
export function identityOf(pid) {
  if (process.platform !== 'linux') return `${pid} ${fromPs(pid, 'lstart')}`;
  const boot = textOrNull('/proc/sys/kernel/random/boot_id')?.trim() ?? '';
  return `${pid} ${boot} ${linuxStartTime(textOrNull(`/proc/${pid}/stat`) ?? '')}`;
}

/**
 * Whether the very run that `identity` names still goes on.
 * @param {string} identity
 */
export function isSameRun(identity) {
  const pid = Number.parseInt(identity, 10);
  return pid > 0 && isRunning(pid) && identityOf(pid) === identity;
}
