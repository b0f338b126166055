// npm run recompute: proves published results from their own data.
import { runApiCommand } from './commands/api-command.mjs';

await runApiCommand('recompute');
