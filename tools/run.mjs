// Runs a TypeScript program of this workspace with the libraries it imports: node tools/run.mjs FILE [arguments…]
import { build } from 'esbuild';
import { rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleOptions, workspace } from './api-bundle.mjs';

const [program = '', ...rest] = process.argv.slice(2);
const folder = join(workspace, 'node_modules/.cache/par-index');
const name = `${basename(program, '.ts')}-${process.pid}`;
const bundle = join(folder, `${name}.mjs`);

process.on('exit', () => rmSync(bundle, { force: true }));
await build({
  ...bundleOptions(),
  entryPoints: [{ in: resolve(workspace, program), out: name }],
  outdir: folder,
  sourcemap: 'inline',
  logLevel: 'error',
});
process.argv = [process.argv[0] ?? '', program, ...rest];
await import(pathToFileURL(bundle).href);
