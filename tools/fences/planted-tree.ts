import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { ground, type Plant } from './plants';

const workspace = resolve(__dirname, '../..');

const configuration = [
  ...['package.json', 'package-lock.json', 'nx.json', 'tsconfig.base.json', 'eslint.config.mjs', '.dependency-cruiser.cjs'],
  ...['apps/api', 'apps/web', 'libs/contract', 'libs/scoring', 'tools'].map((folder) => `${folder}/project.json`),
  ...['apps/api', 'apps/web', 'libs/contract', 'libs/scoring', 'tools'].map((folder) => `${folder}/tsconfig.json`),
  ...['apps/api', 'apps/web', 'libs/contract', 'libs/scoring'].map((folder) => `${folder}/tsconfig.spec.json`),
  ...['apps/web/tsconfig.app.json', 'apps/web/tsconfig.lint.json', 'apps/web/e2e/tsconfig.json'],
];

const plantedProject = JSON.stringify({ name: 'planted', projectType: 'library', sourceRoot: 'libs/planted/src', tags: ['type:planted'] });

/** Settings of a surrounding Nx run would lead the inner one back to the real workspace. */
const environment = () => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(NX_|NODE_OPTIONS$|LERNA_)/.test(name))),
  NX_DAEMON: 'false',
  FORCE_COLOR: '0',
});

const filesOf = ({ file, text, beside }: Plant): readonly (readonly [string, string])[] => [[file, text], ...Object.entries(beside ?? {})];

/** A throw-away copy of the workspace's configuration with the ground and the plants in it; the live tree is never touched. */
export class PlantedTree {
  readonly root = mkdtempSync(join(tmpdir(), 'par-fences-'));

  constructor(plants: readonly Plant[]) {
    for (const file of configuration) cpSync(join(workspace, file), join(this.root, file));
    symlinkSync(join(workspace, 'node_modules'), join(this.root, 'node_modules'));
    for (const [file, text] of Object.entries(ground)) this.write(file, text);
    for (const [file, text] of plants.flatMap(filesOf)) this.write(file, text);
    this.write('libs/planted/project.json', plantedProject);
    this.addAlias();
  }

  /** What a program of node_modules/.bin prints on standard output. */
  run(program: string, words: readonly string[]): string {
    const { stdout, stderr, error } = spawnSync(join(this.root, 'node_modules/.bin', program), words, {
      cwd: this.root,
      env: environment(),
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    if (error || !stdout) throw new Error(`${program} said nothing: ${stderr || String(error)}`);
    return stdout;
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  private write(file: string, text: string): void {
    mkdirSync(dirname(join(this.root, file)), { recursive: true });
    writeFileSync(join(this.root, file), text);
  }

  private addAlias(): void {
    const base = require(join(this.root, 'tsconfig.base.json'));
    base.compilerOptions.paths['@par-index/planted'] = ['./libs/planted/src/index.ts'];
    this.write('tsconfig.base.json', JSON.stringify(base));
  }
}
