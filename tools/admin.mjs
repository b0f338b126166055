// npm run admin: makes the first administrator of a database of your own.
import { runApiCommand } from './commands/api-command.mjs';

await runApiCommand('admin');
