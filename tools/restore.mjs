// npm run restore: puts a backup back into an empty database and an empty data folder.
import { runApiCommand } from './commands/api-command.mjs';

await runApiCommand('restore');
