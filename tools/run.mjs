// Runs a TypeScript program of this workspace with the libraries it imports: node tools/run.mjs FILE [arguments…]
import { build } from 'esbuild';
import { rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleOptions, workspace } from './api-bundle.mjs';

const [program = '', ...rest] = process.argv.slice(2);
const bundle = join(workspace, 'node_modules/.cache/par-index', `${basename(program, '.ts')}-${process.pid}.mjs`);

process.on('exit', () => rmSync(bundle, { force: true }));
const { outdir: _outdir, outExtension: _outExtension, ...options } = bundleOptions();
await build({
  ...options,
  entryPoints: [resolve(workspace, program)],
  outfile: bundle,
  sourcemap: 'inline',
  logLevel: 'error',
});
process.argv = [process.argv[0] ?? '', program, ...rest];
await import(pathToFileURL(bundle).href);
