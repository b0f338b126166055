// npm run verify-audit: checks the whole audit log of the database that `npm start` uses or, with --file, of an exported file without any database.
import { resolve } from 'node:path';

const words = process.argv.slice(2);
if (words.some((word) => word === '--file' || word.startsWith('--file='))) {
  const program = resolve(import.meta.dirname, '../apps/api/src/cli/verify-audit.ts');
  process.argv = [process.argv[0] ?? '', 'run', program, ...words];
  await import('./run.mjs');
} else {
  const { runApiCommand } = await import('./commands/api-command.mjs');
  await runApiCommand('verify-audit');
}
