// What a suite comes to: how many passed and failed.
import { existsSync, readFileSync } from 'node:fs';

/**
 * @typedef {object} Outcome
 * @property {string} name
 * @property {number} passed
 * @property {number} failed
 * @property {number} seconds
 */

/**
 * The counts of a jest run. A file that could not be run at all is one failure; so is a run that broke off, left no results, or failed
 * for a reason outside its tests.
 * @param {string} file
 * @param {number | null} exitCode
 */
export function countTests(file, exitCode) {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(file, 'utf8'));
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  return { passed: numPassedTests, failed: exitCode !== 0 && failed === 0 ? 1 : failed };
}

/** A check without tests of its own counts as one. @param {number | null} exitCode */
export const countCheck = (exitCode) => (exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** @param {readonly Outcome[]} outcomes */
export function table(outcomes) {
  const width = Math.max(...outcomes.map(({ name }) => name.length));
  const column = (/** @type {number} */ value, /** @type {number} */ columns) => value.toFixed(0).padStart(columns);
  const line = (/** @type {Outcome} */ { name, passed, failed, seconds }) =>
    `${failed ? '✗' : '✓'} ${name.padEnd(width)} ${column(passed, 6)} passed ${column(failed, 4)} failed ${column(seconds, 5)} s`;
  return outcomes.map(line).join('\n');
}

/** The line by which others count our tests. @param {readonly Outcome[]} outcomes */
export function lastLine(outcomes) {
  const sum = (/** @type {'passed' | 'failed'} */ part) => outcomes.reduce((total, outcome) => total + outcome[part], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed`;
}
