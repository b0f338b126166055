// npm run openapi: writes what each route answers (apps/api/src/answers.json) and the description of the API (docs/api/openapi.json).
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { bundleOptions } from './api-bundle.mjs';
import { answersOfRoutes } from './openapi/answer-schemas.mjs';
import { startPostgres, tempDir } from './postgres.mjs';

const workspace = resolve(import.meta.dirname, '..');
const answersFile = join(workspace, 'apps/api/src/answers.json');
const documentFile = join(workspace, 'docs/api/openapi.json');

/** @param {string} file @param {string} text */
async function write(file, text) {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

/** Built aside, so that a server that runs keeps its programs; beside node_modules, so that packages are found. */
async function printedDocument() {
  const folder = mkdtempSync(join(workspace, 'dist', 'openapi-'));
  const postgres = await startPostgres({ dir: tempDir(), durable: false });
  const dataFolder = mkdtempSync(join(tmpdir(), 'par-openapi-'));
  try {
    await build({ ...bundleOptions(), outdir: folder, logLevel: 'warning' });
    const env = { ...process.env, DATABASE_URL: postgres.url, SESSION_SECRET: 'for the length of one command only', PAR_DATA_DIR: dataFolder };
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'cli/openapi.mjs')], { env, encoding: 'utf8', maxBuffer: 2 ** 26 });
    if (status !== 0) throw new Error(stderr);
    return stdout;
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

await write(answersFile, `${JSON.stringify(answersOfRoutes(), null, 2)}\n`);
await write(documentFile, await printedDocument());
console.log('docs/api/openapi.json is up to date.');
