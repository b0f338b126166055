// Runs suites one after another, all of them, and counts.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { onStopRequest } from '../start/stop-request.mjs';
import { countCheck, countTests, lastLine, table } from './outcome.mjs';
import { workspace } from './suites.mjs';

/** A suite that hangs must not hang everything after it. */
const minutesAtMost = 20;

const environment = {
  ...process.env,
  PATH: [join(workspace, 'node_modules/.bin'), process.env['PATH']].join(delimiter),
  NX_DAEMON: 'false',
  NX_TUI: 'false',
};

/** @type {import('node:child_process').ChildProcess | undefined} */
let current;

/** The suite with everything it started. @param {import('node:child_process').ChildProcess} child @param {NodeJS.Signals} signal */
function signalGroup(child, signal) {
  if (child.pid && child.exitCode === null && child.signalCode === null) process.kill(-child.pid, signal);
}

/** @param {string} file */
function clear(file) {
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
}

/** @param {import('./suites.mjs').Suite} suite @returns {Promise<import('./outcome.mjs').Outcome>} */
async function run({ name, program, words, env, results }) {
  console.log(`\n━━ ${name} ━━`);
  const begin = Date.now();
  if (results) clear(join(workspace, results));
  const path = program === 'node' ? process.execPath : join(workspace, 'node_modules/.bin', program);
  const child = spawn(path, words, {
    cwd: workspace,
    env: { ...environment, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  });
  current = child;
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), minutesAtMost * 60_000);
  const [exitCode] = await once(child, 'exit');
  clearTimeout(timer);
  const counts = results ? countTests(join(workspace, results), exitCode) : countCheck(exitCode);
  return { name, ...counts, seconds: (Date.now() - begin) / 1000 };
}

/**
 * Runs every suite, also after one that failed, so that all failures are seen; ends the process.
 * @param {readonly import('./suites.mjs').Suite[]} suites
 */
export async function runSuites(suites) {
  onStopRequest(() => {
    if (current) signalGroup(current, 'SIGTERM');
    process.exit(130);
  });
  /** @type {import('./outcome.mjs').Outcome[]} */
  const outcomes = [];
  for (const suite of suites) outcomes.push(await run(suite));
  console.log(`\n${table(outcomes)}\n\n${lastLine(outcomes)}`);
  process.exitCode = outcomes.some(({ failed }) => failed > 0) ? 1 : 0;
}
