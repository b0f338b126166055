// The API as a child of the starter: begun, awaited, ended.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

/** Seconds the API gets to finish what it accepted. */
const grace = 20;

/** @param {import('node:child_process').ChildProcess} program */
const isOver = (program) => program.exitCode !== null || program.signalCode !== null;

/**
 * Detached: Ctrl-C in the terminal reaches only the starter, which stops things in their order. Over the channel the API sees
 * a starter that was killed, and stops too.
 * @param {string} file
 * @param {NodeJS.ProcessEnv} env
 */
export const startApi = (file, env) =>
  spawn(process.execPath, ['--enable-source-maps', file], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], detached: true, env });

/**
 * Asks the API to end and waits for it; one that does not end in time is killed.
 * @param {import('node:child_process').ChildProcess} program
 */
export async function stopApi(program) {
  if (isOver(program)) return;
  const over = once(program, 'exit');
  program.kill('SIGTERM');
  const timer = setTimeout(() => program.kill('SIGKILL'), grace * 1000);
  await over;
  clearTimeout(timer);
}

/** @param {string} url */
const answers = (url) =>
  fetch(url, { signal: AbortSignal.timeout(2000) }).then(
    ({ status }) => status === 200,
    () => false,
  );

/**
 * Whether the API became ready; false where it ended before.
 * @param {import('node:child_process').ChildProcess} program
 * @param {string} origin
 */
export async function isReady(program, origin) {
  while (!isOver(program)) {
    if (await answers(`${origin}/health/ready`)) return true;
    await sleep(150);
  }
  return false;
}
