// npm run backup: saves database and evidence into one file, while the system runs.
import { runApiCommand } from './commands/api-command.mjs';

await runApiCommand('backup');
