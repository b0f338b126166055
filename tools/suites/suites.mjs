// Everything `npm test` runs, in its order.
import { resolve } from 'node:path';

export const workspace = resolve(import.meta.dirname, '../..');

/**
 * @typedef {object} Suite
 * @property {string} name
 * @property {string} program of node_modules/.bin, or "node"
 * @property {readonly string[]} words
 * @property {Readonly<Record<string, string>>} [env]
 * @property {string} [results] file in which jest counts its tests; without one the suite is a single check
 * @property {boolean} [fast] also part of `npm run check`
 */

/** NestJS 12 and our own tools are ECMAScript modules: jest loads them only with this. */
const modules = { NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning' };

/** @param {string} target @returns {readonly string[]} */
const everyProject = (target) => ['run-many', '-t', target, '--output-style=static', '--parallel=2', '--nxBail=false'];

/** @param {string} name @param {string} config @param {Partial<Suite> & { workers?: number }} [more] @returns {Suite} */
const tests = (name, config, { workers = 2, ...more } = {}) => {
  const results = `reports/tests/${name.replaceAll(' ', '-')}.json`;
  return {
    name,
    program: 'jest',
    words: ['-c', config, `--maxWorkers=${workers}`, '--ci', '--json', `--outputFile=${results}`],
    results,
    ...more,
  };
};

/** @type {readonly Suite[]} */
export const suites = [
  { name: 'types', program: 'nx', words: everyProject('typecheck'), fast: true },
  { name: 'lint', program: 'nx', words: everyProject('lint'), fast: true },
  { name: 'boundaries', program: 'depcruise', words: ['--config', '.dependency-cruiser.cjs', 'apps', 'libs', 'tools'], fast: true },
  tests('scoring', 'libs/scoring/jest.config.cjs', { fast: true }),
  tests('contract', 'libs/contract/jest.config.cjs', { fast: true }),
  tests('web', 'apps/web/jest.config.cjs', { fast: true }),
  tests('tools', 'tools/jest.config.cjs', { env: modules }),
  tests('api', 'apps/api/jest.config.cjs', { env: modules }),
  { name: 'build', program: 'nx', words: everyProject('build') },
  { name: 'translations', program: 'node', words: ['tools/translations.mjs', '--check'] },
  { name: 'api document', program: 'node', words: ['tools/export-openapi.mjs', '--check'] },
  { name: 'durability', program: 'node', words: ['tools/durability.mjs', '--writers', '10', '--kills', '3'] },
  tests('browser journeys', 'apps/web/e2e/jest.config.cjs', { env: modules, workers: 1 }),
];
