// How apps/api and the libraries it imports become dist/apps/api; packages from node_modules stay outside.
import { transform } from '@swc/core';
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import swcOptions from './swc.cjs';

export const workspace = resolve(import.meta.dirname, '..');
const source = join(workspace, 'apps/api/src');

/**
 * esbuild writes no decorator metadata, which Nest and TypeORM live on: SWC turns each file into JavaScript first.
 * @type {import('esbuild').Plugin}
 */
const swc = {
  name: 'swc',
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const { code } = await transform(text, { ...swcOptions.esm, filename: path, sourceMaps: 'inline', swcrc: false, configFile: false });
      return { contents: code, loader: 'js' };
    });
  },
};

/** The server, and one program for each file of src/cli. */
function entryPoints() {
  const folder = join(source, 'cli');
  const commands = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts')) : [];
  return [
    { in: join(source, 'main.ts'), out: 'main' },
    ...commands.map((name) => ({ in: join(folder, name), out: `cli/${basename(name, '.ts')}` })),
  ];
}

export const bundleFolder = join(workspace, 'dist/apps/api');

/** @returns {import('esbuild').BuildOptions} */
export const bundleOptions = () => ({
  absWorkingDir: workspace,
  entryPoints: entryPoints(),
  outdir: bundleFolder,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  packages: 'external',
  sourcemap: true,
  keepNames: true,
  alias: { '@par-index/scoring': './libs/scoring/src/index.ts', '@par-index/contract': './libs/contract/src/index.ts' },
  plugins: [swc],
  logLevel: 'info',
});
