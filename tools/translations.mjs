// Every text of the web application has an English one: `node tools/translations.mjs --check` fails on a missing, a stale or an empty one, and on
// one that lost a placeholder; `--missing` prints what is to be translated, in the form of the file.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { compare } from './translations/compare.mjs';

const root = resolve(import.meta.dirname, '..');
const read = (/** @type {string} */ path) => JSON.parse(readFileSync(resolve(root, path), 'utf8'));

execFileSync(resolve(root, 'node_modules/.bin/nx'), ['run', 'web:extract-i18n', '--output-style=static'], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
  env: { ...process.env, NX_DAEMON: 'false' },
});
const source = read('dist/i18n/messages.json').translations;
const english = read('apps/web/public/i18n/en.json').translations;
const { missing, stale, broken } = compare(source, english);

if (process.argv.includes('--missing')) {
  console.log(JSON.stringify(Object.fromEntries(missing.map((id) => [id, source[id]])), null, 2));
} else {
  missing.forEach((id) => console.error(`not translated: ${id} ${source[id]}`));
  stale.forEach((id) => console.error(`no longer there: ${id} ${english[id]}`));
  broken.forEach((id) => console.error(`other placeholders than its source: ${id} ${english[id]}`));
  console.log(`${Object.keys(source).length} texts, ${missing.length} not translated, ${stale.length} no longer there, ${broken.length} broken`);
  process.exitCode = missing.length + stale.length + broken.length > 0 ? 1 : 0;
}
