// npm run audit-speed [-- --lines N]: how long N lines of the audit log take to be written, sealed and checked, in a database that is made for it and thrown away.
import { rm } from 'node:fs/promises';
import { runApiCommand } from './commands/api-command.mjs';
import { tempDir } from './postgres.mjs';

const folder = tempDir();
process.env['PAR_DATA_DIR'] = folder;
delete process.env['DATABASE_URL'];
await runApiCommand('audit-speed');
await rm(folder, { recursive: true, force: true });
