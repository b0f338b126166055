// Nobody can act on kill -9. A small shell outlives us, sees its input end, and stops the database that we could not stop.
import { spawn } from 'node:child_process';

/** $1 folder, $2 number of the postmaster, $3 seconds for the application to finish what it accepted, $4 "remove" or "keep". */
const script = `
read -r _
sleep "$3"
[ "$(head -n 1 "$1/postmaster.pid" 2>/dev/null)" = "$2" ] && kill -INT "$2"
[ "$4" = remove ] || exit 0
tenths=0
while [ -e "$1/postmaster.pid" ] && [ $tenths -lt 100 ]; do sleep 0.1; tenths=$((tenths + 1)); done
rm -rf "$1" "$1.password" "$1.owner"
`;

/**
 * @param {{ folder: string, pid: number, graceSeconds: number, remove: boolean }} postmaster
 * @returns {() => void} calls the watchdog off
 */
export function watchOver({ folder, pid, graceSeconds, remove }) {
  if (process.platform === 'win32') return () => undefined;
  const words = ['-c', script, 'par-watchdog', folder, String(pid), String(graceSeconds), remove ? 'remove' : 'keep'];
  const shell = spawn('sh', words, { detached: true, cwd: '/', stdio: ['pipe', 'ignore', 'ignore'] });
  shell.on('error', () => undefined);
  shell.unref();
  /** @type {import('node:net').Socket} */ (shell.stdin).unref();
  return () => void shell.kill('SIGKILL');
}
